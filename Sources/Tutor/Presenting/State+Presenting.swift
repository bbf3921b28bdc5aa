import Diagnosis
import Diagnostics
import Exercises
package import Lessons
import Networks
import Screen
import Traces

/// A lesson in front of a room: a clicker is enough, questions stand and are then answered, nothing is kept.
extension State {
  /// nil where the lesson is not shown to a room.
  package internal(set) var presentation: Presentation? {
    get { if case .room(let presentation) = audience { presentation } else { nil } }
    set { audience = newValue.map(Audience.room) ?? .learner }
  }

  /// Opens a lesson for a room, by the tutor's clock from now on; false where there is nothing in it.
  @discardableResult
  package mutating func present(
    _ entry: LessonCatalogue.Entry, on side: Presentation.Side = .projector, seed: UInt64? = nil
  ) -> Bool {
    presentation = Presentation(side, began: now)
    return begin(entry, seed: seed)
  }

  /// Where the room's screen stands, for the presenter's own; nil where this is not the room's.
  package var presentationPlace: PresentationPlace? {
    guard let presentation, !presentation.isNotesScreen, let lesson else { return nil }
    return PresentationPlace(
      lesson: lesson.id, place: lesson.place, began: presentation.began, isBlank: presentation.isBlank,
      isAway: lesson.isAway)
  }

  /// The presenter's own screen goes where the room's is; nil says that the presentation has ended.
  mutating func follow(_ room: PresentationPlace?) {
    guard presentation?.isNotesScreen == true, var shown = presentation else { return }
    guard let room, let entry = library.first(where: { $0.id == room.lesson }) else {
      if shown.side == .notes(.projector) { presentation = Presentation(.notes(.ended), began: shown.began) }
      return
    }
    shown = Presentation(.notes(.projector), began: max(0, min(room.began, now)))
    shown.isBlank = room.isBlank
    shown.isAway = room.isAway
    presentation = shown
    page = .walk
    prompt = nil
    if lesson?.id != room.lesson || lesson?.seed != room.place.seed { begin(entry, seed: room.place.seed) }
    lesson?.askings = [:]
    lesson?.outcomes = [:]
    resume(room.place)
  }

  // MARK: Keys

  /// What a key means only here; nil where it means the same as to a learner.
  mutating func pressPresenting(_ key: Key) -> [Effect]? {
    guard let shown = presentation else { return nil }
    if shown.isBlank, !shown.isNotesScreen {
      if case .control = key { return nil }
      presentation?.isBlank = false
      return []
    }
    if prompt != nil {
      // Whatever was being typed, a clicker goes on.
      guard key == .pageDown || key == .pageUp else { return nil }
      prompt = nil
      return nil
    }
    switch Self.halfWidth(key) {
    case .character("."), .character("b"), .character("。"):
      guard !shown.isNotesScreen else { return nil }
      presentation?.isBlank = true
    case .character("N") where isInLesson && !shown.isNotesScreen:
      presentation?.showsNotes.toggle()
      return tick()
    default: return nil
    }
    return []
  }

  /// Asks for the time at the next full second of the presentation, where it is shown.
  func tick() -> [Effect] {
    guard let presentation, presentation.showsTime else { return [] }
    return [.wake(1_000 - max(0, now - presentation.began) % 1_000)]
  }

  // MARK: Questions

  /// Answers the part of the question that is open, or brings what is moved to the goal; false where nothing is open.
  mutating func answerForRoom() -> Bool {
    guard presentation != nil, let run = lesson, !run.isDone else { return false }
    if run.ask != nil, let asking, !asking.isSettled, let exercise = asking.exercise {
      if let text = exercise.rightAnswer(ofPart: asking.part) { _ = answer(text) }
      // What the engine itself does not accept must not hold the room.
      if self.asking?.part == asking.part, self.asking?.isSettled == false {
        self.asking?.isSettled = true
        self.asking?.isTold = true
      }
      return true
    }
    guard let attempt = run.attempt, let values = GoalSearch(attempt, from: run.base)?.values else { return false }
    var network = walk.network
    for (quantity, value) in zip(attempt.moved, values) { network[given: quantity] = value }
    selection = zip(attempt.moved, values).first { walk.network[given: $0] != $1 }?.0 ?? selection
    edit(network)
    return attempt.goal.holds(at: walk.trace.pass)
  }

  /// Takes the last right answer back, so that the question stands again; false where none was given.
  mutating func takeBackAnswer() -> Bool {
    guard presentation != nil, let id = lesson?.actionID else { return false }
    if lesson?.attempt != nil {
      guard lesson?.isDone(id) == true else { return false }
      lesson?.outcomes[id] = nil
      lesson?.moved[id] = nil
    } else {
      guard var known = asking, known.takeBack() else { return false }
      known.pausedUntil = nil
      lesson?.askings[id] = known
      lesson?.outcomes[id] = nil
    }
    showScreen()
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
