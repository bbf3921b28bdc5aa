package import Diagnostics
package import Expressions

/// How far the outputs are from their targets; the losses of several outputs are added.
package enum Loss: String, CaseIterable, Codable, Sendable {
  /// ½(target − out)²
  case squaredError = "squared-error"
  /// −(target·ln out + (1 − target)·ln(1 − out)), for sigmoid outputs; computed from net.
  case crossEntropy = "cross-entropy"

  package var words: Words {
    switch self {
    case .squaredError: Words(en: "squared error", zh: "平方误差")
    case .crossEntropy: Words(en: "cross-entropy", zh: "交叉熵")
    }
  }

  /// The loss of one output as an expression of its target and output value.
  package func expression(target: Expression, out: Expression) -> Expression {
    switch self {
    case .squaredError:
      return .product([
        .quotient(.number(1), .number(2)), .power(.sum([target, .negation(out)]), .number(2)),
      ])
    case .crossEntropy:
      let hit = Expression.product([target, .call(.ln, out)])
      let miss = Expression.product([
        .sum([.number(1), .negation(target)]), .call(.ln, .sum([.number(1), .negation(out)])),
      ])
      return .negation(.sum([hit, miss]))
    }
  }
}
