import Diagnosis
import Lessons
import Networks
import Questions
import Traces

/// A lesson in front of a room: questions are answered for all.
extension LessonActivity {
  /// Answers the part of the question that is open, or brings what is moved to the goal; nil where nothing is open.
  mutating func answerForRoom(_ shared: inout Shared) -> [Request]? {
    guard isForRoom, !run.isDone else { return nil }
    if run.ask != nil, let asking = board.asking, !asking.isSettled {
      let text = asking.current.rightAnswer(ofPart: asking.part)
      let requests = text.map { answer($0, &shared) } ?? []
      // What the engine itself does not accept must not hold the room.
      if board.asking?.part == asking.part, board.asking?.isSettled == false {
        board.asking?.isSettled = true
        board.asking?.isTold = true
      }
      return requests
    }
    guard let attempt = run.attempt, let values = GoalSearch(attempt, from: run.base)?.values else { return nil }
    var network = board.walk.network
    for (quantity, value) in zip(attempt.moved, values) { network[given: quantity] = value }
    board.selection =
      zip(attempt.moved, values).first { board.walk.network[given: $0] != $1 }?.0 ?? board.selection
    board.edit(network)
    return attempt.goal.holds(at: board.walk.trace.pass) ? [] : nil
  }

  /// Takes the last right answer back, so that the question is open again; false where none was given.
  mutating func takeBackAnswer() -> Bool {
    guard isForRoom, let id = run.actionID else { return false }
    if run.attempt != nil {
      guard run.isDone(id) else { return false }
      run.outcomes[id] = nil
      run.moved[id] = nil
    } else {
      guard var known = board.asking, known.takeBack() else { return false }
      known.pausedUntil = nil
      run.askings[id] = known
      run.outcomes[id] = nil
    }
    lay()
    return true
  }
}

extension Asking {
  /// Everything from the last right answer on; false where there is none.
  fileprivate mutating func takeBack() -> Bool {
    let right = tries.lastIndex { $0.verdict.kind == .right || $0.verdict.kind == .followThrough }
    guard right != nil || isSettled else { return false }
    if let right {
      part = tries[right].part
      tries.removeSubrange(right...)
    }
    // Help to a part that is not reached any more goes with it.
    let kept = zip(hints, hintPlaces).filter { ($1.first ?? 0) <= part }
    hints = kept.map(\.0)
    hintPlaces = kept.map(\.1)
    rung = hintPlaces.last { $0.first == part }.map { $0.count > 1 ? $0[1] + 1 : 0 } ?? 0
    isSettled = false
    isTold = false
    compares = false
    return true
  }
}
