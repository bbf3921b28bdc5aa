extension Network {
  /// The same architecture with other numbers, drawn so that they are kind to a learner's eye.
  ///
  /// Inputs lie in ±1, parameters in ±1.5, two decimals, none of them 0 or ±1 (which hide mistakes); targets are out of
  /// the middle. The learning rate and what is held stay.
  package func randomized(seed: UInt64) -> Network {
    var random = RandomSource(seed: seed)
    var network = self
    for index in network.inputs.indices { network.inputs[index] = random.tellingNumber(upTo: 0.95) }
    for index in network.parameters.indices { network.parameters[index] = random.tellingNumber(upTo: 1.5) }
    for index in network.targets.indices {
      let isHigh = random.next() & 1 == 1
      let distance = (random.next(in: 0.05...0.3) * 100).rounded() / 100
      network.targets[index] = isHigh ? (100 - (distance * 100).rounded()) / 100 : distance
    }
    if architecture.hasCollapsingLoss, !network.targets.isEmpty {
      let right = Int(random.next() % UInt64(network.targets.count))
      for index in network.targets.indices { network.targets[index] = index == right ? 1 : 0 }
    }
    return network
  }
}

extension RandomSource {
  /// Two decimals, magnitude from 0.1, not a whole number.
  fileprivate mutating func tellingNumber(upTo limit: Double) -> Double {
    for _ in 0..<64 {
      let hundredths = next(in: -limit * 100...limit * 100).rounded()
      if hundredths.magnitude >= 10, hundredths.remainder(dividingBy: 100) != 0 { return hundredths / 100 }
    }
    return 0.25
  }
}
