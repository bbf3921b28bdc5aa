package import Diagnostics
package import Expressions
import Glibc

/// x·Φ(x), Φ the standard normal distribution: the exact form, not the approximation by tanh.
package enum GELU: ActivationFunction {
  package static let name = "gelu"
  package static let words = Words(en: "GELU", zh: "GELU 函数")

  package static func formula(at net: Expression, _: Double, layer: () -> [Expression]) -> Expression {
    .product([net, .call(.normal, net)])
  }

  package static func derivative(net: Expression, out: Expression, _: Double) -> Expression {
    .sum([.call(.normal, net), .product([net, .slope(.normal, net)])])
  }

  @inline(__always)
  package static func activate(_ net: Double, _: Double) -> Activated {
    let share = 0.5 * erfc(-net * 0.7071067811865476)
    let density = 0.3989422804014327 * exp(-0.5 * net * net)
    // At −∞ nothing is left: the product alone would be no number.
    let out = share == 0 ? 0 : net * share
    return (out, density == 0 ? share : share + net * density, 1 - out)
  }

  package static let isOneSided = true

  package static func purpose(net: String) -> Words {
    Words(
      en: "GELU weighs \(net) by Φ(\(net)), the share of a normal distribution that lies below it.",
      zh: "GELU 用 Φ(\(net)) 给 \(net) 加权，即标准正态分布中小于它的那部分。")
  }

  package static func slopeWords(net: String, out: String) -> Words {
    Words(
      en: "GELU is a product: Φ(\(net)) + \(net)·Φ′(\(net)).", zh: "GELU 是乘积，导数为 Φ(\(net)) + \(net)·Φ′(\(net))。")
  }

  package static let example = "gelu(x) = x·Φ(x)      gelu(0) = 0"

  package static let programs = ActivationPrograms(
    numPy: "$ * normal($)",
    numPyHelper: "def normal(net):\n    return 0.5 * np.vectorize(math.erfc)(-net / math.sqrt(2))",
    numPySlope: "(normal($) + $ * np.exp(-$ ** 2 / 2) / math.sqrt(2 * math.pi))",
    jax: "jax.nn.gelu($, approximate=False)", torch: "F.gelu($)")
}

extension Activation {
  package static let gelu = Activation(GELU.self)
}
