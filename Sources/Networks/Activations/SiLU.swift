package import Diagnostics
package import Expressions

/// x·f(x), f the sigmoid; also known as swish.
package enum SiLU: ActivationFunction {
  package static let name = "silu"
  package static let aliases = ["swish", "swish-1"]
  package static let words = Words(en: "SiLU", zh: "SiLU 函数")

  package static func formula(at net: Expression, _: Double, layer: () -> [Expression]) -> Expression {
    .product([net, .call(.sigmoid, net)])
  }

  package static func derivative(net: Expression, out: Expression, _: Double) -> Expression {
    .sum([.call(.sigmoid, net), .product([net, .slope(.sigmoid, net)])])
  }

  @inline(__always)
  package static func activate(_ net: Double, _: Double) -> Activated {
    let (share, slope, _) = Sigmoid.activate(net, 0)
    // At −∞ nothing is left: the product alone would be no number.
    let out = share == 0 ? 0 : net * share
    return (out, slope == 0 ? share : share + net * slope, 1 - out)
  }

  package static let isOneSided = true

  package static func purpose(net: String) -> Words {
    Words(en: "SiLU weighs \(net) by its own sigmoid.", zh: "SiLU 用 \(net) 自己的 Sigmoid 值给它加权。")
  }

  package static func slopeWords(net: String, out: String) -> Words {
    Words(
      en: "SiLU is a product: f(\(net)) + \(net)·f′(\(net)).", zh: "SiLU 是乘积，导数为 f(\(net)) + \(net)·f′(\(net))。")
  }

  package static let example = "silu(x) = x·f(x)      silu(0) = 0"

  package static let programs = ActivationPrograms(
    numPy: "$ / (1 + np.exp(-$))", numPySlope: "(1 + $ * (1 - 1 / (1 + np.exp(-$)))) / (1 + np.exp(-$))",
    jax: "jax.nn.silu($)", torch: "F.silu($)")
}

extension Activation {
  package static let silu = Activation(SiLU.self)
}
