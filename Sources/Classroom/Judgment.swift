package import Diagnostics
package import Skills

/// What an answer of the room is worth, as the presenter's engine has judged it.
package struct Judgment: Equatable, Codable, Sendable {
  /// Right, wrong, or neither.
  package enum Kind: String, Codable, Sendable {
    case right, wrong
    /// Not an answer that could be wrong.
    case unreadable
  }

  package let kind: Kind
  /// The option that it chooses, from 0; nil where it chooses none.
  package let option: Int?
  /// The mistake that it was recognized as, by its id; nil where none was, or several fit.
  package let mistake: MistakeID?
  /// What it comes to, in so few digits that the same value is written in the same way; nil for what has no value.
  package let value: String?
  /// What its student reads after the reveal.
  package let feedback: Words

  package init(_ kind: Kind, option: Int? = nil, mistake: MistakeID? = nil, value: String? = nil, feedback: Words) {
    (self.kind, self.option, self.mistake, self.feedback) = (kind, option, mistake, feedback)
    self.value = value
  }
}
