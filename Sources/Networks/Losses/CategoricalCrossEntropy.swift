package import Diagnostics
package import Expressions

/// −target·ln out, added over the outputs of a softmax layer.
package enum CategoricalCrossEntropy: LossFunction {
  package static let words = Words(en: "categorical cross-entropy", zh: "多分类交叉熵")
  package static let aliases = ["softmax-cross-entropy", "cce"]
  package static var activation: Activation? { .softmax }

  package static func formula(target: Expression, out: Expression) -> Expression {
    .negation(.product([target, .call(.ln, out)]))
  }

  package static func derivative(target: Expression, out: Expression) -> Expression {
    .negation(.quotient(target, out))
  }

  package static func value(target: Double, residual: Double, net: Double, surprise: Double) -> Double {
    // 0·∞ stays 0.
    target == 0 ? 0 : target * surprise
  }

  package static let purpose = Words(
    en: "Minus the logarithm of the share given to the right class.", zh: "取正确类别所得份额的对数的相反数。")
  package static let slopeWords = Words(
    en: "The derivative of the logarithm is one over its argument.", zh: "对数求导得其真数的倒数。")
  package static let example = "−1·ln(0.5) = 0.693147"

  package static let programs = LossPrograms(
    numPy: "target * (np.log(np.exp($net - $net.max()).sum()) + $net.max() - $net)", numPySlope: "",
    jax: "-target * jax.nn.log_softmax($net)", torch: "-target * torch.log_softmax($net, dim=0)")
}
