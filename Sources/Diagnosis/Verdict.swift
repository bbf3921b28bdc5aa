package import Diagnostics

/// What is said about an answer.
package struct Verdict: Equatable, Sendable {
  package enum Kind: String, Codable, Sendable {
    case right
    /// Right, given an earlier wrong value of the learner's own.
    case followThrough = "follow-through"
    case mistake
    case unknown
    /// Not an answer that could be wrong: never scored.
    case unreadable
  }

  package let kind: Kind
  /// What fits, by the ids of the catalogue, two made together joined by `+`; several if they cannot be told apart.
  package let mistakes: [String]
  package let feedback: Words
  /// What to light up; nil where nothing in particular is meant.
  package let focus: Focus?
  /// Of an unreadable answer: what is wrong with the text, and where.
  package let fault: Diagnostic?

  package init(_ kind: Kind, mistakes: [String] = [], feedback: Words, focus: Focus? = nil, fault: Diagnostic? = nil) {
    self.kind = kind
    self.mistakes = mistakes
    self.feedback = feedback
    self.focus = focus
    self.fault = fault
  }
}

extension Verdict {
  /// Whether the answer is right as far as it goes, and only too short.
  package var isUnfinished: Bool { kind == .unknown && feedback == Feedback.threeDigits }

  /// Whether it says something about whoever answered: what cannot be read does not, nor what is only too short.
  package var isScorable: Bool { kind != .unreadable && !isUnfinished }
}
