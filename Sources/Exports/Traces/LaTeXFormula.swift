import Expressions
import Networks

/// Mathematics in LaTeX, for the writers that set it.
struct LaTeXFormula {
  let letters: NameTable?

  func text(_ expression: Expression) -> String {
    expression.latex(in: letters, numberDigits: TraceDocument.digits)
  }

  /// What is one line of mathematics; nil for rules and prose.
  func math(_ content: TraceDocument.Content, marked: (String) -> String) -> String? {
    switch content {
    case .equation(let left, let right): ([left].compactMap { $0 } + right).map(text).joined(separator: " = ")
    case .identity(let left, let factors, let place):
      (left.map { text($0) + " = " } ?? "")
        + factors.enumerated().map { $0 == place ? marked(text($1)) : text($1) }.joined(separator: " \\cdot ")
    case .values(let values, let isShortened):
      values.map { "\(text($0.name)) = \(text($0.value))" }.joined(separator: ",\\; ")
        + (isShortened ? ",\\; \\dots" : "")
    case .rule, .prose: nil
    }
  }
}
