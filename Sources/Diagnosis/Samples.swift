import Networks

/// Points at which formulas of an architecture are compared: parameters drawn, net and out derived from them.
enum Samples {
  static let count = 12

  /// The same points every time.
  ///
  /// Numbers are drawn from an interval, not from a grid, so that formulas that differ agree at a point with
  /// probability 0; targets are apart from 0 and 1, where cross-entropy loses a term.
  static func passes(of architecture: Architecture, held: Set<Int>) -> [Pass] {
    var random = RandomSource(seed: 0x5EED_0B9)
    return (0..<count).map { _ in
      var network = Network(name: "", architecture: architecture)
      // Wide layers get small weights, or every neuron would be saturated.
      let widest = architecture.blocks.map(\.sourceCount).max() ?? 1
      let reach = 1.6 / Double(max(1, widest / 4)).squareRoot()
      for index in network.inputs.indices { network.inputs[index] = random.next(in: -1.5...1.5) }
      for index in network.parameters.indices { network.parameters[index] = random.next(in: -reach...reach) }
      for index in network.targets.indices { network.targets[index] = random.next(in: 0.05...0.95) }
      // Shares add up to 1, and only then is out − target what categorical cross-entropy comes to.
      if architecture.hasCollapsingLoss {
        let sum = network.targets.reduce(0, +)
        for index in network.targets.indices { network.targets[index] /= sum }
      }
      let conventions = architecture.conventions
      if conventions.hasWeightDecay { network.weightDecay = random.next(in: 0.02...0.3) }
      if conventions.hasMomentum {
        network.momentum = random.next(in: 0.2...0.9)
        network.lastSteps = network.parameters.map { _ in random.next(in: -0.5...0.5) }
      }
      network.learningRate = random.next(in: 0.2...1.4)
      network.held = held
      return Pass(network)
    }
  }
}
