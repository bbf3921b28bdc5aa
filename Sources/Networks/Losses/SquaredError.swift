package import Diagnostics
package import Expressions

/// ½(target − out)², added over the outputs.
package enum SquaredError: LossFunction {
  package static let words = Words(en: "squared error", zh: "平方误差")
  package static let aliases = ["half squared error", "half sse"]
  package static let isSquare = true

  package static func formula(target: Expression, out: Expression) -> Expression {
    .product([.quotient(.number(1), .number(2)), .power(.sum([target, .negation(out)]), .number(2))])
  }

  package static func derivative(target: Expression, out: Expression) -> Expression {
    .negation(.sum([target, .negation(out)]))
  }

  package static func value(target: Double, residual: Double, net: Double, surprise: Double) -> Double {
    0.5 * residual * residual
  }

  package static let slopeScale: Double? = 1

  package static let purpose = Words(en: "Half the square of the distance to the target.", zh: "与目标值之差的平方的一半。")
  package static let slopeWords = Words(
    en: "The 2 of the power rule cancels ½; the inner −1 gives the sign.", zh: "幂法则的 2 与 ½ 抵消，内层的 −1 给出负号。")
  package static let example = "½(1 − 0.6)² = 0.08"

  package static let programs = LossPrograms(
    numPy: "0.5 * (target - $out) ** 2", numPySlope: "-(target - $out)", jax: "0.5 * (target - $out) ** 2",
    torch: "0.5 * (target - $out) ** 2")
}
