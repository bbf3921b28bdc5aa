package import Diagnostics
package import Expressions
import Glibc

/// f(x) = 1/(1 + e^−x), into (0, 1).
package enum Sigmoid: ActivationFunction {
  package static let name = "sigmoid"
  package static let aliases = ["logistic", "sigm", "logsig", "expit"]
  package static let words = Words(en: "sigmoid", zh: "Sigmoid 函数")

  package static func formula(at net: Expression, _: Double, layer: () -> [Expression]) -> Expression {
    .call(.sigmoid, net)
  }

  package static func derivative(net: Expression, out: Expression, _: Double) -> Expression {
    .product([out, .sum([.number(1), .negation(out)])])
  }

  @inline(__always)
  package static func activate(_ net: Double, _: Double) -> Activated {
    if net.magnitude > 700 { return saturated(net) }
    let power = exp(-net)
    let out = 1 / (1 + power)
    let complement = power * out
    return (out, complement * out, complement)
  }

  /// Where e^−net might overflow: e^−|net| never does.
  @inline(never)
  private static func saturated(_ net: Double) -> Activated {
    let power = exp(-net.magnitude)
    return net < 0 ? (power, power, 1) : (1, power, power)
  }

  package static func purpose(net: String) -> Words {
    Words(en: "f squashes \(net) into (0, 1).", zh: "f 把 \(net) 压缩到 (0, 1) 内。")
  }

  package static func slopeWords(net: String, out: String) -> Words {
    Words(en: "The sigmoid's slope is \(out)(1 − \(out)).", zh: "Sigmoid 的导数是 \(out)(1 − \(out))。")
  }

  package static let example = "f(x) = 1/(1 + e⁻ˣ)      f(0) = 0.5"

  package static let interval: String? = "(0, 1)"

  package static func slope(ofOut out: Expression) -> Expression? {
    .product([out, .sum([.number(1), .negation(out)])])
  }

  package static func halfSlopes(out: Expression) -> [Expression] {
    let rest = Expression.sum([.number(1), .negation(out)])
    let square = Expression.power(out, .number(2))
    return [out, rest, .sum([.number(1), .negation(square)]), square, .product([out, .sum([.number(1), out])])]
  }

  package static let programs = ActivationPrograms(
    numPy: "sigmoid($)", numPyHelper: "def sigmoid(net):\n    return 1 / (1 + np.exp(-net))",
    numPySlope: "$out * (1 - $out)", jax: "jax.nn.sigmoid($)", torch: "torch.sigmoid($)")
}

extension Activation {
  package static let sigmoid = Activation(Sigmoid.self)
}
