package import Classroom
package import Configuration
package import Diagnostics
package import Lessons
package import Networks
package import Progress
import Questions
package import Skills
import Traces
package import Training

/// All that a session begins with.
package struct Start: Equatable, Codable, Sendable {
  package var scene: Scene
  package var network: Network
  /// The gradients that are walked; nil for the usual ones.
  package var goals: [Quantity]?
  package var language: Language
  package var notation: TextStyle
  /// The lessons that can be opened, in their order.
  package var library: [LessonCatalogue.Entry] = []
  /// What is kept of the learner; nil where that is not known yet.
  package var kept: KeptProgress?
  /// What the clock says, in milliseconds.
  package var now = 0
  /// What is said at the beginning.
  package var notice: Words?
  /// Keys that the user has changed; nil where none are.
  package var keys: [KeyChange]?

  /// What is on the screen first.
  package indirect enum Scene: Equatable, Codable, Sendable {
    case menu
    case walk
    /// The walk along samples.
    case samples(DataSet)
    /// A training run that is watched, from an epoch for so many more; it may begin by itself.
    case training(title: String, epoch: Int, epochs: Int, side: TrainingActivity.Side, begins: Bool)
    case practice(Skill?, seed: UInt64, adapts: Bool)
    /// A lesson where it was left, or on the numbers of a seed from its beginning.
    case lesson(LessonCatalogue.Entry, seed: UInt64?)
    /// Any of these in front of a room.
    case room(Scene, Presentation.Side)
    /// A student's place in a room; `first` numbers the first answer, in milliseconds since 1970.
    case seat(RoomCode, first: Int)
    /// A lesson that its author is at work on; nil where it has faults.
    case draft(LessonCatalogue.Entry?)
  }

  package init(
    _ scene: Scene, network: Network, language: Language = .en, notation: TextStyle = .unicode
  ) {
    (self.scene, self.network, self.language, self.notation) = (scene, network, language, notation)
  }
}

extension State {
  /// What a session begins with; a lesson without anything to show leaves the walk.
  package init(_ start: Start) {
    let goals = start.goals ?? Trace.defaultGoals(of: start.network.architecture)
    let walk = Walk(start.network, goals: goals)
    shared = Shared(language: start.language, notation: start.notation)
    shared.library = start.library
    shared.keymap = Keymap.standard.applying(start.keys ?? []).keymap
    shared.set(time: start.now)
    if let kept = start.kept { shared.know(kept, openLessons: []) }
    activity = .walk(WalkActivity(Board(walk)))
    begin(start.scene, walk, start)
    if case .menu(var menu) = activity, let kept = start.kept {
      menu.know(kept, shared)
      activity = .menu(menu)
    }
    if let notice = start.notice ?? (activity.console.reply == nil ? start.kept?.notice : nil) {
      activity.console.reply = .notice(notice)
    }
  }

  private mutating func begin(_ scene: Start.Scene, _ walk: Walk, _ start: Start) {
    switch scene {
    case .walk: break
    case .menu: activity = .menu(MenuActivity(walk, original: walk.network, shared))
    case .samples(let data):
      var board = Board(walk)
      board.begin(with: data)
      activity = .walk(WalkActivity(board))
    case .training(let title, let epoch, let epochs, let side, let begins):
      activity = .training(TrainingActivity(title: title, from: epoch, epochs: epochs, side: side, begins: begins))
    case .practice(let skill, let seed, let adapts):
      let generator = ProblemGenerator(base: walk.network, skill: skill, seed: seed)
      activity = .practice(PracticeActivity(generator, adapts ? .adaptive : .fixed, shared))
    case .lesson(let entry, let seed) where presentation != nil:
      if let lesson = LessonActivity(entry, seed: seed, shared, isForRoom: true) { activity = .lesson(lesson) }
    case .lesson(let entry, let seed):
      // Other numbers are another visit.
      let lesson = seed == nil ? LessonActivity(visiting: entry, shared) : LessonActivity(entry, seed: seed, shared)
      if let lesson { activity = .lesson(lesson) }
    case .room(let shown, let side):
      audience = .room(Presentation(side, start: start))
      begin(shown, walk, start)
      activity.showToRoom()
    case .seat(let code, let first):
      activity = .seat(SeatActivity(code, first: first, walk: walk, shared))
    case .draft(let entry):
      audience = .author
      if let entry { revise(entry) }
    }
  }
}
