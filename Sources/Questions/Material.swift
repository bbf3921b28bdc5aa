package import Expressions
package import Networks

/// What a question brings along beside its words, as data; views typeset it.
package enum Material: Equatable, Sendable {
  case none
  /// Of which a chain is built.
  case tiles(Tiles)
  /// Someone's derivation; the line that was found to be wrong, from 0.
  case lines([WrongLineQuestion.Line], found: Int?)
  /// A derivation along its paths, with some factors left out.
  case blanks(Blanks)
  /// The samples that an answer is the mean of.
  case samples([Network])

  /// A sum of products, each factor written out or left out.
  package struct Blanks: Equatable, Sendable {
    package let goal: Quantity
    package let paths: [[Factor]]
    /// How many factors were left out at first.
    package let count: Int
  }

  /// A factor of a path.
  package struct Factor: Equatable, Sendable {
    package let quantity: Quantity
    /// What it is; nil where it is left out.
    package let form: Expression?
    /// Whether it is the blank that is asked for.
    package let isAsked: Bool
  }
}
