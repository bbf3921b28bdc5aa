package import Networks
package import Screen

/// Who a lesson is shown to.
package enum Audience: Equatable, Sendable {
  /// Someone who learns from it: questions hold, answers count.
  case learner
  /// Its author at work on it, who sees the notes too.
  case author
  /// A class, by someone with a clicker: questions stand until they are answered for all, and nothing is kept.
  case room(Presentation)

  /// What of it can be seen, in a line.
  var account: String {
    switch self {
    case .learner: "learner"
    case .author: "author"
    case .room(let presentation): presentation.account
    }
  }
}

/// How something is being shown to a room.
package struct Presentation: Equatable, Sendable {
  /// Which of the two screens this is.
  package internal(set) var side: Side
  /// What it began with, to begin anew.
  let start: Start
  /// When it began, by the tutor's clock, in milliseconds; later by as long as it was interrupted, if that was long.
  package internal(set) var began: Int
  /// Whether the screen is empty and dark, so that the room looks elsewhere.
  package internal(set) var isBlank = false
  /// Whether the notes and the time are on the room's screen too.
  package internal(set) var showsNotes = false
  /// What has to be answered first.
  package internal(set) var asks: Ask?
  /// The line in which hands are being counted; nil while none are.
  package internal(set) var counting: Console.Prompt?
  /// The hands that were counted for each question.
  package internal(set) var ballots: [String: Ballot] = [:]
  /// How many faults the author's file has, whose last good text is shown; 0 for none.
  package internal(set) var faults = 0

  /// How many questions were made up on the spot.
  var spots = 0

  /// The room, where it takes part.
  package internal(set) var room: RoomState?
  /// The presenter's countdown.
  package internal(set) var countdown: State.Countdown?
  /// Going on by itself.
  var playing: State.Playing?
  /// The one factor, node or edge that is lit.
  package internal(set) var spotlight: Quantity?
  /// Whether the chain and the formula at hand fill the room's screen, and how its terminal enlarges them.
  package internal(set) var isBig = false
  package internal(set) var large = LargeText.spaced
  /// The cells of the room's screen; nil until they are known.
  package internal(set) var size: Size?

  // Of the presenter's own screen.

  /// Whether an event of the room's screen is being repeated here.
  var isHearing = false
  /// How many events of the room's screen have been heard of, without those of the clock.
  var heard = 0
  /// What is done here before it is sent.
  package internal(set) var draft = Draft.none
  /// So many rows of the notes are scrolled out of sight.
  package internal(set) var scrolled = 0

  /// Which of the two screens this is.
  package enum Side: Equatable, Codable, Sendable {
    /// What the room sees.
    case projector
    /// The presenter's own, with the notes.
    case notes(Lead)
  }

  /// Who moves the presenter's own screen.
  package enum Lead: Equatable, Codable, Sendable {
    /// Its own keys: no presentation is on.
    case own
    /// Its own keys, since the two screens have nowhere to meet.
    case apart(Obstacle)
    /// The projector's screen, which its keys drive too.
    case projector
    /// Its own keys again, since the presentation has ended.
    case ended
    /// No one: the projector's program is gone without having ended.
    case gone
  }

  /// Why two screens cannot meet in the user's runtime folder.
  package enum Obstacle: String, Equatable, Codable, Sendable {
    case noFolder
    /// Others could read it or write in it.
    case sharedFolder
  }

  /// What the presenter is asked before anything else.
  package enum Ask: Equatable, Sendable {
    /// Whether to leave.
    case leave
    /// Whether to go on where it was interrupted, or to begin anew.
    case resume
  }

  /// A copy of the state on which keys are tried, which the room does not see, and the keys so far.
  package indirect enum Draft: Equatable, Sendable {
    case none
    /// Begun when so many events of the room's screen had been heard of.
    case open(State, keys: [Key], heard: Int)
  }

  init(_ side: Side, start: Start) {
    self.side = side
    self.start = start
    began = max(0, start.now)
  }

  package var isNotesScreen: Bool { if case .notes = side { true } else { false } }

  /// Whether this screen goes where the room's is.
  package var isFollowing: Bool { side == .notes(.projector) }

  /// Whether something else is seen than the training run at hand.
  package var coversTraining: Bool { isNotesScreen || isBlank }

  /// Whether the time is shown, and has to be updated every second.
  package var showsTime: Bool { showsNotes || isNotesScreen }

  /// What of it can be seen, in a line.
  var account: String {
    let votes = ballots.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.rounds)" }
    return (room.map { "\($0.account) " } ?? "")
      + "\(side) \(began) \(isBlank) \(showsNotes) \(String(describing: asks)) \(faults) \(votes)"
  }
}

/// What one screen of a presentation has to know of the other.
package indirect enum PresentationNews: Equatable, Codable, Sendable {
  // For the room's screen.

  /// The presentation goes on after an interruption, where it was, as if it had begun then; whether it is to is asked first.
  case resumed(began: Int)
  /// The presenter has pressed these keys on the other screen.
  case keys([Key])
  /// The room's screen has so many cells.
  case size(Size)
  /// The room's screen shows the chain and the formula alone, enlarged so, or no longer.
  case big(LargeText?)
  /// So many faults are in the lesson's file as it was saved last, and its last good text stays.
  case faults(Int)
  /// What is new of a room that takes part.
  case room(RoomNews)

  // For the presenter's own.

  /// The room's screen has begun with this.
  case joined(Start)
  /// Something has happened on the room's screen.
  case happened(Event)
  /// Someone else moves this screen from now on.
  case lead(Presentation.Lead)
}
