import Networks

/// Points at which formulas of an architecture are compared: parameters drawn, net and out derived from them.
enum ComparisonPoints {
  static let count = 12

  /// The same points every time.
  ///
  /// Numbers are drawn from an interval, not from a grid, so that formulas that differ agree at a point with
  /// probability 0; targets are apart from 0 and 1, where cross-entropy loses a term. What is `kept` has its value in all of them.
  static func passes(
    of architecture: Architecture, held: Set<Int>, keeping kept: [Quantity: Double] = [:]
  ) -> [Pass] {
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
      if architecture.hasCollapsingLoss { share(&network.targets, keeping: kept) }
      let conventions = architecture.conventions
      if conventions.hasWeightDecay { network.weightDecay = random.next(in: 0.02...0.3) }
      if conventions.hasMomentum {
        network.momentum = random.next(in: 0.2...0.9)
        network.lastSteps = network.parameters.map { _ in random.next(in: -0.5...0.5) }
      }
      network.learningRate = random.next(in: 0.2...1.4)
      network.held = held
      for (quantity, value) in kept { network[given: quantity] = value }
      return Pass(network)
    }
  }

  /// Makes targets add up to 1 by those that may change, where there are several of them.
  private static func share(_ targets: inout [Double], keeping kept: [Quantity: Double]) {
    let free = targets.indices.filter { kept[.target($0)] == nil }
    let rest = 1 - targets.indices.reduce(0) { $0 + (kept[.target($1)] ?? 0) }
    // Nor where nothing is left of 1: all the others would be 0.
    guard free.count > 1, rest != 0 else { return }
    let sum = free.reduce(0) { $0 + targets[$1] }
    for index in free { targets[index] *= rest / sum }
  }
}
