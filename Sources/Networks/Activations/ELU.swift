package import Diagnostics
package import Expressions
import Glibc

/// x above 0, e^x − 1 below: α is 1, so that the slope does not jump.
package enum ELU: ActivationFunction {
  package static let name = "elu"
  package static let aliases = ["exponential linear unit"]
  package static let words = Words(en: "ELU", zh: "ELU 函数")

  package static func formula(at net: Expression, _: Double, layer: () -> [Expression]) -> Expression {
    .call(.elu, net)
  }

  package static func derivative(net: Expression, out: Expression, _: Double) -> Expression { .slope(.elu, net) }

  @inline(__always)
  package static func activate(_ net: Double, _: Double) -> Activated {
    if net > 0 { return (net, 1, 1 - net) }
    let out = expm1(net)
    return (out, exp(net), 1 - out)
  }

  package static let isOneSided = true

  package static func purpose(net: String) -> Words {
    Words(
      en: "ELU lets \(net) through where it is positive; below 0 it levels off at −1.",
      zh: "\(net) 为正时，ELU 原样输出；为负时趋于 −1。")
  }

  package static func slopeWords(net: String, out: String) -> Words {
    Words(
      en: "ELU's slope is 1 above 0 and e^\(net) below.", zh: "ELU 的导数：大于 0 时为 1，小于 0 时为 e^\(net)。")
  }

  package static let example = "elu(2) = 2      elu(−2) = e⁻² − 1"

  package static let programs = ActivationPrograms(
    numPy: "np.where($ > 0, $, np.expm1(np.minimum($, 0)))",
    numPySlope: "np.where($ > 0, 1.0, np.exp(np.minimum($, 0)))",
    jax: "jax.nn.elu($)", torch: "F.elu($)")
}

extension Activation {
  package static let elu = Activation(ELU.self)
}
