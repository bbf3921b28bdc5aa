package import Diagnostics
package import Expressions

/// What comes before the cursor while an answer is typed.
package struct Label: Equatable, Sendable {
  /// What is asked for, where it has a name.
  package let name: Expression?
  package let words: Words

  init(_ words: Words, name: Expression? = nil) {
    self.words = words
    self.name = name
  }

  /// `name = `, or a mere equals sign.
  static func equals(_ name: Expression?) -> Label { Label(Words("= "), name: name) }
}

/// An answer as it is given to a room, with the derivation that leads to it.
package struct FullAnswer: Equatable, Sendable {
  /// What it is, where that takes words.
  package var words: Words?
  /// What it is as a formula, in Unicode.
  package var formula: String?
  /// How it comes about, one line of mathematics each.
  package var derivation: [String] = []
}
