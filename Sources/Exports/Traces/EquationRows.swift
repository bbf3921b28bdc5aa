import Diagnostics
import Expressions

/// An equation as rows under each other: one for each side, and for each term of a sum too long for one line.
struct EquationRows {
  enum Sign { case none, equals, plus, minus }

  struct Row {
    let sign: Sign
    let expression: Expression
  }

  /// What is before the first sign of equality on the same row; nil if the first side has a row of its own.
  let left: Expression?
  let rows: [Row]

  /// Characters of a sum in ASCII beyond which each term has its row.
  private static let maxSumTerms = 64

  init(_ left: Expression?, _ right: [Expression]) {
    self.left = left
    rows = right.enumerated().flatMap { index, side in
      Self.rows(of: side, first: index == 0 && left == nil ? .none : .equals)
    }
  }

  private static func rows(of side: Expression, first: Sign) -> [Row] {
    guard case .sum(let terms) = side, terms.count <= 40,
      side.text(.ascii, numberDigits: TraceDocument.digits).utf8.count > maxSumTerms
    else { return [Row(sign: first, expression: side)] }
    return terms.enumerated().map { index, term in
      if index == 0 { return Row(sign: first, expression: term) }
      switch term {
      case .negation(let operand): return Row(sign: .minus, expression: operand)
      case .number(let value) where value < 0: return Row(sign: .minus, expression: .number(-value))
      default: return Row(sign: .plus, expression: term)
      }
    }
  }
}
