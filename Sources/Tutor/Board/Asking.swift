package import Diagnosis
package import Exercises
import Lessons
package import Networks
package import Questions
package import Traces

/// A question that is open: what was tried, and which help was given.
package struct Asking: Equatable, Sendable {
  /// An answer that was given, and how it was judged.
  package struct Try: Equatable, Sendable {
    package let text: String
    package let verdict: Verdict
    /// The part of the question that it answers.
    package internal(set) var part = 0

    package init(text: String, verdict: Verdict, part: Int = 0) {
      self.text = text
      self.verdict = verdict
      self.part = part
    }
  }

  /// What is asked: about a step of the walk, or what the author of a lesson asks.
  package enum Task: Equatable, Sendable {
    case step(Question)
    case lesson(Exercise)
  }

  package internal(set) var task: Task
  package internal(set) var tries: [Try] = []
  /// How often it was settled and asked again.
  package internal(set) var again = 0
  /// Which blank of several is at hand, or whether the line was found and the reason is; from 0.
  package internal(set) var part = 0
  /// The rungs of the ladder that were given.
  package internal(set) var hints: [Hint] = []
  /// Where on which ladder these stand: the part, the rung, and whether it was on other numbers.
  var hintPlaces: [[Int]] = []
  /// How much was looked up of each part, as a rung of the ladder.
  var lookups: [Int: Hint.Rung] = [:]
  /// The rung that comes next to this part.
  var rung = 0
  /// Answered rightly, or told.
  package internal(set) var isSettled = false
  /// Whether the answer had to be told.
  package internal(set) var isTold = false
  /// Other numbers on which a like step is asked, after the answer was told.
  package internal(set) var like: Network?
  /// What drew these numbers.
  var likeSeed: UInt64?
  /// Whether the learner's own derivation stands beside the right one.
  package internal(set) var compares = false
  /// When it was opened, in milliseconds; nil until the clock has said so.
  package internal(set) var since: Int?
  /// When the last wrong tries and hints came, in milliseconds.
  var times: [Int] = []
  /// Until when nothing is taken, in milliseconds: guessing through teaches nothing.
  package internal(set) var pausedUntil: Int?

  package init(_ question: Question) { task = .step(question) }

  package init(_ exercise: Exercise) { task = .lesson(exercise) }

  package var lastVerdict: Verdict? { tries.last?.verdict }

  /// The help that was given to the part at hand: what was said to another one tells nothing of it.
  var hintsToPart: [Hint] { zip(hints, hintPlaces).filter { $1.first == part }.map(\.0) }

  /// How far the part at hand was helped with, by hints and by looking something up; nil where it was not.
  var helpToPart: Hint.Rung? { (hintsToPart.map(\.rung) + [lookups[part]].compactMap { $0 }).max() }

  mutating func note(lookup rung: Hint.Rung) { lookups[part] = max(rung, lookups[part] ?? .goal) }

  /// Three within two seconds of each other are guesses.
  mutating func note(_ time: Int) -> Bool {
    times.append(time)
    guard times.count >= 3 else { return false }
    let last = times.suffix(3)
    return zip(last, last.dropFirst()).allSatisfy { $1 - $0 < Self.hurry }
  }

  private static let hurry = 2_000
  /// How long a pause lasts, in milliseconds.
  static let pause = 5_000
}

/// What both kinds of task have in common.
extension Asking {
  /// The question about the walk; nil in a lesson.
  package var question: Question? { if case .step(let question) = task { question } else { nil } }

  /// The question of a lesson, on the numbers that it is asked on now.
  package var exercise: Exercise? {
    guard case .lesson(let exercise) = task else { return nil }
    return likeSeed.map(exercise.randomized) ?? exercise
  }

  /// Whether a value or a formula is typed, and not a choice made.
  package var wantsValue: Bool {
    switch task {
    case .step(let question): question.kind == .value || question.kind == .faded
    case .lesson(let exercise):
      switch exercise.ask.kind {
      case .number, .expression, .faded: true
      case .sign, .choice, .chain, .bug, .poll, .text: false
      }
    }
  }

  /// What is asked for, where that is a quantity.
  package var quantity: Quantity? {
    switch task {
    case .step(let question): question.quantity
    case .lesson(let exercise): exercise.quantity(ofPart: part)
    }
  }

  /// The quantity whose value is asked for; nil where something else is asked about it.
  var valued: Quantity? {
    switch task {
    case .step(let question): question.kind == .value ? question.quantity : nil
    case .lesson(let exercise): wantsValue ? exercise.quantity(ofPart: part) : nil
    }
  }

  /// The step of the walk that answers it.
  var step: Int? { question?.step }

  /// How many answers it takes.
  package var partCount: Int { if case .lesson(let exercise) = task { exercise.partCount } else { 1 } }

  /// Whether other numbers make a like question.
  package var hasLike: Bool {
    switch task {
    case .step(let question): question.kind == .value
    case .lesson(let exercise): exercise.hangsOnNumbers
    }
  }

  /// A prediction: answered once, before what it predicts is shown.
  package var isGuess: Bool { if case .lesson(let exercise) = task { exercise.ask.mode == .guess } else { false } }

  /// Opinions among which a room chooses: each answer is one of them, and none ends the question.
  package var isPoll: Bool { if case .poll? = exercise?.ask.kind { true } else { false } }

  /// Whether the learner's own words are asked for.
  package var wantsWords: Bool { if case .text? = exercise?.ask.kind { true } else { false } }

  func judge(_ text: String, _ trace: Trace, earlier: [Quantity: Double]) -> Verdict {
    switch task {
    case .step(let question): question.judge(text, trace, earlier: earlier)
    case .lesson(let exercise): (self.exercise ?? exercise).judge(text, part: part, earlier: earlier)
    }
  }

  /// A rung of the ladder, from 0; nil beyond its end.
  func hint(_ number: Int, _ trace: Trace) -> Hint? {
    let ladder =
      switch task {
      case .step(let question): question.help(trace)
      case .lesson(let exercise): (self.exercise ?? exercise).hints(ofPart: part)
      }
    return ladder.indices.contains(number) ? ladder[number] : nil
  }

  /// Whether the place to look at was said by a diagnosis already; what an author says is always worth hearing.
  func isSaid(_ hint: Hint) -> Bool {
    guard hint.rung == .place, lastVerdict?.kind == .mistake else { return false }
    if case .lesson(let exercise) = task { return exercise.ask.hints.isEmpty }
    return true
  }

  /// The learner's own derivation beside the right one; nil where no single mistake explains the last answer.
  package func comparison(_ trace: Trace) -> Comparison? {
    guard let last = tries.last, let quantity else { return nil }
    let checker = Checker(trace.network)
    return checker.working(behind: last.verdict, of: last.text, to: quantity).map {
      Comparison($0, at: trace.pass)
    }
  }
}
