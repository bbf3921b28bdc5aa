import Networks
import Questions

/// A pause for those who only guess, and similar questions on other numbers.
extension Board {
  /// After the answer was given, the same step is asked on other numbers, where these matter.
  mutating func giveAway(_ asking: inout Asking) {
    if let step = asking.step { predicted.insert(step) }
    asking.isTold = true
    if asking.question.dependsOnNumbers {
      drawLike(&asking, seed: UInt64(asking.tries.count + 7 * walk.index + 1))
    } else {
      Self.pass(&asking)
    }
  }

  private func drawLike(_ asking: inout Asking, seed: UInt64) {
    asking.likeSeed = seed
    asking.rung = 0
    asking.like =
      asking.question.hasOwnNumbers ? asking.current.network : walk.network.randomized(seed: seed)
    asking.tries = []
  }

  static func pause(_ asking: inout Asking, _ now: Int) -> [Request] {
    asking.pausedUntil = now + Asking.pause
    asking.times = []
    return [.wake(Asking.pause)]
  }

  /// Whether a pause keeps answers out.
  package var isPaused: Bool { asking?.pausedUntil != nil }

  /// After a pause a similar step is asked, on other numbers; false where none ends.
  mutating func endPause(_ now: Int) -> Bool {
    guard let until = asking?.pausedUntil, now >= until, var asking else { return false }
    asking.pausedUntil = nil
    if asking.question.dependsOnNumbers {
      drawLike(&asking, seed: UInt64(13 * walk.index + 5))
      asking.hints = []
      asking.lookups = [:]
      asking.hintPlaces = []
    }
    self.asking = asking
    return true
  }
}
