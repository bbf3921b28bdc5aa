package import Diagnostics
package import Expressions
package import Networks

/// Comparisons that must all hold: `E < 0.15`, `out_h1 > 0.2 and out_h1 < 0.3`.
package struct Condition: Equatable, Sendable {
  /// How two values are compared.
  package enum Relation: String, CaseIterable, Sendable {
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    /// To nine digits.
    case equal = "="
  }

  /// Two expressions, one compared with the other.
  package struct Comparison: Equatable, Sendable {
    package let left: Expression
    package let relation: Relation
    package let right: Expression
  }

  package let comparisons: [Comparison]
  /// As the author wrote it; learners see `words`.
  package let text: String

  /// Whether it is so with these numbers.
  package func holds(at pass: Pass) -> Bool {
    comparisons.allSatisfy { comparison in
      let (left, right) = (pass.value(of: comparison.left), pass.value(of: comparison.right))
      switch comparison.relation {
      case .less: return left < right
      case .lessOrEqual: return left <= right
      case .greater: return left > right
      case .greaterOrEqual: return left >= right
      case .equal: return (left - right).magnitude <= 1e-9 * max(left.magnitude, right.magnitude, 1e-9)
      }
    }
  }
}

extension Condition.Relation {
  /// As it is read.
  package func sign(_ style: TextStyle) -> String {
    switch (self, style) {
    case (.lessOrEqual, .unicode): "≤"
    case (.greaterOrEqual, .unicode): "≥"
    case (.less, _), (.lessOrEqual, _), (.greater, _), (.greaterOrEqual, _), (.equal, _): rawValue
    }
  }
}

extension Condition {
  /// The comparisons as formulas: `|∂E/∂w1 − ∂E/∂w3| < 0.001`.
  ///
  /// Where the characters may be only ASCII, `set` writes a formula in them.
  package func words(_ style: TextStyle = .unicode, _ set: (Expression) -> String) -> Words {
    func side(_ expression: Expression) -> String {
      guard case .call(.abs, let inner) = expression else { return set(expression) }
      return "|" + set(inner) + "|"
    }
    let parts = comparisons.map { "\(side($0.left)) \($0.relation.sign(style)) \(side($0.right))" }
    return Words(en: parts.joined(separator: " and "), zh: parts.joined(separator: " 且 "))
  }

  /// The same in the plain names.
  package var words: Words { words { $0.text(.unicode) } }
}

/// Whether an option is right: always, never, or under a condition on the numbers.
package enum Truth: Equatable, Sendable {
  case always
  case never
  case when(Condition)

  /// Whether it is so with these numbers.
  package func holds(at pass: Pass) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .when(let condition): condition.holds(at: pass)
    }
  }
}
