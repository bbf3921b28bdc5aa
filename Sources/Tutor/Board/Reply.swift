package import Diagnostics
package import Expressions
package import Training

/// What a command answered, as data; views typeset it.
package struct Reply: Equatable, Sendable {
  /// How a reply looks.
  package enum Kind: Equatable, Sendable {
    case answer
    /// Something was changed or noticed.
    case notice
    /// It could not be done; nothing was changed.
    case fault
  }

  /// A line of words, a formula, or a picture.
  package enum Line: Equatable, Sendable {
    case words(Words)
    /// left = right, and what was done, such as a rule's name.
    case equation(Expression, Expression, note: Words? = nil)
    /// left = value
    case value(Expression, Double)
    /// A line of mathematics that belongs to the words before it, such as a rule.
    case formula(String)
    /// A heading, then words under it: `:set NAME=VALUE` and what it does.
    case entry(String, Words)
    /// The error of a gradient check over ε, as a picture where there is a screen; the numbers stand in other lines.
    case errorCurve(GradientCheck)
    /// A finished text of several lines, such as a fault with its caret.
    case text(Words)
  }

  package var kind: Kind
  package var lines: [Line]

  package init(_ kind: Kind, _ lines: [Line]) {
    self.kind = kind
    self.lines = lines
  }

  /// One sentence.
  package static func notice(_ words: Words) -> Reply { Reply(.notice, [.words(words)]) }

  /// A reply that says what is wrong.
  package static func fault(_ words: Words) -> Reply { Reply(.fault, [.words(words)]) }

  /// Faults at their places in a typed line or a file.
  package static func faults(_ diagnostics: [Diagnostic], in source: SourceText) -> Reply {
    func report(_ language: Language) -> String { source.report(diagnostics, language: language, width: 76) }
    return Reply(.fault, [.text(Words(en: report(.en), zh: report(.zh)))])
  }
}
