package import Networks

/// One training run that can stop anywhere, look around, go on and go back.
///
/// A step is one update; an epoch is one pass over the samples. Each epoch's order follows from the seed and the epoch's
/// number alone, so that a run is the same whether it was interrupted or not. A step allocates nothing.
package final class TrainingRun {
  /// The network that training began with.
  package let start: Network
  package let data: DataSet
  /// Samples that are not trained on.
  package let heldOut: DataSet?
  /// How they were drawn.
  let holdOut: HoldOut?
  package internal(set) var settings: TrainingSettings
  /// Epochs that are complete.
  package internal(set) var epoch = 0
  /// Batches of the epoch at hand that are done.
  package internal(set) var batch = 0
  /// The mean loss over all samples at the end of the last complete epoch, or where a parameter was last changed by hand.
  package internal(set) var loss = 0.0
  package internal(set) var history: TrainingHistory
  package internal(set) var divergence: Divergence?
  /// Asked every few milliseconds of work; once it says yes, the step at hand is given up as if it had not begun.
  package var interruption: (() -> Bool)?
  /// Multiplications since it was asked last.
  var workSinceAsked = 0

  let plan: Plan
  let feed: SampleFeed
  let heldOutFeed: SampleFeed?
  /// For networks that are large enough for matrix products.
  var batchPass: BatchPass?
  let parameterCount: Int
  /// The gradient that the update at hand uses.
  private(set) var gradients: UnsafeMutablePointer<Double>
  let velocities: UnsafeMutablePointer<Double>
  let sums: UnsafeMutablePointer<Double>
  let kept: UnsafeMutablePointer<Double>
  let order: UnsafeMutablePointer<Int32>
  var watch = DivergenceWatch()
  /// States to go back to.
  var checkpoints: SampledSeries
  /// Where settings or parameters were changed by hand; the first is the beginning.
  var edits: [TrainingSnapshot] = []
  /// Where a file took the run up.
  var anchor: TrainingSnapshot?

  /// nil if the data does not fit the network, or is empty.
  package init?(
    _ network: Network, data: DataSet, settings: TrainingSettings? = nil, heldOut: DataSet? = nil,
    holdOut: HoldOut? = nil
  ) {
    guard data.fits(network.architecture), data.count > 0, data.count <= Int(Int32.max),
      heldOut?.fits(network.architecture) ?? true
    else { return nil }
    self.heldOut = heldOut
    self.holdOut = holdOut
    heldOutFeed = heldOut.map(SampleFeed.init)
    start = network
    self.data = data
    self.settings = settings ?? TrainingSettings(of: network)
    plan = Plan(network.architecture)
    plan.load(network)
    feed = SampleFeed(data)
    batchPass = data.count >= BatchPass.minSamples && BatchPass.suits(network.architecture) ? BatchPass(plan) : nil
    parameterCount = network.architecture.parameterCount
    history = TrainingHistory(network.architecture)
    let width = 2 * parameterCount + DivergenceWatch.width
    checkpoints = SampledSeries(width: width, capacity: min(512, TrainingSnapshot.memory / (8 * width)))
    let room = max(1, parameterCount)
    (velocities, sums, kept) = (.allocate(capacity: room), .allocate(capacity: room), .allocate(capacity: room))
    for buffer in [velocities, sums, kept] { buffer.initialize(repeating: 0, count: room) }
    gradients = sums
    order = .allocate(capacity: data.count)
    order.initialize(repeating: 0, count: data.count)
    // The step before is −η times a velocity.
    if network.lastSteps.count == parameterCount, network.learningRate != 0 {
      for parameter in 0..<parameterCount {
        velocities[parameter] = -network.lastSteps[parameter] / network.learningRate
      }
    }
    setOrder()
    finishEpoch()
    edits = [snapshot()]
  }

  deinit {
    for buffer in [velocities, sums, kept] { buffer.deallocate() }
    order.deallocate()
  }

  package var batchSize: Int { settings.batch.count(of: data.count) }
  /// Updates in an epoch.
  package var batchCount: Int { (data.count + batchSize - 1) / batchSize }

  /// Takes one step: the gradient of the next batch, then the update; false if it was given up.
  @discardableResult
  package func step() -> Bool {
    guard setGradients() else { return false }
    // Only the evaluation at an epoch's end can be interrupted once the parameters have changed.
    let before = interruption != nil && batch + 1 >= batchCount ? snapshot() : nil
    update()
    if advance() { return true }
    if let before { restore(before) }
    return false
  }

  // MARK: The three parts of a step

  /// The mean gradient of the next batch, or their sum; false if it was interrupted.
  @discardableResult
  func setGradients() -> Bool {
    let first = batch &* batchSize
    let end = min(data.count, first &+ batchSize)
    if end == first &+ 1 {
      feed.load(Int(order[first]), into: plan)
      plan.forward()
      backward()
      gradients = plan.gradients
      return true
    }
    gradients = sums
    if settings.mistake == nil, let batchPass, end - first >= BatchPass.minSamples {
      guard evaluate(batchPass, feed, first..<end, order: order, gradients: sums) != nil else { return false }
      if settings.reduction == .sum {
        for parameter in 0..<parameterCount { sums[parameter] *= Double(end - first) }
      }
      return true
    }
    sums.update(repeating: 0, count: parameterCount)
    for index in first..<end {
      feed.load(Int(order[index]), into: plan)
      plan.forward()
      backward()
      for parameter in 0..<parameterCount { sums[parameter] += plan.gradients[parameter] }
      if interruption != nil, isInterrupted(after: 1) { return false }
    }
    let count = Double(end - first)
    // The mistake is to add for a mean, and to average for a sum.
    if (settings.reduction == .mean) != (settings.mistake == .batch) {
      for parameter in 0..<parameterCount { sums[parameter] /= count }
    }
    return true
  }

  func update() {
    let rate = rateOfUpdate()
    let hasHeld = !settings.held.isEmpty
    if hasHeld { kept.update(from: plan.parameters, count: parameterCount) }
    if settings.weightDecay != 0 {
      for weight in 0..<plan.architecture.weightCount {
        gradients[weight] += settings.weightDecay * plan.parameters[weight]
      }
    }
    if settings.momentum == 0 {
      for parameter in 0..<parameterCount { plan.parameters[parameter] -= rate * gradients[parameter] }
    } else {
      for parameter in 0..<parameterCount {
        velocities[parameter] = settings.momentum * velocities[parameter] + gradients[parameter]
        plan.parameters[parameter] -= rate * velocities[parameter]
      }
    }
    if hasHeld {
      for parameter in settings.held where (0..<parameterCount).contains(parameter) {
        plan.parameters[parameter] = kept[parameter]
        velocities[parameter] = 0
      }
    }
  }

  /// False if the evaluation at the end of an epoch was interrupted.
  @discardableResult
  func advance() -> Bool {
    batch += 1
    if batch < batchCount { return true }
    batch = 0
    epoch += 1
    guard finishEpoch() else { return false }
    setOrder()
    return true
  }

  /// The order of the samples in the epoch at hand (Fisher and Yates).
  func setOrder() {
    for index in 0..<data.count { order[index] = Int32(truncatingIfNeeded: index) }
    guard settings.isShuffled, data.count > 1 else { return }
    // Neighbouring seeds would give the same numbers one place apart, so the epoch's seed is drawn itself.
    var seeds = RandomSource(seed: settings.seed &+ UInt64(truncatingIfNeeded: epoch))
    var random = RandomSource(seed: seeds.next() ^ seeds.next())
    for index in (1..<data.count).reversed() {
      // The high half of a product: even up to 2⁻³².
      let other = Int(((random.next() >> 32) * UInt64(index + 1)) >> 32)
      (order[index], order[other]) = (order[other], order[index])
    }
  }

  /// The samples of the next batch, in order.
  package var nextSamples: [Int] {
    let first = batch * batchSize
    return (first..<min(data.count, first + batchSize)).map { Int(order[$0]) }
  }

  /// Measures the loss where the epoch ended, records, and looks for divergence; false if it was interrupted.
  @discardableResult
  func finishEpoch() -> Bool {
    let isDue = history.states.isDue(epoch)
    // All that can be interrupted comes first, so that nothing of an epoch that is given up is recorded.
    var heldOutLoss: Double?
    if let heldOutFeed, history.heldOutLosses.isDue(epoch) {
      guard let measured = meanLoss(of: heldOutFeed) else { return false }
      heldOutLoss = measured
    }
    guard let loss = meanLoss(gradients: isDue ? sums : nil) else { return false }
    self.loss = loss
    if let heldOutLoss { history.heldOutLosses.record(epoch: epoch) { $0.append(heldOutLoss) } }
    if isDue {
      let tracked = history.tracked.count
      history.states.record(epoch: epoch) { row in
        row.append(contentsOf: UnsafeBufferPointer(start: plan.parameters, count: tracked))
        row.append(contentsOf: UnsafeBufferPointer(start: sums, count: tracked))
      }
    }
    history.losses.record(epoch: epoch) { $0.append(loss) }
    divergence = nonFinite() ?? watch.see(loss, epoch: epoch)
    keepCheckpoint()
    return true
  }

  func keepCheckpoint() {
    checkpoints.record(epoch: epoch) { row in
      row.append(contentsOf: UnsafeBufferPointer(start: plan.parameters, count: parameterCount))
      row.append(contentsOf: UnsafeBufferPointer(start: velocities, count: parameterCount))
      watch.write(to: &row)
    }
  }

  /// The first value that is no finite number.
  func nonFinite() -> Divergence? {
    // One sum tells whether any value is NaN or infinite.
    var sum = 0.0
    for parameter in 0..<parameterCount { sum += plan.parameters[parameter] * 0 }
    if sum.isFinite, loss.isFinite { return nil }
    let architecture = plan.architecture
    for parameter in 0..<parameterCount where !plan.parameters[parameter].isFinite {
      return .notFinite(
        epoch: epoch, quantity: architecture.name(of: .parameter(parameter)), value: plan.parameters[parameter])
    }
    return .notFinite(epoch: epoch, quantity: architecture.name(of: .loss), value: loss)
  }
}
