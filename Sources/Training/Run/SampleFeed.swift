import Networks

/// The samples in memory that stays where it is, for a plan to read.
final class SampleFeed {
  let count: Int
  private let inputCount: Int
  private let targetCount: Int
  private let values: UnsafeMutablePointer<Double>

  init(_ data: DataSet) {
    count = data.count
    inputCount = data.inputCount
    targetCount = data.targetCount
    values = .allocate(capacity: max(1, data.values.count))
    values.initialize(repeating: 0, count: max(1, data.values.count))
    for (index, value) in data.values.enumerated() { values[index] = value }
  }

  deinit { values.deallocate() }

  /// Copies a sample's inputs.
  func copyInputs(_ sample: Int, to place: UnsafeMutablePointer<Double>) {
    place.update(from: values + sample &* (inputCount &+ targetCount), count: inputCount)
  }

  /// Where a sample's targets stand.
  func targets(_ sample: Int) -> UnsafePointer<Double> {
    UnsafePointer(values + (sample &* (inputCount &+ targetCount) &+ inputCount))
  }

  /// Puts a sample in the place of the plan's inputs and targets.
  ///
  /// The data must fit the plan's network.
  func load(_ sample: Int, into plan: Plan) {
    let row = values + sample &* (inputCount &+ targetCount)
    plan.sources.update(from: row, count: inputCount)
    plan.targets.update(from: row + inputCount, count: targetCount)
  }

  /// The mean loss of all samples at the plan's parameters.
  ///
  /// Cost: a forward pass for each.
  func meanLoss(_ plan: Plan) -> Double {
    var sum = 0.0
    for sample in 0..<count {
      load(sample, into: plan)
      plan.forward()
      sum += plan.loss
    }
    return count == 0 ? 0 : sum / Double(count)
  }

  /// The mean loss, and the mean gradients into `mean`.
  func meanGradients(_ plan: Plan, into mean: UnsafeMutablePointer<Double>) -> Double {
    let parameters = plan.architecture.parameterCount
    mean.update(repeating: 0, count: parameters)
    var sum = 0.0
    for sample in 0..<count {
      load(sample, into: plan)
      plan.forward()
      sum += plan.loss
      plan.backward()
      for parameter in 0..<parameters { mean[parameter] += plan.gradients[parameter] }
    }
    guard count > 0 else { return 0 }
    for parameter in 0..<parameters { mean[parameter] /= Double(count) }
    return sum / Double(count)
  }
}
