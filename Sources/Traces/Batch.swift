import Networks

/// Samples whose gradients are averaged into one update; the derivation goes along one of them.
package struct Batch: Equatable, Sendable {
  /// One sample's inputs and targets.
  package struct Sample: Equatable, Sendable {
    /// From 1, as people count.
    package let number: Int
    package let inputs: [Double]
    package let targets: [Double]

    package init(number: Int, inputs: [Double], targets: [Double]) {
      self.number = number
      self.inputs = inputs
      self.targets = targets
    }
  }

  package let samples: [Sample]
  /// The number of the sample that the derivation's own network holds; its numbers may have been edited.
  package let own: Int

  package init(_ samples: [Sample], own: Int) {
    self.samples = samples
    self.own = own
  }

  /// The network at each sample.
  ///
  /// Samples of another size leave it as it is.
  func networks(of network: Network) -> [Network] {
    samples.map { sample in
      guard sample.number != own, sample.inputs.count == network.inputs.count,
        sample.targets.count == network.targets.count
      else { return network }
      var other = network
      other.inputs = sample.inputs
      other.targets = sample.targets
      return other
    }
  }
}
