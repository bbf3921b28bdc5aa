package import Diagnostics
package import Expressions
import Glibc

/// ln(1 + e^x): ReLU without its corner.
package enum Softplus: ActivationFunction {
  package static let name = "softplus"
  package static let words = Words(en: "softplus", zh: "softplus 函数")

  package static func formula(at net: Expression, _: Double, layer: () -> [Expression]) -> Expression {
    .call(.softplus, net)
  }

  package static func derivative(net: Expression, out: Expression, _: Double) -> Expression { .call(.sigmoid, net) }

  @inline(__always)
  package static func activate(_ net: Double, _: Double) -> Activated {
    let out = value(net)
    return (out, Sigmoid.activate(net, 0).out, 1 - out)
  }

  /// ln(1 + e^x), exact on both sides.
  @inline(__always)
  static func value(_ net: Double) -> Double { net.isNaN ? net : max(net, 0) + log1p(exp(-net.magnitude)) }

  package static let isOneSided = true

  package static func purpose(net: String) -> Words {
    Words(en: "softplus is a smooth ReLU: ln(1 + e^\(net)).", zh: "softplus 是平滑的 ReLU：ln(1 + e^\(net))。")
  }

  package static func slopeWords(net: String, out: String) -> Words {
    Words(en: "The slope of softplus is the sigmoid, f(\(net)).", zh: "softplus 的导数正是 Sigmoid：f(\(net))。")
  }

  package static let example = "softplus(x) = ln(1 + eˣ)      softplus(0) = ln 2"

  package static let programs = ActivationPrograms(
    numPy: "np.logaddexp(0, $)", numPySlope: "(1 / (1 + np.exp(-$)))", jax: "jax.nn.softplus($)",
    torch: "F.softplus($, threshold=1000)")
}

extension Activation {
  package static let softplus = Activation(Softplus.self)
}
