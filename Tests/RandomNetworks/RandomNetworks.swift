package import Networks

/// Seeded networks of every kind for property tests: sizes, activations, biases, losses and numbers at random.
package enum RandomNetworks {
  /// The n-th network, always the same; `depth` and `width` are the most layers and neurons of a layer.
  package static func network(_ seed: UInt64, depth: Int = 4, width: Int = 4) -> Network {
    var random = RandomSource(seed: seed)
    var layers: [Layer] = []
    for layer in 0..<Int.random(in: 1...depth, using: &random) {
      let count = Int.random(in: 1...width, using: &random)
      layers.append(
        Layer(
          neurons: (0..<count).map { "\(["h", "g", "k", "m"][layer % 4])\(layer)n\($0)" },
          activation: Activation.allCases.randomElement(using: &random) ?? .sigmoid,
          bias: Bias.allCases.randomElement(using: &random) ?? .shared))
    }
    let loss: Loss = Bool.random(using: &random) ? .squaredError : .crossEntropy
    if loss == .crossEntropy { layers[layers.count - 1].activation = .sigmoid }
    let inputs = (0..<Int.random(in: 1...width, using: &random)).map { "x\($0)" }
    var network = Network(
      name: "random-\(seed)", architecture: Architecture(inputs: inputs, layers: layers, loss: loss)
    ).randomized(seed: random.next())
    for parameter in network.parameters.indices where Int.random(in: 0..<8, using: &random) == 0 {
      network.held.insert(parameter)
    }
    return network
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
  /// Whether some ReLU stands so close to its corner that a nudge could cross it.
  package func isNearACorner(_ distance: Double = 0.05) -> Bool {
    let pass = Pass(self)
    return (0..<architecture.neuronCount).contains {
      architecture.block(ofNeuron: $0).activation == .relu && pass.nets[$0].magnitude < distance
    }
  }
}
