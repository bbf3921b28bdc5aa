package import Diagnostics
package import Expressions

/// (target − out)², added over the outputs.
package enum SumOfSquares: LossFunction {
  package static let words = Words(en: "sum of squares", zh: "误差平方和")
  package static let aliases = ["sse", "sum of squared errors"]
  package static let isSquare = true

  package static func formula(target: Expression, out: Expression) -> Expression {
    .power(.sum([target, .negation(out)]), .number(2))
  }

  package static func derivative(target: Expression, out: Expression) -> Expression {
    .negation(.product([.number(2), .sum([target, .negation(out)])]))
  }

  package static func value(target: Double, residual: Double, net: Double, surprise: Double) -> Double {
    residual * residual
  }

  package static let slopeScale: Double? = 2

  package static let purpose = Words(en: "The square of the distance to the target.", zh: "与目标值之差的平方。")
  package static let slopeWords = Words(
    en: "The power rule brings down a 2; the inner −1 gives the sign.", zh: "幂法则带出系数 2，内层的 −1 给出负号。")
  package static let example = "(1 − 0.6)² = 0.16"

  package static let programs = LossPrograms(
    numPy: "(target - $out) ** 2", numPySlope: "-2 * (target - $out)", jax: "(target - $out) ** 2",
    torch: "(target - $out) ** 2")
}
