import Networks

/// Whether the goal of a `try` can be reached by moving its quantities within their range.
enum GoalSearch {
  /// Points of the search; of one quantity a grid, of several a seeded random search with the corners.
  private static let mostPoints = 4_001

  /// Cost: at most 4,001 passes, fewer where the goal is long.
  static func isReachable(_ attempt: Attempt, from base: Network) -> Bool {
    guard let start = attempt.setting.networks(from: base).first else { return false }
    if attempt.goal.holds(at: Pass(start)) { return true }
    let (low, high) = (attempt.range.lowerBound, attempt.range.upperBound)
    var random = RandomSource(seed: 1)
    let points = max(101, min(mostPoints, 400_000 / max(1, attempt.goal.text.utf8.count)))
    for point in 0..<points {
      var network = start
      for (number, quantity) in attempt.moved.enumerated() {
        let value: Double
        if attempt.moved.count == 1 {
          value = low + (high - low) * Double(point) / Double(points - 1)
        } else if number < 10, point < 1 << min(10, attempt.moved.count) {
          value = point >> number & 1 == 1 ? high : low
        } else {
          value = random.next(in: attempt.range)
        }
        network[given: quantity] = value
      }
      if attempt.goal.holds(at: Pass(network)) { return true }
    }
    return false
  }
}
