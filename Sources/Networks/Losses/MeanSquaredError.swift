package import Diagnostics
package import Expressions

/// (target − out)², averaged over the outputs.
package enum MeanSquaredError: LossFunction {
  package static let words = Words(en: "mean squared error", zh: "均方误差")
  package static let aliases = ["mse"]
  package static let isMean = true
  package static let isSquare = true

  package static func formula(target: Expression, out: Expression) -> Expression {
    SumOfSquares.formula(target: target, out: out)
  }

  package static func derivative(target: Expression, out: Expression) -> Expression {
    SumOfSquares.derivative(target: target, out: out)
  }

  package static func value(target: Double, residual: Double, net: Double, surprise: Double) -> Double {
    residual * residual
  }

  package static let slopeScale: Double? = 2

  package static let purpose = Words(
    en: "The square of the distance to the target, averaged over the outputs.", zh: "与目标值之差的平方，再对各输出取平均。")
  package static let slopeWords = Words(
    en: "The power rule brings down a 2, the inner −1 gives the sign, and the mean divides by the number of outputs.",
    zh: "幂法则带出系数 2，内层的 −1 给出负号，取平均再除以输出个数。")
  package static let example = "((1 − 0.6)² + (0 − 0.2)²)/2 = 0.1"

  package static let programs = LossPrograms(
    numPy: "(target - $out) ** 2", numPySlope: "-2 * (target - $out) / target.size", jax: "(target - $out) ** 2",
    torch: "(target - $out) ** 2")
}
