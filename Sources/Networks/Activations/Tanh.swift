package import Diagnostics
package import Expressions
import Glibc

/// tanh(x), into (−1, 1).
package enum Tanh: ActivationFunction {
  package static let name = "tanh"
  package static let aliases = ["tansig", "hyperbolic tangent"]
  package static let words = Words(en: "tanh", zh: "tanh 函数")

  package static func formula(at net: Expression, _: Double, layer: () -> [Expression]) -> Expression {
    .call(.tanh, net)
  }

  package static func derivative(net: Expression, out: Expression, _: Double) -> Expression {
    .sum([.number(1), .negation(.power(out, .number(2)))])
  }

  @inline(__always)
  package static func activate(_ net: Double, _: Double) -> Activated {
    let out = Glibc.tanh(net)
    let cosine = cosh(net)
    return (out, 1 / (cosine * cosine), 1 - out)
  }

  package static func purpose(net: String) -> Words {
    Words(en: "tanh squashes \(net) into (−1, 1).", zh: "tanh 把 \(net) 压缩到 (−1, 1) 内。")
  }

  package static func slopeWords(net: String, out: String) -> Words {
    Words(en: "The slope of tanh is 1 − \(out)².", zh: "tanh 的导数是 1 − \(out)²。")
  }

  package static let example = "tanh(0) = 0"

  package static let interval: String? = "(−1, 1)"

  package static func slope(ofOut out: Expression) -> Expression? {
    .sum([.number(1), .negation(.power(out, .number(2)))])
  }

  package static func halfSlopes(out: Expression) -> [Expression] {
    let square = Expression.power(out, .number(2))
    return [out, .sum([.number(1), .negation(out)]), square, .sum([.number(1), square])]
  }

  package static let programs = ActivationPrograms(
    numPy: "np.tanh($)", numPySlope: "(1 - $out ** 2)", jax: "jnp.tanh($)", torch: "torch.tanh($)")
}

extension Activation {
  package static let tanh = Activation(Tanh.self)
}
