package import Networks

extension Network {
  /// A network with layers of these sizes, its weights drawn so that signals neither die out nor explode.
  ///
  /// Weights are uniform: within ±√(6/(in + out)) (Glorot and Bengio 2010), into layers of ReLU and its kin within ±√(6/in) (He et al.
  /// 2015); biases, one a neuron, begin at 0. Names are `i1`…, `h1`… over all hidden layers, and `O` or `o1`…. `sizes`
  /// counts the inputs first; nil if it has fewer than two layers, a layer without neurons, or is too large.
  package static func layered(
    _ sizes: [Int], hidden: Activation = .tanh, output: Activation = .sigmoid, loss: Loss = .squaredError,
    seed: UInt64 = 1
  ) -> Network? {
    guard let inputs = sizes.first, let outputs = sizes.last, sizes.count >= 2,
      sizes.count <= NetworkFile.Limit.layers + 1,
      sizes.allSatisfy({ (1...NetworkFile.Limit.neuronsOfLayer).contains($0) }),
      zip(sizes, sizes.dropFirst()).reduce(0, { $0 + $1.0 * $1.1 }) <= NetworkFile.Limit.parameters
    else { return nil }
    var layers: [Layer] = []
    var hiddenCount = 0
    for size in sizes.dropFirst().dropLast() {
      let names = (hiddenCount + 1...hiddenCount + size).map { "h\($0)" }
      layers.append(Layer(neurons: names, activation: hidden, bias: .each))
      hiddenCount += size
    }
    let names = outputs == 1 ? ["O"] : (1...outputs).map { "o\($0)" }
    layers.append(Layer(neurons: names, activation: output, bias: .each))
    let architecture = Architecture(inputs: (1...inputs).map { "i\($0)" }, layers: layers, loss: loss)
    var network = Network(
      name: sizes.map(String.init).joined(separator: "-"), architecture: architecture)
    network.drawWeights(seed: seed)
    return network
  }

  /// New weights, drawn as `layered` says; biases become 0, held parameters stay.
  package mutating func drawWeights(seed: UInt64) {
    var random = RandomSource(seed: seed)
    for block in architecture.blocks {
      let isOneSided = architecture.activation(ofNeuron: block.firstNeuron).function.isOneSided
      let fan = isOneSided ? block.sourceCount : block.sourceCount + block.neuronCount
      let limit = (6 / Double(max(1, fan))).squareRoot()
      for weight in block.firstWeight..<block.firstWeight + block.sourceCount * block.neuronCount {
        let value = random.next(in: -limit...limit)
        if !held.contains(weight) { parameters[weight] = value }
      }
    }
    for bias in architecture.weightCount..<architecture.parameterCount where !held.contains(bias) {
      parameters[bias] = 0
    }
  }
}

extension DataGenerator {
  /// A network that learns these samples.
  package func suggestedNetwork(seed: UInt64 = 1) -> Network {
    let (sizes, rate): ([Int], Double) =
      switch self {
      case .xor: ([2, 4, 1], 0.5)
      case .and: ([2, 1], 1)
      case .circles: ([2, 6, 1], 0.5)
      case .spirals: ([2, 16, 16, 1], 0.02)
      }
    var network = Network.layered(sizes, loss: .crossEntropy, seed: seed) ?? BundledNetworks.default
    network.name = rawValue
    network.learningRate = rate
    return network
  }
}
