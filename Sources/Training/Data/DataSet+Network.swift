package import Networks

extension DataSet {
  /// The one sample that the network itself holds.
  package init(of network: Network) {
    self.init(
      name: network.name, inputCount: network.inputs.count, targetCount: network.targets.count,
      values: network.inputs + network.targets)
  }

  /// Whether the network takes these inputs and gives as many outputs as there are targets.
  package func fits(_ architecture: Architecture) -> Bool {
    inputCount == architecture.inputs.count && targetCount == architecture.outputCount
  }
}

extension Network {
  /// The network with the inputs and targets of a sample in place of its own.
  package func showing(sample: Int, of data: DataSet) -> Network {
    guard data.fits(architecture), (0..<data.count).contains(sample) else { return self }
    var network = self
    network.inputs = Array(data.inputs(ofSample: sample))
    network.targets = Array(data.targets(ofSample: sample))
    return network
  }
}
