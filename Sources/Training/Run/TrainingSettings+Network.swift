package import Networks

extension TrainingSettings {
  /// What the network's file says: its learning rate, momentum and weight decay, and what it holds.
  package init(of network: Network) {
    self.init(learningRate: network.learningRate, momentum: network.momentum, held: network.held)
    weightDecay = network.weightDecay
    reduction = network.reduction
  }
}
