package import Diagnostics
package import Expressions

/// −(target·ln out + (1 − target)·ln(1 − out)), for sigmoid outputs.
package enum CrossEntropy: LossFunction {
  package static let words = Words(en: "cross-entropy", zh: "交叉熵")
  package static let aliases = ["binary-cross-entropy", "bce", "log-loss"]
  package static var activation: Activation? { .sigmoid }

  package static func formula(target: Expression, out: Expression) -> Expression {
    let hit = Expression.product([target, .call(.ln, out)])
    let miss = Expression.product([
      .sum([.number(1), .negation(target)]), .call(.ln, .sum([.number(1), .negation(out)])),
    ])
    return .negation(.sum([hit, miss]))
  }

  package static func derivative(target: Expression, out: Expression) -> Expression {
    .sum([
      .negation(.quotient(target, out)),
      .quotient(.sum([.number(1), .negation(target)]), .sum([.number(1), .negation(out)])),
    ])
  }

  package static func value(target: Double, residual: Double, net: Double, surprise: Double) -> Double {
    // 0·∞ stays 0: a target of exactly 0 or 1 has one term.
    let hit = target == 0 ? 0 : target * Softplus.value(-net)
    let miss = target == 1 ? 0 : (1 - target) * Softplus.value(net)
    return hit + miss
  }

  package static let purpose = Words(
    en: "Minus the logarithm of the probability given to the right answer.", zh: "取正确结果所得概率的对数的相反数。")
  package static let slopeWords = Words(
    en: "The derivative of each logarithm is one over its argument.", zh: "每个对数求导得其真数的倒数。")
  package static let example = "−ln(0.5) = 0.693147"

  // ln(1 + e^net) is −ln(1 − out), and ln(1 + e^−net) is −ln(out).
  package static let programs = LossPrograms(
    numPy: "target * np.logaddexp(0, -$net) + (1 - target) * np.logaddexp(0, $net)", numPySlope: "",
    jax: "target * jax.nn.softplus(-$net) + (1 - target) * jax.nn.softplus($net)",
    torch: "F.binary_cross_entropy_with_logits($net, target, reduction=\"none\")")
}
