import Diagnostics
import Lessons

/// From screen to screen of a lesson, and on to the next lesson.
extension State {
  /// The next stage, or the next screen; an open question holds it.
  mutating func advance() {
    guard let run = lesson else { return }
    reply = nil
    before = nil
    if let shown, walk.index < shown.upperBound {
      if run.show?.reveal == .byFactor { walk.skipReveals() } else { walk.move(by: 1) }
      walk.go(to: min(walk.index, shown.upperBound))
    } else if run.isAtEnd {
      reply = .notice(Words(en: "This is the end of the lesson. ] goes on with the next one.", zh: "本课到此结束，按 ] 进入下一课。"))
    } else if answerForRoom() {
      return
    } else if run.isDone || presentation != nil {
      go(toScreen: run.screen + 1)
    } else {
      reply = .notice(
        run.ask != nil
          ? Words(
            en: "This question is still open: answer it, ask for a hint, or skip it for now.",
            zh: "这道题还没有作答：请作答、看提示，或暂时跳过。")
          : Words(
            en: "The goal is not reached yet: move the number, or skip it for now.", zh: "还没有达到目标：请继续调整数值，或暂时跳过。"))
    }
  }

  /// The stage before, or the screen before.
  mutating func retreat() {
    guard let run = lesson else { return }
    reply = nil
    before = nil
    // What came with one click goes with one.
    let isWhole = presentation != nil && run.show?.reveal == .all
    if let shown, walk.index > shown.lowerBound, !isWhole {
      if run.show?.reveal == .byFactor { walk.takeBackReveals() } else { walk.move(by: -1) }
      walk.go(to: max(walk.index, shown.lowerBound))
    } else if takeBackAnswer() {
      return
    } else if run.screen > 0 {
      go(toScreen: run.screen - 1)
    } else {
      reply = .notice(Words(en: "This is the beginning.", zh: "已经是开头。"))
    }
  }

  /// Reveals the whole derivation, or leaves what is asked open and goes on.
  mutating func skipInLesson() {
    guard let run = lesson else { return }
    if let shown, walk.index < shown.upperBound {
      reply = nil
      walk.go(to: shown.upperBound)
    } else if let id = run.actionID, !run.isDone {
      if presentation != nil { return go(toScreen: run.screen + 1) }
      lesson?.outcomes[id, default: LessonRun.Outcome()].isSkipped = true
      go(toScreen: run.screen + 1)
      // A prediction says what somebody expects, and there is nothing to come back to once it was shown.
      reply = .notice(
        run.action?.countedID == nil
          ? Words(en: "No prediction, then: see what comes.", zh: "已跳过预测，请看结果。")
          : Words(en: "Left open; the end of the lesson lists it.", zh: "已跳过，课程结束时会列出。"))
    } else {
      advance()
    }
  }

  /// Another lesson of the list: the one after this one, or before it.
  mutating func openNeighbour(_ distance: Int) {
    guard let run = lesson, let here = library.firstIndex(where: { $0.id == run.id }),
      library.indices.contains(here + distance)
    else {
      reply = .notice(
        distance > 0
          ? Words(en: "There is no lesson after this one.", zh: "这已是最后一课。")
          : Words(en: "There is no lesson before this one.", zh: "这已是第一课。"))
      return
    }
    let next = library[here + distance]
    begin(next, at: places[next.id])
  }
}
