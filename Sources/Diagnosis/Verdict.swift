package import Diagnostics
package import Expressions
import Networks
package import Skills

/// What is said about an answer.
package struct Verdict: Equatable, Sendable {
  /// How an answer was judged.
  package enum Kind: String, Sendable {
    case right
    /// Right, given an earlier wrong value of the learner's own.
    case followThrough = "follow-through"
    case mistake
    case unknown
    /// Not an answer that could be wrong: never scored.
    case unreadable
  }

  /// What an answer that is right so far still lacks; it is asked for and never scored.
  package enum Shortfall: Hashable, Sendable {
    /// Too short to be judged: this many significant digits are needed.
    case digits(Int)
    /// A formula where a number was asked for.
    case number
  }

  package let kind: Kind
  /// What fits, by the ids of the catalogue, two made together joined by `+`; several if they cannot be distinguished.
  package let mistakes: [MistakeID]
  package let feedback: Words
  /// What to light up; nil where nothing in particular is meant.
  package let focus: Focus?
  /// Of an unreadable answer: what is wrong with the text, and where.
  package let fault: Diagnostic?
  package let shortfall: Shortfall?
  /// What the feedback asks the learner for, one after the other, so that it can be answered and judged; empty where it asks
  /// for no value.
  package let asked: [Expression]

  package init(
    _ kind: Kind, mistakes: [MistakeID] = [], feedback: Words, focus: Focus? = nil, fault: Diagnostic? = nil,
    shortfall: Shortfall? = nil, asked: [Expression] = []
  ) {
    self.kind = kind
    self.mistakes = mistakes
    self.feedback = feedback
    self.focus = focus
    self.fault = fault
    self.shortfall = shortfall
    self.asked = asked
  }
}

extension Verdict {
  /// Whether the answer is right so far, and only too short or not yet a number.
  package var isUnfinished: Bool { shortfall != nil }

  /// Whether it says something about the learner: what cannot be read does not, nor what is only unfinished.
  package var isScorable: Bool { kind != .unreadable && !isUnfinished }
}
