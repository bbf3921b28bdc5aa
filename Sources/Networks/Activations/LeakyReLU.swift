package import Diagnostics
package import Expressions

/// x above 0, a small share of x below: 0.01, or what the layer gives as `"slope"`.
package enum LeakyReLU: ActivationFunction {
  package static let name = "leaky-relu"
  package static let aliases = ["lrelu"]
  package static let words = Words(en: "leaky ReLU", zh: "Leaky ReLU 函数")
  package static let defaultSlope: Double? = Function.leak

  /// With a slope of its own: slope·x + (1 − slope)·relu(x), which is x above 0.
  package static func formula(at net: Expression, _ slope: Double, layer: () -> [Expression]) -> Expression {
    if slope == Function.leak { return .call(.leakyRelu, net) }
    return .sum([.product([.number(slope), net]), .product([.number(1 - slope), .call(.relu, net)])])
  }

  package static func derivative(net: Expression, out: Expression, _ slope: Double) -> Expression {
    if slope == Function.leak { return .slope(.leakyRelu, net) }
    return .sum([.number(slope), .product([.number(1 - slope), .slope(.relu, net)])])
  }

  @inline(__always)
  package static func activate(_ net: Double, _ slope: Double) -> Activated {
    net > 0 ? (net, 1, 1 - net) : (slope * net, slope, 1 - slope * net)
  }

  package static let kinks = [0.0]
  package static let isOneSided = true

  package static func purpose(net: String) -> Words {
    Words(
      en: "Leaky ReLU lets \(net) through where it is positive, and a small share of it where it is negative.",
      zh: "\(net) 为正时，Leaky ReLU 原样输出；为负时只输出很小的一部分。")
  }

  package static func slopeWords(net: String, out: String) -> Words {
    Words(
      en: "Leaky ReLU's slope is 1 above 0, and a small constant below.",
      zh: "Leaky ReLU 的导数：大于 0 时为 1，小于 0 时为一个很小的常数。")
  }

  package static let example = "leakyrelu(2) = 2      leakyrelu(−2) = −0.02"

  package static let programs = ActivationPrograms(
    numPy: "np.where($ > 0, $, $slope * $)", numPySlope: "np.where($ > 0, 1.0, $slope)",
    jax: "jax.nn.leaky_relu($, $slope)", torch: "F.leaky_relu($, $slope)")
}

extension Activation {
  package static let leakyReLU = Activation(LeakyReLU.self)
}
