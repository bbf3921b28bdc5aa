/// Who a lesson is shown to.
package enum Audience: Equatable, Sendable {
  /// Somebody who learns from it: questions hold, answers count.
  case learner
  /// Its author at work on it, who sees the notes too.
  case author
  /// A class, by somebody with a clicker: questions stand until they are answered for all, and nothing is kept.
  case room(Presentation)
}

/// How a lesson is being shown to a room.
package struct Presentation: Equatable, Sendable {
  /// Which of the two screens this is.
  package let side: Side
  /// When it began, by the tutor's clock, in milliseconds.
  package internal(set) var began: Int
  /// Whether the screen is empty and dark, so that the room looks elsewhere.
  package internal(set) var isBlank = false
  /// Whether the room sees the walk for which the lesson was left.
  package internal(set) var isAway = false
  /// Whether the notes and the time stand on the room's screen too.
  package internal(set) var showsNotes = false

  /// Which of the two screens this is.
  package enum Side: Equatable, Sendable {
    /// What the room sees.
    case projector
    /// The presenter's own, with the notes.
    case notes(Lead)
  }

  /// Who moves the presenter's own screen.
  package enum Lead: Equatable, Sendable {
    /// Its own keys: no presentation is on.
    case own
    /// Its own keys, since the two screens have nowhere to meet.
    case apart(Obstacle)
    /// The projector's screen.
    case projector
    /// Its own keys again, since the presentation has ended.
    case ended
  }

  /// Why two screens cannot meet in the user's runtime folder.
  package enum Obstacle: Equatable, Sendable {
    case noFolder
    /// Others could read it or write in it.
    case sharedFolder
  }

  package init(_ side: Side, began: Int) {
    self.side = side
    self.began = began
  }

  package var isNotesScreen: Bool { if case .notes = side { true } else { false } }

  /// Whether the time is shown, and has to be told every second.
  package var showsTime: Bool { showsNotes || isNotesScreen }
}

/// Where a presentation stands: all that the presenter's own screen needs to follow it.
package struct PresentationPlace: Equatable, Codable, Sendable {
  package var lesson: String
  package var place: LessonPlace
  package var began: Int
  package var isBlank: Bool
  /// Whether the room sees the walk for which the lesson was left.
  package var isAway: Bool

  package init(lesson: String, place: LessonPlace, began: Int, isBlank: Bool = false, isAway: Bool = false) {
    self.lesson = lesson
    self.place = place
    self.began = began
    self.isBlank = isBlank
    self.isAway = isAway
  }
}
