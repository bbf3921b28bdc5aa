package import Diagnosis
import Diagnostics
package import Networks
package import Questions
package import Traces

/// A question that is open: what was tried, and which help was given.
package struct Asking: Equatable, Sendable {
  package struct Try: Equatable, Sendable {
    package let text: String
    package let verdict: Verdict
  }

  package let question: Question
  package internal(set) var tries: [Try] = []
  /// How many rungs of the ladder were given.
  package internal(set) var hints: [Hint] = []
  /// Answered rightly, or told.
  package internal(set) var isSettled = false
  /// Other numbers on which a like step is asked, after the answer was told.
  package internal(set) var like: Network?
  /// Whether the learner's own derivation stands beside the right one.
  package internal(set) var compares = false
  /// When the last wrong tries and hints came, in milliseconds.
  var times: [Int] = []
  /// Until when nothing is taken, in milliseconds: guessing through teaches nothing.
  package internal(set) var pausedUntil: Int?

  package init(_ question: Question) { self.question = question }

  package var lastVerdict: Verdict? { tries.last?.verdict }

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

extension Asking {
  /// The learner's own derivation beside the right one; nil where no single mistake explains the last answer.
  package func comparison(_ trace: Trace) -> Comparison? {
    guard let last = tries.last else { return nil }
    let checker = Checker(trace.network)
    return checker.working(behind: last.verdict, of: last.text, to: question.quantity).map {
      Comparison($0, at: trace.pass)
    }
  }
}
