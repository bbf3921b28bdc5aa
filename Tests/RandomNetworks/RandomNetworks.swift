package import Networks

/// Seeded networks of every kind for property tests: sizes, activations, biases, losses and numbers at random.
package enum RandomNetworks {
  /// The n-th network, always the same; `depth` and `width` are the most layers and neurons of a layer.
  package static func network(_ seed: UInt64, depth: Int = 4, width: Int = 4) -> Network {
    var random = RandomSource(seed: seed)
    var layers: [Layer] = []
    for layer in 0..<Int.random(in: 1...depth, using: &random) {
      let count = Int.random(in: 1...width, using: &random)
      let names = (0..<count).map { "\(["h", "g", "k", "m"][layer % 4])\(layer)n\($0)" }
      let bias = Bias.allCases.randomElement(using: &random) ?? .shared
      let isMixed = Int.random(in: 0..<6, using: &random) == 0
      let slope = Bool.random(using: &random) ? nil : Double(Int.random(in: 2...30, using: &random)) / 100
      layers.append(
        isMixed
          ? Layer(neurons: names, activations: (0..<count).map { _ in activation(slope, &random) }, bias: bias)
          : Layer(neurons: names, activation: activation(slope, &random), bias: bias))
    }
    let last = layers.count - 1
    var losses = Loss.allCases
    if layers[last].neurons.count == 1 { losses.removeAll { $0 == .categoricalCrossEntropy } }
    let loss = losses.randomElement(using: &random) ?? .squaredError
    if let needed = loss.function.activation {
      layers[last].activation = needed
    } else if layers[last].neurons.count > 1, Int.random(in: 0..<4, using: &random) == 0 {
      layers[last].activation = .softmax
    }
    let conventions = Conventions(
      hasThresholds: Int.random(in: 0..<4, using: &random) == 0,
      hasWeightDecay: Int.random(in: 0..<4, using: &random) == 0,
      hasMomentum: Int.random(in: 0..<4, using: &random) == 0)
    let inputs = (0..<Int.random(in: 1...width, using: &random)).map { "x\($0)" }
    let architecture = Architecture(inputs: inputs, layers: layers, loss: loss, conventions: conventions)
    var network = Network(name: "random-\(seed)", architecture: architecture).randomized(seed: random.next())
    fill(&network, &random)
    return network
  }

  /// A function that any layer may have.
  private static func activation(_ slope: Double?, _ random: inout RandomSource) -> Activation {
    let choices = ActivationRegistry.functions.filter { !$0.takesWholeLayer }
    return (choices.randomElement(using: &random)).map { Activation($0, slope: slope) } ?? .sigmoid
  }

  /// What is held, how it decays, what came before, and shares for targets where they have to be.
  private static func fill(_ network: inout Network, _ random: inout RandomSource) {
    let conventions = network.architecture.conventions
    for parameter in network.parameters.indices where Int.random(in: 0..<8, using: &random) == 0 {
      network.held.insert(parameter)
    }
    if conventions.hasWeightDecay { network.weightDecay = Double(Int.random(in: 1...20, using: &random)) / 100 }
    if conventions.hasMomentum {
      network.momentum = Double(Int.random(in: 1...9, using: &random)) / 10
      if Bool.random(using: &random) {
        network.lastSteps = network.parameters.map { _ in random.next(in: -0.2...0.2) }
      }
    }
    network.reduction = BatchReduction.allCases.randomElement(using: &random) ?? .mean
    if network.architecture.hasCollapsingLoss, Bool.random(using: &random) {
      let shares = network.targets.map { _ in random.next(in: 0.1...1) }
      for index in shares.indices { network.targets[index] = shares[index] / shares.reduce(0, +) }
    }
  }

  /// The sizes of a network given in words of the field: 2-3-1 is `[2, 3, 1]`; numbers from the seed.
  package static func network(
    _ sizes: [Int], activation: Activation = .sigmoid, bias: Bias = .shared, loss: Loss = .squaredError,
    seed: UInt64 = 1
  ) -> Network {
    let layers = sizes.dropFirst().enumerated().map { layer, count in
      Layer(
        neurons: (1...max(1, count)).map { "n\(layer + 1)x\($0)" }, activation: activation, bias: bias)
    }
    let architecture = Architecture(
      inputs: (1...max(1, sizes.first ?? 1)).map { "i\($0)" }, layers: layers, loss: loss)
    return Network(name: "sizes", architecture: architecture).randomized(seed: seed)
  }
}

extension Network {
  /// Whether some neuron lies so close to a corner of its function, or of its slope, that a nudge could cross it.
  package func isNearACorner(_ distance: Double = 0.05) -> Bool {
    let pass = Pass(self)
    return (0..<architecture.neuronCount).contains { neuron in
      let activation = architecture.activation(ofNeuron: neuron)
      let corners = activation == .elu ? [0] : activation.function.kinks
      return corners.contains { (pass.nets[neuron] - $0).magnitude < distance }
    }
  }
}
