import Diagnostics
import Lessons

/// From screen to screen of a lesson, and on to the next lesson.
extension LessonActivity {
  /// The next stage, or the next screen; an open question holds it.
  mutating func advance(_ shared: inout Shared) -> [Request] {
    board.before = nil
    if let shown, board.walk.index < shown.upperBound {
      _ = run.show?.reveal == .byFactor ? board.walk.skipReveals() : board.walk.move(by: 1)
      board.walk.jump(to: min(board.walk.index, shown.upperBound))
    } else if run.isAtEnd {
      reply = .notice(Words(en: "This is the end of the lesson. ] goes on with the next one.", zh: "本课到此结束，按 ] 进入下一课。"))
    } else if let requests = answerForRoom(&shared) {
      return requests
    } else if let target = run.way {
      take(wayTo: target)
    } else if run.isDone || isForRoom {
      go(toScreen: run.screen + 1)
    } else if board.asking?.isGuessTried == true {
      // A prediction that went wrong is answered before what comes next shows it.
      board.asking?.isSettled = true
      board.asking?.isTold = true
      revealAnswer()
    } else {
      reply = .notice(
        run.ask != nil
          ? Words(
            en: "This question is still open: answer it, ask for a hint, or skip it for now.",
            zh: "这道题还没有作答：请作答、看提示，或暂时跳过。")
          : Words(
            en: "The goal is not reached yet: move the number, or skip it for now.", zh: "还没有达到目标：请继续调整数值，或暂时跳过。"))
    }
    return []
  }

  /// Goes where the answer leads; what it passes over need not be answered any more.
  private mutating func take(wayTo target: Int) {
    if let id = run.actionID { run.waysTaken[id] = run.askings[id]?.tries.count }
    if target > run.screen {
      for task in run.tasks where (run.screen + 1..<target).contains(task.screen) { run.settledBefore.insert(task.id) }
    }
    go(toScreen: target)
  }

  /// The stage before, or the screen before.
  mutating func retreat() {
    board.before = nil
    // What came with one click goes with one.
    let isWhole = isForRoom && run.show?.reveal == .all
    if let shown, board.walk.index > shown.lowerBound, !isWhole {
      _ = run.show?.reveal == .byFactor ? board.walk.takeBackReveals() : board.walk.move(by: -1)
      board.walk.jump(to: max(board.walk.index, shown.lowerBound))
    } else if takeBackAnswer() {
      return
    } else if run.screen > 0 {
      go(toScreen: run.screen - 1)
    } else {
      reply = .notice(Words(en: "This is the beginning.", zh: "已经是开头。"))
    }
  }

  /// Reveals the whole derivation, or leaves what is asked open and goes on.
  mutating func skip(_ shared: inout Shared) -> [Request] {
    if let shown, board.walk.index < shown.upperBound {
      board.walk.jump(to: shown.upperBound)
    } else if let id = run.actionID, !run.isDone {
      if isForRoom {
        go(toScreen: run.screen + 1)
        return []
      }
      let isCounted = run.action?.countedID != nil
      run.outcomes[id, default: LessonRun.Outcome()].isSkipped = true
      go(toScreen: run.screen + 1)
      // A prediction says what one expects, and there is nothing to come back to once it was shown.
      reply = .notice(
        isCounted
          ? Words(en: "Left open; the end of the lesson lists it.", zh: "已跳过，本课结束时会列出。")
          : Words(en: "No prediction, then: see what comes.", zh: "已跳过预测，请看结果。"))
    } else {
      return advance(&shared)
    }
    return []
  }

  /// Another lesson of the list: the one after this one, or before it.
  mutating func openNeighbor(_ distance: Int, _ shared: Shared) -> [Request] {
    guard let here = shared.library.firstIndex(where: { $0.id == run.id }),
      shared.library.indices.contains(here + distance)
    else {
      notice(
        distance > 0
          ? Words(en: "There is no lesson after this one.", zh: "这已是最后一课。")
          : Words(en: "There is no lesson before this one.", zh: "这已是第一课。"))
      return []
    }
    let next = shared.library[here + distance]
    let lesson = LessonActivity(next, at: shared.places[next.id], shared, isForRoom: isForRoom)
    return lesson.map { [.exchange(.lesson($0))] } ?? []
  }
}
