package import Lessons
package import Networks
import Questions

extension Lesson {
  /// Seeds that are tried before the lesson's own numbers are kept.
  private static let maxSeeds: UInt64 = 200

  /// The lesson's network at random numbers on which everything in it still makes sense.
  package func suitableNetwork(seed: UInt64) -> Network {
    for number in 0..<Self.maxSeeds {
      let drawn = network.randomized(seed: seed &+ number &* 1_000_003)
      if isSuitable(drawn) { return drawn }
    }
    return network
  }

  /// Whether every question has an answer there and every derivation its wrong line, and no `try` is done already.
  private func isSuitable(_ base: Network) -> Bool {
    elements.allSatisfy { element in
      switch element.content {
      case .ask(let ask): Question(ask, base: base).isSuitable
      case .attempt(let attempt): attempt.isSuitable(base)
      case .prose, .pause, .note, .light, .show, .plot: true
      }
    }
  }
}

extension Experiment {
  /// Whether the goal is not reached yet, and can be: at one of a few hundred points of the range.
  fileprivate func isSuitable(_ base: Network) -> Bool {
    guard let start = setting.networks(from: base).first, !goal.holds(at: Pass(start)) else { return false }
    var random = RandomSource(seed: 1)
    return (0...400).contains { point in
      var network = start
      for quantity in moved {
        let whole = range.upperBound - range.lowerBound
        network[given: quantity] =
          moved.count == 1 ? range.lowerBound + whole * Double(point) / 400 : random.next(in: range)
      }
      return goal.holds(at: Pass(network))
    }
  }
}
