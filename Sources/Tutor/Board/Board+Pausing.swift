import Diagnostics
import Networks
import Questions

/// A pause after quick guesses, and similar questions on other numbers.
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
    asking.aside = nil
  }

  static func pause(_ asking: inout Asking, _ now: Int) -> [Request] {
    asking.pausedUntil = now + Asking.pause
    asking.aside = nil
    asking.times = []
    return [.wake(Asking.pause)]
  }

  /// Whether a pause keeps answers out.
  package var isPaused: Bool { asking?.pausedUntil != nil }

  /// The same question goes on after a pause, and nothing says any more that it has to wait.
  mutating func endPause(_ now: Int) {
    guard let until = asking?.pausedUntil, now >= until else { return }
    asking?.pausedUntil = nil
    let waits = 1...Asking.pause / 1_000
    let notices = waits.flatMap { [Self.waiting($0, keepsLine: true), Self.waiting($0)] }
    if reply.map(notices.contains) == true { reply = nil }
  }

  /// Says that an answer has to wait; false where it has not.
  mutating func refusesWhilePaused(_ now: Int, keepsLine: Bool = false) -> Bool {
    guard let until = asking?.pausedUntil else { return false }
    reply = Self.waiting(max(1, (until - now + 999) / 1_000), keepsLine: keepsLine)
    return true
  }

  private static func waiting(_ seconds: Int, keepsLine: Bool = false) -> Reply {
    let (en, zh) = keepsLine ? (" What you typed is kept.", "，输入的内容会保留。") : ("", "。")
    return .notice(
      Words(
        en: "Three quick guesses: answers are taken again in \(seconds) s.\(en)",
        zh: "连猜了三次：\(seconds) 秒后再作答\(zh)"))
  }
}
