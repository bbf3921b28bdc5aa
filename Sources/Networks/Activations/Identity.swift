package import Diagnostics
package import Expressions

/// The net input itself.
package enum Identity: ActivationFunction {
  package static let name = "identity"
  package static let aliases = ["linear", "none", "purelin"]
  package static let words = Words(en: "identity", zh: "恒等函数")

  package static func formula(at net: Expression, _: Double, layer: () -> [Expression]) -> Expression { net }

  package static func derivative(net: Expression, out: Expression, _: Double) -> Expression { .number(1) }

  @inline(__always)
  package static func activate(_ net: Double, _: Double) -> Activated { (net, 1, 1 - net) }

  package static func purpose(net: String) -> Words {
    Words(en: "This neuron sends \(net) on as it is.", zh: "这个神经元原样输出 \(net)。")
  }

  package static func slopeWords(net: String, out: String) -> Words {
    Words(en: "A straight line: its slope is 1.", zh: "这是直线，斜率为 1。")
  }

  package static let example = "out = net"

  package static let programs = ActivationPrograms(numPy: "$", numPySlope: "", jax: "$", torch: "$")
}

extension Activation {
  package static let identity = Activation(Identity.self)
}
