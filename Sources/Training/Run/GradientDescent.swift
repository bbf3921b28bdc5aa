package import Networks

/// Rounds of gradient descent, as the network's file describes it, on the mean loss over samples, without a history.
package struct GradientDescent: Equatable, Sendable {
  /// The network after the rounds that were made; after a divergence, as it was before them.
  package let network: Network
  /// The mean loss before the first round and after the last.
  package let loss: (before: Double, after: Double)
  package let divergence: Divergence?

  package static func == (one: GradientDescent, other: GradientDescent) -> Bool {
    one.network == other.network && one.loss == other.loss && one.divergence == other.divergence
  }

  /// Each round is one update by the mean gradient of all samples, as a walk shows it; held parameters stay.
  ///
  /// nil if the data does not fit. Cost: a forward and a backward pass for each sample in each round.
  package init?(_ network: Network, on data: DataSet, rounds: Int, firstRound: Int = 1) {
    guard data.fits(network.architecture), data.count > 0 else { return nil }
    let plan = Plan(network.architecture)
    plan.load(network)
    let feed = SampleFeed(data)
    let count = network.parameters.count
    let mean = UnsafeMutablePointer<Double>.allocate(capacity: max(1, count))
    defer { mean.deallocate() }
    let held = network.held.filter { (0..<count).contains($0) }
    var steps = (0..<count).map(network.lastStep(of:))
    var before = Double.nan
    var divergence: Divergence?
    for round in 0..<max(0, rounds) {
      let loss = feed.meanGradients(plan, into: mean)
      if round == 0 { before = loss }
      if network.reduction == .sum { for parameter in 0..<count { mean[parameter] *= Double(data.count) } }
      for parameter in 0..<count {
        let old = plan.parameters[parameter]
        let decay = parameter < network.architecture.weightCount ? network.weightDecay * old : 0
        steps[parameter] =
          network.momentum * steps[parameter] - network.learningRate * (mean[parameter] + decay)
        plan.parameters[parameter] = old + steps[parameter]
      }
      for parameter in held {
        plan.parameters[parameter] = network.parameters[parameter]
        steps[parameter] = 0
      }
      if !loss.isFinite {
        divergence = .notFinite(epoch: firstRound + round, quantity: "E", value: loss)
        break
      }
    }
    let after = feed.meanLoss(plan)
    if rounds < 1 { before = after }
    var trained = network
    trained.parameters = Array(UnsafeBufferPointer(start: plan.parameters, count: count))
    if network.architecture.conventions.hasMomentum { trained.lastSteps = steps }
    if divergence == nil {
      if let parameter = trained.parameters.firstIndex(where: { !$0.isFinite }) {
        divergence = .notFinite(
          epoch: firstRound + rounds - 1, quantity: network.architecture.name(of: .parameter(parameter)),
          value: trained.parameters[parameter])
      } else if !after.isFinite {
        divergence = .notFinite(epoch: firstRound + rounds - 1, quantity: "E", value: after)
      }
    }
    self.network = divergence == nil ? trained : network
    self.loss = (before, after)
    self.divergence = divergence
  }
}
