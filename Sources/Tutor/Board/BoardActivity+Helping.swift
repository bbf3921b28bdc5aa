import Diagnostics
import Exercises
import Networks
import Questions

/// Help with the open question: hints, a like step to look at, a pause for whoever only guesses, the right derivation.
extension State {
  /// The next rung of the ladder; after the last a like step with other numbers.
  mutating func hint() -> [Effect] {
    if drill != nil, asking?.isSettled == true {
      reply = .notice(Words(en: "This problem is settled; go on to the next one.", zh: "这道题已经完成，请继续下一题。"))
      return []
    }
    if asking == nil || asking?.isSettled == true { ask(nil) }
    guard var asking, !isPaused, !(isInLesson && asking.isSettled) else { return [] }
    let trace = askedTrace
    if let next = asking.hint(asking.rung, trace), asking.isSaid(next) { asking.rung += 1 }
    reply = nil
    guard let hint = asking.hint(asking.rung, trace) else {
      reply = .notice(noMoreHelp(asking))
      return []
    }
    if hint.rung == .answer, answerForRoom() { return [] }
    var effects: [Effect] = []
    asking.hints.append(hint)
    asking.hintPlaces.append([asking.part, asking.rung, asking.like == nil ? 0 : 1])
    asking.rung += 1
    if presentation == nil, asking.note(now) { effects = pause(&asking) }
    if hint.rung == .answer { tell(&asking) }
    self.asking = asking
    noteEarlierValues()
    if asking.isSettled, asking.like == nil { reveal(asking) }
    return effects
  }

  /// After the answer was told, the same step is asked on other numbers, where these matter.
  mutating func tell(_ asking: inout Asking) {
    if let step = asking.step { predicted.insert(step) }
    asking.isTold = true
    if asking.hasLike {
      drawLike(&asking, seed: UInt64(asking.tries.count + 7 * walk.index + 1))
    } else {
      pass(&asking)
    }
  }

  func drawLike(_ asking: inout Asking, seed: UInt64) {
    asking.likeSeed = seed
    asking.rung = 0
    asking.like = asking.exercise?.network ?? walk.network.randomized(seed: seed)
    asking.tries = []
  }

  mutating func pause(_ asking: inout Asking) -> [Effect] {
    asking.pausedUntil = now + Asking.pause
    asking.times = []
    return [.wake(Asking.pause)]
  }

  /// Whether a pause keeps answers out.
  package var isPaused: Bool { asking?.pausedUntil != nil }

  /// After a pause a like step is asked, on other numbers.
  mutating func endPause() {
    guard let until = asking?.pausedUntil, now >= until else { return }
    guard var asking else { return }
    asking.pausedUntil = nil
    if asking.hasLike {
      drawLike(&asking, seed: UInt64(13 * walk.index + 5))
      asking.hints = []
      asking.lookups = [:]
      asking.hintPlaces = []
    }
    self.asking = asking
    noteEarlierValues()
  }

  /// The learner's own derivation beside the right one.
  mutating func compare() {
    guard let asked = asking, asked.compares || asked.comparison(askedTrace) != nil else {
      reply = .notice(Words(en: "There is no wrong derivation to compare with.", zh: "没有可对照的错误推导。"))
      return
    }
    if !asked.compares {
      // The right derivation is the answer.
      if refusesInTest() { return }
      if !asked.isSettled { asking?.note(lookup: .answer) }
    }
    asking?.compares.toggle()
  }
}
