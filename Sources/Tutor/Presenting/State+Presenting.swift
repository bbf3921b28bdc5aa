import Diagnosis
import Diagnostics
import Keys
import Lessons
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

  /// Where the room's screen is, for the presenter's own; nil where this is not the room's.
  package var presentationPlace: PresentationPlace? {
    guard let presentation, !presentation.isNotesScreen, let lesson else { return nil }
    return PresentationPlace(
      lesson: lesson.id, place: lesson.place, began: presentation.began, isBlank: presentation.isBlank,
      isAway: isAway)
  }

  /// The presenter's own screen goes where the room's is; nil says that the presentation has ended.
  mutating func follow(_ room: PresentationPlace?) -> [Request] {
    guard presentation?.isNotesScreen == true, var shown = presentation else { return [] }
    guard let room, let entry = library.first(where: { $0.id == room.lesson }) else {
      if shown.side == .notes(.projector) { presentation = Presentation(.notes(.ended), began: shown.began) }
      return []
    }
    shown = Presentation(.notes(.projector), began: max(0, min(room.began, shared.now)))
    shown.isBlank = room.isBlank
    shown.isAway = room.isAway
    presentation = shown
    var opened: LessonActivity?
    if case .lesson(let lesson) = activity, lesson.run.id == room.lesson, lesson.run.seed == room.place.seed {
      opened = lesson
    } else {
      opened = LessonActivity(entry, seed: room.place.seed, shared, isForRoom: true)
    }
    guard var lesson = opened else { return [] }
    lesson.run.askings = [:]
    lesson.run.outcomes = [:]
    lesson.resume(room.place)
    activity = .lesson(lesson)
    beneath = []
    return []
  }

  // MARK: Keys

  /// What a key means only here; nil where it means the same as to a learner.
  mutating func pressPresenting(_ key: Key) -> [Request]? {
    guard let shown = presentation else { return nil }
    if shown.isBlank, !shown.isNotesScreen {
      if case .control = key { return nil }
      presentation?.isBlank = false
      return []
    }
    if prompt != nil {
      // Whatever was being typed, a clicker goes on.
      let command = shared.keymap.command(for: key, in: .room)
      guard command == .next || command == .back else { return nil }
      prompt = nil
    }
    switch shared.keymap.command(for: Self.halfWidth(key), in: .room) {
    case .next?: return pressInLesson(.next)
    case .back?: return pressInLesson(.back)
    case .dark where !shown.isNotesScreen: presentation?.isBlank = true
    case .notes where isInLesson && !shown.isNotesScreen:
      presentation?.showsNotes.toggle()
      return tick().map(Request.outside)
    default: return nil
    }
    return []
  }

  /// What a clicker asks for, by the key that the activity on the screen has for it.
  private mutating func pressInLesson(_ command: KeyCommand) -> [Request]? {
    let context: Keymap.Context = isInLesson ? .lesson : .walk
    guard activity.console.page == .walk, let key = shared.keymap.keys(for: command, in: context).first else {
      return nil
    }
    return activity.update(.key(key), &shared)
  }

  /// Asks for the time at the next full second of the presentation, where it is shown.
  func tick() -> [Effect] {
    guard let presentation, presentation.showsTime else { return [] }
    return [.wake(1_000 - max(0, shared.now - presentation.began) % 1_000)]
  }
}
