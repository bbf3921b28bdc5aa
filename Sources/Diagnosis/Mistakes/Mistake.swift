package import Diagnostics
import Networks
package import Skills

/// One entry of the catalogue: a mistake that learners make, as what it does to a derivation.
package struct Mistake: Identifiable, Sendable {
  /// Stable, for scripts and records: `sign-flip`.
  package let id: MistakeID
  /// What was done, in a few words, for reports that name it; learners never read an id.
  package let name: Words
  /// The skill that is blamed.
  package let skill: Skill
  /// The ways in which it can be made on the way to a quantity.
  ///
  /// Ways that change nothing there are left out later.
  let rewrites: @Sendable (Subject) -> [Rewrite]
  /// The question that points to it, with the names of the network at hand.
  let question: @Sendable (Subject, Focus) -> Words
  /// The same question about the case at hand, where its numbers let one ask better; nil where they do not.
  let questionHere: @Sendable (Subject, Rewrite, Pass) -> Words?

  init(
    _ id: MistakeID, _ name: Words, skill: Skill, rewrites: @escaping @Sendable (Subject) -> [Rewrite],
    question: @escaping @Sendable (Subject, Focus) -> Words,
    here questionHere: @escaping @Sendable (Subject, Rewrite, Pass) -> Words? = { _, _, _ in nil }
  ) {
    self.id = id
    self.name = name
    self.skill = skill
    self.rewrites = rewrites
    self.question = question
    self.questionHere = questionHere
  }
}
