package import Networks

extension TrainingSettings {
  /// What the network's file says: its learning rate and what it holds.
  package init(of network: Network) {
    self.init(learningRate: network.learningRate, held: network.held)
  }
}
