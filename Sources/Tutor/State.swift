package import Diagnostics
import Expressions
package import Lessons
package import Networks
package import Progress
import Traces
import Training

/// Everything the tutor knows; views draw it, events change it, nothing else does.
package struct State: Equatable, Sendable {
  package var language: Language
  package var notation: TextStyle
  package var walk: Walk
  /// The network that `:reset` brings back.
  package internal(set) var original: Network
  /// The pass before the last edit, so that what changed can be marked; nil after moving on.
  package var before: Pass?
  /// The line being typed; nil while keys are commands.
  package var prompt: Prompt?
  /// Typed lines, the oldest first.
  package var history: [String] = []
  /// What the last command answered; nil once the walk moves on.
  package var reply: Reply?
  package var page = Page.walk
  /// The samples to choose from; nil where the network's own is all there is.
  package internal(set) var samples: Samples?
  /// Training that goes on between the keys.
  package internal(set) var descent: Descent?
  /// The given quantity that `+` and `-` nudge.
  package var selection: Quantity?
  package var marks: [String: Int] = [:]
  /// The question that is open.
  package var asking: Asking?
  /// Problems to practise on, instead of a walk.
  package internal(set) var drill: Drill?
  /// The lessons that can be opened from here, in their order.
  package var library: [LessonCatalogue.Entry] = []
  /// The lesson that is being worked through, or was left for the walk.
  package internal(set) var lesson: LessonRun?
  /// Where the learner is in lessons that are not open.
  package var places: [String: LessonPlace] = [:]
  /// What was answered before, and on which numbers: only the first answer counts.
  var answered: Set<String> = []
  /// Who the lesson is shown to.
  package internal(set) var audience = Audience.learner
  /// What is known of the learner, by all answers so far.
  package internal(set) var learner = LearnerModel()
  /// What the tutor's clock lacks to the calendar's, in milliseconds.
  var calendarOffset: Int64 = 0
  /// The menu, where the program began there.
  package internal(set) var home: Home?
  /// Why nothing is being saved; nil where all is well.
  package internal(set) var banner: Words?
  /// Whether nothing is revealed before it was predicted.
  package var predicts = false
  /// The steps that the learner has had a go at.
  var predicted: Set<Int> = []
  /// The learner's own numbers, right or wrong, so that what follows from them can be recognised.
  package internal(set) var earlier: [Quantity: Double] = [:]
  /// What the clock said last.
  package internal(set) var now = 0
  /// What was searched last, for `n` and `N`.
  package var searched = ""
  var pending = Pending.none
  var past: [Edit] = []
  var future: [Edit] = []

  package init(
    network: Network, goals: [Quantity]? = nil, language: Language = .en, notation: TextStyle = .unicode
  ) {
    walk = Walk(network, goals: goals ?? Trace.defaultGoals(of: network.architecture))
    original = network
    self.language = language
    self.notation = notation
  }

  /// What fills the screen.
  package enum Page: Equatable, Codable, Sendable {
    case walk
    /// Scrolled down by so many lines.
    case help(Int)
    /// The list of all steps, one of them chosen.
    case overview(Int)
    /// The whole of an answer that is longer than its place in the walk, scrolled down by so many lines.
    case answer(Int)
  }

  /// A line being typed, and what for.
  package struct Prompt: Equatable, Sendable {
    package enum Purpose: Equatable, Sendable { case command, search, answer }
    package var purpose: Purpose
    package var editor: LineEditor
    /// The line of the history that is shown, counted back from the newest; 0 is the line itself.
    var recalled = 0
    /// The line as it was before the history was looked through.
    var draft = ""
    /// What Tab offers when several names fit.
    package var choices: [String] = []
  }

  /// Keys that wait for another one.
  enum Pending: Equatable, Sendable {
    case none
    /// Digits before `G`.
    case count(Int)
    case setMark
    case goToMark
  }

  /// What undo brings back.
  struct Edit: Equatable, Sendable {
    let network: Network
    let goals: [Quantity]
    let form: DerivationForm
    let samples: Samples?
    let index: Int
    /// What `:reset` brought back then.
    let original: Network
  }

  /// More edits than this are forgotten, the oldest first.
  private static let longestPast = 200

  // MARK: Changing numbers

  /// Puts other numbers (or another network) in; everything downstream follows, and undo knows the way back.
  package mutating func edit(_ network: Network) {
    guard network != walk.network else { return }
    past.append(snapshot)
    if past.count > Self.longestPast { past.removeFirst() }
    future = []
    exchange(network)
  }

  /// A new network to begin with.
  package mutating func open(_ network: Network) {
    edit(network)
    original = network
  }

  /// What is on the desk now is what `:reset` brings back; the edits before belong to something else.
  mutating func setOriginal() {
    original = walk.network
    if let attempt = lesson?.attempt, isInLesson {
      original = attempt.setting.networks(from: lesson?.base ?? walk.network).first ?? walk.network
    }
  }

  package mutating func undo() -> Bool { step(from: \.past, to: \.future) }
  package mutating func redo() -> Bool { step(from: \.future, to: \.past) }

  private mutating func step(from: WritableKeyPath<State, [Edit]>, to: WritableKeyPath<State, [Edit]>) -> Bool {
    guard let edit = self[keyPath: from].popLast() else { return false }
    self[keyPath: to].append(snapshot)
    samples = edit.samples
    exchange(edit.network, goals: edit.goals)
    // The place belongs to the form in which it was left.
    if edit.form == walk.trace.form { walk.go(to: edit.index) }
    original = edit.original
    return true
  }

  private var snapshot: Edit {
    Edit(
      network: walk.network, goals: walk.trace.goals, form: walk.trace.form, samples: samples, index: walk.index,
      original: original)
  }

  private mutating func exchange(_ network: Network, goals: [Quantity]? = nil) {
    let isSameShape = network.architecture == walk.network.architecture
    before = isSameShape ? walk.trace.pass : nil
    if let data = samples?.data, !data.fits(network.architecture) { samples = nil }
    let batch = samples?.averaged
    if isSameShape, goals.map({ $0 == walk.trace.goals }) ?? true, network.held == walk.network.held {
      walk.setNetwork(network)
      walk.setBatch(batch)
    } else {
      let index = walk.index
      let kept = isSameShape ? walk.trace.goals : Trace.defaultGoals(of: network.architecture)
      walk = Walk(network, goals: goals ?? kept, form: walk.trace.form, batch: batch)
      if isSameShape { walk.go(to: index) }
    }
    // Answers belong to the numbers that they were given for.
    asking = nil
    earlier = [:]
    predicted = []
    if !isSameShape {
      selection = nil
      marks = [:]
    }
  }

  /// Whether the last edit changed the value of a quantity.
  package func hasChanged(_ quantity: Quantity) -> Bool {
    guard let before else { return false }
    let (old, new) = (before.value(of: quantity), walk.trace.pass.value(of: quantity))
    return old != new && !(old.isNaN && new.isNaN)
  }
}
