package import Diagnosis
package import Diagnostics
package import Lessons
package import Networks
import Questions
package import Skills

/// A lesson that is being worked through: where one is, what was revealed, answered and moved.
package struct LessonRun: Equatable, Sendable {
  package let id: String
  package internal(set) var lesson: Lesson
  /// The lesson in each language that it has, as its author wrote it.
  let written: [Language: Lesson]
  /// The same in the letters at hand.
  var lessons: [Language: Lesson]
  package internal(set) var screens: [[Lesson.Element]]
  /// The numbers that it is worked on: its own, or those of a seed.
  package internal(set) var base: Network
  package let seed: UInt64?
  /// What shuffles the options and tiles of its questions; nil keeps the author's order.
  package internal(set) var order: UInt64?
  /// The screen at hand, from 0; after the last one comes the end.
  package internal(set) var screen = 0
  /// The farthest screen that was seen.
  package internal(set) var farthest = 0
  /// Whether the end was reached at some time.
  package internal(set) var isRead = false
  /// The ids of what was answered or revealed on earlier visits.
  var settledBefore: Set<String> = []
  /// The questions that were opened, by their ids.
  package internal(set) var askings: [String: Asking] = [:]
  package internal(set) var outcomes: [String: Outcome] = [:]
  /// Of each derivation that was begun, by the number of its block: the stop it is at, counted from its beginning.
  var stops: [Int: Int] = [:]
  /// Of each `try`, by its id: the values of what is moved.
  var moved: [String: [Double]] = [:]
  /// Of each question whose answer led elsewhere, how many answers there were then: coming back goes on.
  var waysTaken: [String: Int] = [:]

  /// How a question went, or a `try`.
  package struct Outcome: Equatable, Sendable {
    /// The first readable answer on the lesson's numbers, or what came of it.
    package internal(set) var first: Verdict.Kind?
    /// Whether a hint that gives it away came before it.
    package internal(set) var wasHelped = false
    /// The mistakes that were made, by the ids of the catalogue, each once.
    package internal(set) var mistakes: [MistakeID] = []
    /// What was said to the first wrong answer.
    package internal(set) var said: Words?
    /// Left open on purpose.
    package internal(set) var isSkipped = false
    /// Answered rightly, revealed, or reached.
    package internal(set) var isDone = false

    /// Right at the first try, without being shown how.
    package var isRightAtOnce: Bool { (first == .right || first == .followThrough) && !wasHelped }
  }

  /// nil for a lesson without anything to show.
  ///
  /// With a seed the numbers are drawn; the next seed is taken where the lesson makes no sense on them.
  package init?(_ entry: LessonCatalogue.Entry, language: Language, seed: UInt64? = nil, order: UInt64? = nil) {
    guard let lesson = entry.lesson(in: language)?.drawn(seed: seed), !lesson.screens.isEmpty else { return nil }
    id = entry.id
    self.lesson = lesson
    written = entry.lessons.mapValues { $0.drawn(seed: seed) }
    lessons = written
    screens = lesson.screens
    self.seed = seed
    self.order = order
    base = seed.map { lesson.suitableNetwork(seed: $0) } ?? lesson.network
  }

  // MARK: Places

  package var isAtEnd: Bool { screen >= screens.count }

  package var elements: [Lesson.Element] { isAtEnd ? [] : screens[screen] }

  /// What the learner does something with on the screen at hand; nil where it only says something.
  package var action: Lesson.Content? { Self.action(of: elements) }

  static func action(of elements: [Lesson.Element]) -> Lesson.Content? {
    guard let last = elements.last?.content else { return nil }
    switch last {
    case .show, .plot, .ask, .attempt: return last
    case .prose, .pause, .note, .light: return nil
    }
  }

  package var show: Show? { if case .show(let show)? = action { show } else { nil } }
  package var plot: Show.Plot? { if case .plot(let plot)? = action { plot } else { nil } }
  package var ask: Ask? { if case .ask(let ask)? = action { ask } else { nil } }
  package var attempt: Experiment? { if case .attempt(let attempt)? = action { attempt } else { nil } }

  /// What the author lights in the picture of the screen.
  package var lit: [Quantity] {
    elements.flatMap { element -> [Quantity] in
      if case .light(let quantities) = element.content { quantities } else { [] }
    }
  }

  /// The id of the question or `try` at hand.
  package var actionID: String? { ask?.id ?? attempt?.id }

  /// How many screens that end in a block come before this one.
  var actionNumber: Int { actionNumber(at: screen) }

  private func actionNumber(at screen: Int) -> Int {
    screens.prefix(max(0, screen)).count { Self.action(of: $0) != nil }
  }

  /// Where that is, whichever language it is in: so many blocks, then so many screens of words.
  var anchor: (actions: Int, screens: Int) { anchor(at: screen) }

  private func anchor(at screen: Int) -> (actions: Int, screens: Int) {
    let before = screens.prefix(max(0, screen))
    let words = before.reversed().prefix { Self.action(of: $0) == nil }.count
    return (actionNumber(at: screen), words)
  }

  var farthestAnchor: (actions: Int, screens: Int) { anchor(at: farthest) }

  func screen(at anchor: (actions: Int, screens: Int)) -> Int {
    var (actions, words) = (0, 0)
    for (number, elements) in screens.enumerated() {
      let isWords = Self.action(of: elements) == nil
      if actions == anchor.actions, words >= anchor.screens || !isWords { return number }
      if isWords { words += 1 } else { (actions, words) = (actions + 1, 0) }
    }
    return screens.count
  }

  // MARK: Questions

  /// The questions and `try`s in order, with the screens that they are on.
  package var tasks: [(id: String, prompt: String, screen: Int, isCounted: Bool)] {
    screens.enumerated().compactMap { number, elements in
      guard let action = Self.action(of: elements) else { return nil }
      let isCounted = action.countedID != nil
      return switch action {
      case .ask(let ask): (ask.id, ask.prompt, number, isCounted)
      case .attempt(let attempt): (attempt.id, attempt.prompt ?? attempt.goal.words[lesson.language], number, isCounted)
      case .show, .plot, .prose, .pause, .note, .light: nil
      }
    }
  }

  /// Whether one may go on: nothing is asked, or it was answered, revealed, reached or left open on purpose.
  package var isDone: Bool { actionID.map { isDone($0) || outcomes[$0]?.isSkipped == true } ?? true }

  /// Whether a question was answered right.
  package func isDone(_ id: String) -> Bool { outcomes[id]?.isDone == true }

  /// The same, on this visit or an earlier one.
  package func isSettled(_ id: String) -> Bool { isDone(id) || settledBefore.contains(id) }

  /// The same place of the lesson in another language; questions are the same, in other words.
  mutating func speak(_ language: Language) {
    guard let other = lessons[language], other.language != lesson.language else { return }
    let (here, seen) = (anchor, anchor(at: farthest))
    let wasAtEnd = isAtEnd
    lesson = other
    screens = other.screens
    screen = wasAtEnd ? screens.count : min(screen(at: here), screens.count - 1)
    farthest = max(screen, screen(at: seen))
    for ask in asks { askings[ask.id]?.speak(ask) }
  }

  var asks: [Ask] {
    lesson.elements.compactMap { if case .ask(let ask) = $0.content { ask } else { nil } }
  }

  /// A question of the lesson on its numbers, in the order of this visit.
  func question(_ ask: Ask) -> Question { Question(ask, base: base, order: order) }

  func ask(_ id: String) -> Ask? { asks.first { $0.id == id } }
}

extension LessonRun {
  /// The screen that the last answer here leads to by its author's will; nil where the lesson goes on in its order.
  var way: Int? {
    guard let ask, let asking = askings[ask.id], let answer = asking.tries.last,
      !asking.isSettled || waysTaken[ask.id] != asking.tries.count, let target = asking.question.way(after: answer.text)
    else { return nil }
    return lesson.screen(ofID: target)
  }
}
