import Networks

/// Networks of every kind that there is, for tests that hold everywhere.
enum Examples {
  static let `default` = BundledNetworks.default
  static let mazur = BundledNetworks.network(named: "mazur-2-2-2") ?? BundledNetworks.default

  /// The bundled networks, and more with other activations, losses and depths.
  static let all: [Network] =
    BundledNetworks.names.compactMap(BundledNetworks.network(named:)) + [
      network("tanh", 2, [("h", 2, .tanh, .shared), ("o", 1, .tanh, .shared)]),
      network("relu", 2, [("h", 2, .relu, .shared), ("o", 1, .sigmoid, .shared)]),
      network("identity", 2, [("h", 3, .sigmoid, .each), ("o", 1, .identity, .each)]),
      crossEntropy,
      network("cross-entropy-2", 2, [("h", 3, .tanh, .shared), ("o", 2, .sigmoid, .each)], .crossEntropy),
      network("2-2-2-1", 2, [("g", 2, .sigmoid, .shared), ("h", 2, .sigmoid, .shared), ("o", 1, .sigmoid, .shared)]),
      network("3-3-2-2", 3, [("g", 3, .sigmoid, .shared), ("h", 2, .tanh, .shared), ("o", 2, .sigmoid, .shared)]),
    ]

  static let crossEntropy = network(
    "cross-entropy", 2, [("h", 2, .sigmoid, .shared), ("o", 1, .sigmoid, .shared)], .crossEntropy)

  static let relu = network("relu", 2, [("h", 2, .relu, .shared), ("o", 1, .sigmoid, .shared)])

  /// Inputs i1…, layers by the letter of their neurons; the values are drawn.
  static func network(
    _ name: String, _ inputs: Int, _ layers: [(String, Int, Activation, Bias)], _ loss: Loss = .squaredError,
    seed: UInt64 = 7
  ) -> Network {
    let architecture = Architecture(
      inputs: (1...inputs).map { "i\($0)" },
      layers: layers.map { letter, count, activation, bias in
        Layer(neurons: (1...count).map { "\(letter)\($0)" }, activation: activation, bias: bias)
      }, loss: loss)
    var network = Network(name: name, architecture: architecture)
    network.learningRate = 0.7
    return network.randomized(seed: seed)
  }

  /// Every quantity that is asked for in a network.
  static func quantities(of architecture: Architecture) -> [Quantity] {
    var quantities: [Quantity] = []
    for neuron in 0..<architecture.neuronCount {
      quantities += [
        .net(neuron), .out(neuron), .gradient(.out(neuron)), .derivative(of: .out(neuron), by: .net(neuron)),
        .gradient(.net(neuron)),
      ]
      for source in architecture.sources(ofNeuron: neuron) {
        let weight = architecture.weight(from: source, to: neuron)
        quantities.append(.derivative(of: .net(neuron), by: .parameter(weight)))
        let from = source - architecture.inputs.count
        if from >= 0 { quantities.append(.derivative(of: .net(neuron), by: .out(from))) }
      }
      if let bias = architecture.biasParameter(ofNeuron: neuron) {
        quantities.append(.derivative(of: .net(neuron), by: .parameter(bias)))
      }
    }
    if architecture.outputCount > 1 { quantities += (0..<architecture.outputCount).map(Quantity.partialLoss) }
    quantities += [.loss, .lossAfterUpdate]
    for parameter in 0..<architecture.parameterCount {
      quantities += [.gradient(.parameter(parameter)), .updated(parameter)]
    }
    return quantities
  }
}
