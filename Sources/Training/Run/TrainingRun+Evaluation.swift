import Networks

/// Samples by the batch or one by one, whichever suits the network.
extension TrainingRun {
  /// The mean loss of all samples, and the mean gradients where they are wanted; nil if it was interrupted.
  ///
  /// Cost: a forward pass for each sample, and a backward pass for gradients.
  func meanLoss(gradients: UnsafeMutablePointer<Double>? = nil) -> Double? { meanLoss(of: feed, gradients: gradients) }

  /// The same of any samples that fit the network.
  func meanLoss(of feed: SampleFeed, gradients: UnsafeMutablePointer<Double>? = nil) -> Double? {
    if let batchPass { return evaluate(batchPass, feed, 0..<feed.count, order: nil, gradients: gradients) }
    if let gradients { return feed.meanGradients(plan, into: gradients) }
    return feed.meanLoss(plan)
  }

  /// Samples through matrix products: their mean loss, and into `gradients` its gradients; nil if it was interrupted.
  ///
  /// `order` says which sample has which number, where they are drawn.
  func evaluate(
    _ pass: BatchPass, _ feed: SampleFeed, _ samples: Range<Int>, order: UnsafePointer<Int32>?,
    gradients: UnsafeMutablePointer<Double>?
  ) -> Double? {
    let share = 1 / Double(max(1, samples.count))
    var sum = 0.0
    var first = samples.lowerBound
    while first < samples.upperBound {
      let count = min(BatchPass.capacity, samples.upperBound - first)
      forward(pass, feed, first, count, order)
      for sample in 0..<count {
        pass.settle(sample, targets: feed.targets(number(first + sample, order)))
        // A step needs no loss.
        if gradients == nil || order == nil { sum += plan.loss }
        if gradients != nil { pass.keepDeltas(sample, share: share) }
      }
      if let gradients { pass.gradients(count, into: gradients, adds: first > samples.lowerBound) }
      first += count
      if interruption != nil, isInterrupted(after: count) { return nil }
    }
    return sum * share
  }

  /// Each sample in turn, with its outputs in the plan.
  func visit(_ feed: SampleFeed, _ body: (Int) -> Void) {
    guard let batchPass else {
      for sample in 0..<feed.count {
        feed.load(sample, into: plan)
        plan.forward()
        body(sample)
      }
      return
    }
    for first in stride(from: 0, to: feed.count, by: BatchPass.capacity) {
      let count = min(BatchPass.capacity, feed.count - first)
      forward(batchPass, feed, first, count, nil)
      for sample in 0..<count {
        batchPass.settle(sample, targets: feed.targets(first + sample))
        body(first + sample)
      }
    }
  }

  /// Puts every net and out of the batch's last sample into the plan, where a matrix product has left its outputs alone.
  func showLastSample() {
    guard batchPass != nil, let sample = nextSamples.last else { return }
    feed.load(sample, into: plan)
    plan.forward()
  }

  private func forward(
    _ pass: BatchPass, _ feed: SampleFeed, _ first: Int, _ count: Int, _ order: UnsafePointer<Int32>?
  ) {
    for sample in 0..<count {
      feed.copyInputs(number(first + sample, order), to: pass.inputs(ofSample: sample))
    }
    pass.forward(count)
  }

  private func number(_ index: Int, _ order: UnsafePointer<Int32>?) -> Int { order.map { Int($0[index]) } ?? index }

  /// Whether to give up, asked after about a million multiplications.
  func isInterrupted(after samples: Int) -> Bool {
    guard let interruption else { return false }
    workSinceAsked += samples * (parameterCount + 1)
    if workSinceAsked < 1 << 20 { return false }
    workSinceAsked = 0
    return interruption()
  }
}
