package import Networks

/// Which network learns some samples, how, and for how long.
package struct TrainingPlan {
  package var network: Network
  package var settings: TrainingSettings
  package var epochs: Int

  package init(_ network: Network, _ settings: TrainingSettings, epochs: Int) {
    (self.network, self.settings, self.epochs) = (network, settings, epochs)
  }

  /// For samples of any origin: one hidden layer, small batches, momentum.
  ///
  /// Named classes get softmax and categorical cross-entropy, other targets between 0 and 1 sigmoid outputs and
  /// cross-entropy, all others identity outputs and squared error. nil if
  /// such a network would be too large.
  package init?(for data: DataSet, hidden: [Int] = [8], activation: Activation = .tanh, loss: Loss? = nil, seed: UInt64)
  {
    let isShare = (0..<data.count).allSatisfy { data.targets(ofSample: $0).allSatisfy { (0...1).contains($0) } }
    // Of several named classes each sample has exactly one.
    let isOneOfMany = data.classes.count == data.targetCount && data.targetCount > 1
    let loss = loss ?? (isOneOfMany ? .categoricalCrossEntropy : isShare ? .crossEntropy : .squaredError)
    guard
      var network = Network.layered(
        [data.inputCount] + hidden + [data.targetCount], hidden: activation,
        output: loss.function.activation ?? (isShare ? .sigmoid : .identity), loss: loss, seed: seed),
      !network.architecture.hasCollapsingLoss || data.targetCount > 1
    else { return nil }
    network.learningRate = 0.05
    let settings = TrainingSettings(
      learningRate: network.learningRate, momentum: 0.9, batch: .samples(16), isShuffled: data.count > 16, seed: seed)
    self.init(network, settings, epochs: 500)
  }

  /// For a network that is given: plain gradient descent with its own learning rate, on all samples at once.
  package init(of network: Network) {
    self.init(network, TrainingSettings(of: network), epochs: 1000)
  }
}

extension DataGenerator {
  /// What learns these samples in a second or less.
  package func plan(seed: UInt64 = 1) -> TrainingPlan {
    let network = suggestedNetwork(seed: seed)
    var settings = TrainingSettings(of: network)
    settings.seed = seed
    switch self {
    case .and: return TrainingPlan(network, settings, epochs: 500)
    case .xor:
      settings.momentum = 0.9
      return TrainingPlan(network, settings, epochs: 500)
    case .circles:
      settings.momentum = 0.9
      return TrainingPlan(network, settings, epochs: 500)
    case .spirals:
      settings.momentum = 0.9
      settings.batch = .samples(20)
      settings.isShuffled = true
      return TrainingPlan(network, settings, epochs: 1000)
    }
  }
}
