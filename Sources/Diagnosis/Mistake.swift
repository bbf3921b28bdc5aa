import Diagnostics

/// One entry of the catalogue: a mistake that learners make, as what it does to a derivation.
package struct Mistake: Identifiable, Sendable {
  /// Stable, for scripts and records: `sign-flip`.
  package let id: String
  /// The skill that is blamed, by the name that lessons use.
  package let skill: String
  /// The ways in which it can be made on the way to a quantity.
  ///
  /// Ways that change nothing there are left out later.
  let rewrites: @Sendable (Subject) -> [Rewrite]
  /// The question that points to it, with the names of the network at hand.
  let question: @Sendable (Subject, Focus) -> Words

  init(
    _ id: String, skill: String, rewrites: @escaping @Sendable (Subject) -> [Rewrite],
    question: @escaping @Sendable (Subject, Focus) -> Words
  ) {
    self.id = id
    self.skill = skill
    self.rewrites = rewrites
    self.question = question
  }
}
