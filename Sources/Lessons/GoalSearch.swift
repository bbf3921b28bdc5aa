package import Networks

/// Looks for values of a `try`'s quantities, within their range, at which its goal is reached.
package struct GoalSearch {
  private let attempt: Experiment
  private let start: Network

  /// Points of the search; of one quantity a grid, of several a seeded random search with the corners.
  private static let maxPoints = 4_001

  /// nil where the numbers of the `try` make no network.
  package init?(_ attempt: Experiment, from base: Network) {
    guard let start = attempt.setting.networks(from: base).first else { return nil }
    self.attempt = attempt
    self.start = start
  }

  /// Whether there are such values.
  ///
  /// Cost: at most 4,001 passes, fewer where the goal is long.
  var isSuccessful: Bool { isReached(own) || anywhere != nil }

  /// Such values in the order of the quantities, of few digits and near to where these start, as a person would move
  /// them; nil where none were found.
  ///
  /// Cost: as of `isSuccessful`, and 200 passes for each quantity.
  package var values: [Double]? {
    if isReached(own) { return own }
    if let nearby { return nearby }
    guard let found = anywhere else { return nil }
    let rounded = found.map { ($0 * attempt.stepsPerOne).rounded() / attempt.stepsPerOne }
    return rounded.allSatisfy(attempt.range.contains) && isReached(rounded) ? rounded : found
  }

  private var own: [Double] { attempt.moved.map { start[given: $0] ?? 0 } }

  private func isReached(_ values: [Double]) -> Bool {
    var network = start
    for (quantity, value) in zip(attempt.moved, values) { network[given: quantity] = value }
    return attempt.goal.holds(at: Pass(network))
  }

  /// One quantity moved alone, step by step, one way and the other.
  private var nearby: [Double]? {
    let (own, perOne) = (own, attempt.stepsPerOne)
    for distance in 1...100 {
      for number in own.indices {
        for steps in [Double(distance), -Double(distance)] {
          var values = own
          values[number] = ((own[number] * perOne).rounded() + steps) / perOne
          if attempt.range.contains(values[number]), isReached(values) { return values }
        }
      }
    }
    return nil
  }

  private var anywhere: [Double]? {
    let (low, high) = (attempt.range.lowerBound, attempt.range.upperBound)
    var random = RandomSource(seed: 1)
    let points = max(101, min(Self.maxPoints, 400_000 / max(1, attempt.goal.text.utf8.count)))
    for point in 0..<points {
      var values: [Double] = []
      for number in attempt.moved.indices {
        if attempt.moved.count == 1 {
          values.append(low + (high - low) * Double(point) / Double(points - 1))
        } else if number < 10, point < 1 << min(10, attempt.moved.count) {
          values.append(point >> number & 1 == 1 ? high : low)
        } else {
          values.append(random.next(in: attempt.range))
        }
      }
      if isReached(values) { return values }
    }
    return nil
  }
}

extension Experiment {
  /// How many steps make one: a step is a fortieth of the range or so, as a power of ten, so that numbers stay short.
  package var stepsPerOne: Double {
    let width = range.upperBound - range.lowerBound
    var perOne = 1_000.0
    while perOne > 1e-3, 40 / perOne < width { perOne /= 10 }
    return perOne
  }
}
