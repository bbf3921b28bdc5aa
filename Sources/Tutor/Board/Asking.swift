package import Diagnosis
package import Expressions
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
    /// What of the tutor's own it answers; nil where it answers the question itself.
    package internal(set) var aside: Expression?

    package init(text: String, verdict: Verdict, part: Int = 0, aside: Expression? = nil) {
      self.text = text
      self.verdict = verdict
      self.part = part
      self.aside = aside
    }
  }

  /// What is asked, on the numbers that it was opened on.
  package internal(set) var question: Question
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
  /// Answered rightly, or revealed.
  package internal(set) var isSettled = false
  /// Whether the answer had to be revealed.
  package internal(set) var isTold = false
  /// Other numbers on which a like step is asked, after the answer was revealed.
  package internal(set) var like: Network?
  /// What drew these numbers.
  var likeSeed: UInt64?
  /// What the tutor asks on the way; nil where the question itself is to be answered.
  package internal(set) var aside: Aside?
  /// Whether the learner's own derivation is beside the right one.
  package internal(set) var compares = false
  /// When it was opened, in milliseconds; nil until the clock has said so.
  package internal(set) var since: Int?
  /// When the last wrong tries came, in milliseconds.
  var times: [Int] = []
  /// Until when nothing is taken, in milliseconds: guessing through teaches nothing.
  package internal(set) var pausedUntil: Int?

  package init(_ question: Question) { self.question = question }

  package var lastVerdict: Verdict? { lastTry?.verdict }

  /// The last answer to the question itself.
  private var lastTry: Try? { tries.last { $0.aside == nil } }

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

/// What the question knows, for the part at hand.
extension Asking {
  /// A question that brings its numbers along, on those that it is asked on now.
  package var current: Question { likeSeed.map(question.randomized) ?? question }

  /// What is asked for, where that is a quantity.
  package var quantity: Quantity? { question.quantity(ofPart: part) }

  /// The quantity whose value is asked for; nil where something else is asked about it.
  var valued: Quantity? { question.wantsValue ? quantity : nil }

  /// The step of the walk that answers it.
  var step: Int? { question.step }

  /// How many answers it takes.
  package var partCount: Int { question.partCount }

  /// A prediction: answered before what it predicts is shown.
  package var isGuess: Bool { question.isGuess }

  /// Whether it is a prediction that may be tried again, or given up for the answer.
  package var isGuessTried: Bool { isGuess && !isSettled && tries.contains { $0.verdict.isScorable } }

  /// Whether a line names options or tiles by their letters, though commands are abbreviated in the same way.
  func isAnswered(byLetters text: String) -> Bool {
    if text.count > 1, Command(named: text) != nil { return false }
    return question.isChosen(by: text, part: part)
  }

  /// How many answers there are to choose from now; nil where it is typed.
  package var choiceCount: Int? { question.choiceCount(ofPart: part) }

  /// Opinions among which a room chooses: each answer is one of them, and none ends the question.
  package var isPoll: Bool { question.isPoll }

  /// Whether the learner's own words are asked for.
  package var wantsWords: Bool { question.wantsWords }

  /// What must not be shown before it is answered; what is given anyway can be no answer.
  var subjects: [Quantity] { question.subjects.filter { question.network[given: $0] == nil } }

  /// Whether the place to look at was said by a diagnosis already; what an author says is always worth hearing.
  func isSaid(_ hint: Hint) -> Bool {
    hint.rung == .place && lastVerdict?.kind == .mistake && question.ask?.hints.isEmpty != false
  }

  /// The learner's own derivation beside the right one; nil where no single mistake explains the last answer.
  package func comparison(_ trace: Trace) -> Comparison? {
    guard let last = lastTry, let quantity else { return nil }
    let checker = Checker(trace.network)
    return checker.working(behind: last.verdict, of: last.text, to: quantity).map {
      Comparison($0, at: trace.pass)
    }
  }
}
