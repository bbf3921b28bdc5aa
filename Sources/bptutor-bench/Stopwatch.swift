import CBaseline

/// Measures two ways of doing the same in turns, so that whatever else the machine does hits both.
struct Stopwatch {
  /// How many pairs; their median is what counts.
  let pairs: Int
  /// A batch lasts at least this long, in nanoseconds: far beyond the clock's own cost.
  let minBatch = 20_000.0

  struct Pair {
    /// Medians, in nanoseconds for one time.
    let ours: Double
    let baseline: Double
    /// The median of the ratios.
    let ratio: Double
  }

  /// Both closures get how many times to do it.
  func compare(_ ours: (Int) -> Void, _ baseline: (Int) -> Void) -> Pair {
    let (times, timesOfBaseline) = (batch(ours), batch(baseline))
    var (our, their, ratios): ([Double], [Double], [Double]) = ([], [], [])
    for number in 0..<pairs {
      var (one, other) = (0.0, 0.0)
      // A B, then B A: neither is always the one that finds the cache as the other left it.
      if number.isMultiple(of: 2) {
        one = time(times, ours)
        other = time(timesOfBaseline, baseline)
      } else {
        other = time(timesOfBaseline, baseline)
        one = time(times, ours)
      }
      our.append(one)
      their.append(other)
      ratios.append(one / other)
    }
    return Pair(ours: our.median, baseline: their.median, ratio: ratios.median)
  }

  /// The median of one alone, in nanoseconds for one time.
  func time(_ work: (Int) -> Void) -> Double {
    let times = batch(work)
    return (0..<pairs).map { _ in time(times, work) }.median
  }

  private func time(_ times: Int, _ work: (Int) -> Void) -> Double {
    let start = session_now()
    work(times)
    return Double(session_now() - start) / Double(times)
  }

  private func batch(_ work: (Int) -> Void) -> Int {
    var times = 1
    while times < 1 << 20, time(times, work) * Double(times) < minBatch { times *= 2 }
    return times
  }
}

extension [Double] {
  /// 0 of nothing.
  var median: Double {
    guard !isEmpty else { return 0 }
    let sorted = sorted()
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }
}
