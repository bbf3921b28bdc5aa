package import Diagnostics
package import Lessons
package import Networks
package import Progress
package import Questions
package import Traces

/// What views read, of whichever activity is on the screen.
extension State {
  package internal(set) var language: Language {
    get { shared.language }
    set { shared.language = newValue }
  }
  package internal(set) var notation: TextStyle {
    get { shared.notation }
    set { shared.notation = newValue }
  }
  package var library: [LessonCatalogue.Entry] { shared.library }
  package internal(set) var places: [String: LessonPlace] {
    get { shared.places }
    set { shared.places = newValue }
  }
  package var learner: LearnerModel { shared.learner }
  package var banner: Words? { shared.banner }
  package var now: Int { shared.now }
  package var leaving: Shared.Leaving { shared.leaving }
  package internal(set) var history: [String] {
    get { shared.history }
    set { shared.history = newValue }
  }

  package internal(set) var page: Console.Page {
    get { activity.console.page }
    set { activity.console.page = newValue }
  }
  package internal(set) var prompt: Console.Prompt? {
    get { activity.console.prompt }
    set { activity.console.prompt = newValue }
  }
  package internal(set) var reply: Reply? {
    get { activity.console.reply }
    set { activity.console.reply = newValue }
  }

  /// The board; the menu's is the walk as it was left.
  package internal(set) var board: Board {
    get {
      if let board = activity.board { return board }
      var board = Board(walk)
      if case .menu(let menu) = activity { board = Board(menu.walk, original: menu.original, samples: menu.samples) }
      return board
    }
    set { activity.board = newValue }
  }

  package internal(set) var walk: Walk {
    get {
      switch activity {
      case .menu(let menu): menu.walk
      case .walk(let walk): walk.board.walk
      case .lesson(let lesson): lesson.board.walk
      case .practice(let practice): practice.board.walk
      case .seat(let seat): seat.board.walk
      case .training: Self.noWalk
      }
    }
    set {
      if case .menu(var menu) = activity {
        menu.walk = newValue
        activity = .menu(menu)
      } else {
        activity.board?.walk = newValue
      }
    }
  }

  /// Of an activity without any.
  private static let noWalk = Walk(BundledNetworks.default, goals: [])

  /// The question that is open.
  package internal(set) var asking: Asking? {
    get {
      switch activity {
      case .menu, .training: nil
      case .walk(let walk): walk.board.asking
      case .lesson(let lesson): lesson.board.asking
      case .practice(let practice): practice.board.asking
      case .seat(let seat): seat.board.asking
      }
    }
    set { activity.board?.asking = newValue }
  }

  /// The same before anything was asked.
  package var unasked: State {
    var result = self
    result.asking = nil
    return result
  }

  package internal(set) var samples: Samples? {
    get { activity.onBoard { $0.samples } ?? nil }
    set { activity.board?.samples = newValue }
  }
  package internal(set) var selection: Quantity? {
    get { activity.onBoard { $0.selection } ?? nil }
    set { activity.board?.selection = newValue }
  }
  package internal(set) var before: Pass? {
    get { activity.onBoard { $0.before } ?? nil }
    set { activity.board?.before = newValue }
  }
  package var earlier: [Quantity: Double] { activity.onBoard { $0.earlier } ?? [:] }
  package var predicts: Bool { activity.onBoard { $0.predicts } ?? false }

  /// The trace that the open question is about: the walk's, or one at other numbers.
  package var askedTrace: Trace { activity.onBoard { $0.askedTrace } ?? walk.trace }

  /// The open question, on the numbers that it is asked on now.
  package var question: Question? { activity.onBoard { $0.question } ?? nil }

  /// Whether a pause keeps answers out.
  package var isPaused: Bool { asking?.pausedUntil != nil }

  /// Whether the open question has to be tried before the walk goes on.
  package var holdsForPrediction: Bool {
    if case .walk(let walk) = activity { walk.board.holdsForPrediction } else { false }
  }

  /// Whether a value may be seen: it is given, or was found, and is not what is asked.
  package func knows(_ quantity: Quantity) -> Bool {
    activity.onBoard { $0.knows(quantity) } ?? walk.knows(quantity)
  }

  /// Whether a value was found here, or in a lesson before this one, and may be seen.
  package func hasFound(_ quantity: Quantity) -> Bool { activity.board?.hasFound(quantity) ?? knows(quantity) }

  /// What was found besides the forward pass, the newest last.
  package var findings: [Quantity] { activity.onBoard { $0.findings } ?? [] }

  /// What the open question asks for; nothing where none is open.
  package var asked: [Quantity] { activity.onBoard { $0.asked } ?? [] }

  /// What the answer is computed from, the nearest first.
  package var needs: [Quantity] { activity.onBoard { $0.needs } ?? [] }

  /// Whether the walk is at its end and shows what came of it.
  package var showsReward: Bool { activity.onBoard { $0.showsReward } ?? false }

  /// The function that is drawn in the network's place; nil for the network.
  package var functionPicture: FunctionPicture? { activity.onBoard { $0.functionPicture } ?? nil }

  /// Whether a quantity is another one than before or than usual.
  package func hasChanged(_ quantity: Quantity) -> Bool {
    activity.onBoard { $0.hasChanged(quantity) } ?? false
  }

  // MARK: Activities

  package var kind: Activity.Kind { activity.kind }
  /// Whether the menu is what is on the screen.
  package var isAtHome: Bool { kind == .menu }
  /// Whether a lesson is on the screen, and not the walk that it was left for.
  package var isInLesson: Bool { kind == .lesson }
  /// Whether a lesson waits beneath the walk that it was left for.
  package var isAway: Bool { if case .lesson? = beneath.last { true } else { false } }

  /// The menu, where it is on the screen.
  package internal(set) var home: MenuActivity? {
    get { if case .menu(let menu) = activity { menu } else { nil } }
    set { if let newValue { activity = .menu(newValue) } }
  }

  /// The problems, where practice is on the screen.
  package var drill: Drill? { if case .practice(let practice) = activity { practice.drill } else { nil } }

  /// What a session of practice has come to; nil while it lasts.
  package var summary: SessionSummary? {
    if case .practice(let practice) = activity { practice.summary } else { nil }
  }

  /// Training that goes on between keys in the walk.
  package var descent: Descent? { if case .walk(let walk) = activity { walk.descent } else { nil } }

  /// The lesson that is worked through, or was left for the walk.
  package internal(set) var lesson: LessonRun? {
    get {
      if case .lesson(let lesson) = activity { return lesson.run }
      if case .lesson(let lesson)? = beneath.last { return lesson.run }
      return nil
    }
    set {
      guard let newValue, case .lesson(var lesson) = activity else { return }
      lesson.run = newValue
      activity = .lesson(lesson)
    }
  }

  /// The training run, where it is on the screen.
  package var training: TrainingActivity? { if case .training(let training) = activity { training } else { nil } }

  /// The stops of the derivation that a lesson's screen shows; nil where it shows none.
  package var shown: ClosedRange<Int>? { if case .lesson(let lesson) = activity { lesson.shown } else { nil } }

  /// Whether a lesson's screen is about one local gradient by itself, whatever chain it is a factor of.
  package var showsLocalGradient: Bool {
    guard case .lesson(let lesson) = activity, let show = lesson.run.show, lesson.shown != nil else { return false }
    if case .derivative(of: .loss, by: .out(let neuron)) = show.step {
      return walk.network.architecture.isOutput(neuron)
    }
    return !Trace.isGoal(show.step) && walk.step.kind == .factor && walk.step.quantity == show.step
  }

  /// Whether the walk's step is what the screen is about, so that the picture lights its path.
  package var lightsStep: Bool {
    switch activity {
    case .menu, .walk, .training: true
    case .lesson: shown != nil
    case .practice: false
    case .seat(let seat): seat.place?.view == .step
    }
  }

  /// The commands that mean something on the screen at hand.
  package var commands: [Command] {
    if case .lesson(let lesson) = activity { lesson.commands } else { Command.allCases }
  }

  /// What a command does here, in one line.
  package func summary(of command: Command) -> Words { shared.summary(of: command) }

  // MARK: The menu

  /// All that can be chosen in the menu.
  package var homeItems: [MenuActivity.Item] { home?.items(shared) ?? [] }
  /// The menu's entries before the list of lessons; the first is the one to do.
  package var suggestions: [MenuActivity.Item] { home?.suggestions(shared) ?? [] }
  /// What the calendar says, in milliseconds since 1970.
  package var calendarTime: Int64 { shared.calendarTime }
  /// How many seconds the learner's clocks are ahead of UTC.
  package var utcOffset: Int { shared.utcOffset }

  /// The part of a screen in which what is searched for is found.
  package func foundText(_ lesson: String, screen: Int) -> (text: SearchText, hit: Range<Int>)? {
    home?.foundText(lesson, screen: screen, shared)
  }
}
