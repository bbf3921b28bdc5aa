import Diagnostics
import Lessons
import Networks
import Questions

/// Help with the open question: hints, a similar step to look at, the right derivation.
extension BoardActivity {
  /// The next rung of the ladder; after the last a similar step with other numbers.
  mutating func giveHint(_ shared: inout Shared) -> [Request] {
    if board.asking == nil || board.asking?.isSettled == true { ask(nil, shared) }
    guard var asking = board.asking, !asking.isSettled else { return [] }
    let ladder = board.question?.hints(ofPart: asking.part) ?? []
    if ladder.indices.contains(asking.rung), asking.isSaid(ladder[asking.rung]) { asking.rung += 1 }
    reply = nil
    guard ladder.indices.contains(asking.rung) else {
      notice(noMoreHelp(asking))
      return []
    }
    let hint = ladder[asking.rung]
    if hint.rung == .answer, let requests = answerForRoom(&shared) { return requests }
    asking.hints.append(hint)
    asking.hintPlaces.append([asking.part, asking.rung, asking.like == nil ? 0 : 1])
    asking.rung += 1
    if hint.rung == .answer { board.giveAway(&asking) }
    board.asking = asking
    noteEarlierValues()
    if asking.isSettled, asking.like == nil { reveal(asking) }
    return []
  }

  func noMoreHelp(_ asking: Asking) -> Words {
    asking.question.mode == .test
      ? Words(
        en: "A test shows what you know, so it gives no hints. s leaves this one open.",
        zh: "这是测验，看你自己会多少，所以不给提示。按 s 可以先跳过。")
      : Words(en: "That was the last hint.", zh: "提示到此为止。")
  }

  /// The learner's own derivation beside the right one.
  mutating func compare() {
    guard let asked = board.asking, asked.compares || asked.comparison(board.askedTrace) != nil else {
      notice(Words(en: "There is no wrong derivation to compare with.", zh: "没有可对照的错误推导。"))
      return
    }
    if !asked.compares {
      // The right derivation is the answer.
      if refusesInTest() { return }
      if !asked.isSettled { board.asking?.note(lookup: .answer) }
    }
    board.asking?.compares.toggle()
  }

  /// The clock has moved on: a question that has just been opened begins, a pause may end.
  mutating func noteTime(_ now: Int) {
    if board.asking != nil, board.asking?.since == nil { board.asking?.since = now }
    board.endPause(now)
  }
}
