package import Diagnostics
package import Expressions

/// x above 0, 0 below.
package enum ReLU: ActivationFunction {
  package static let name = "relu"
  package static let aliases = ["rectifier", "rectified linear unit"]
  package static let words = Words(en: "ReLU", zh: "ReLU 函数")

  package static func formula(at net: Expression, _: Double, layer: () -> [Expression]) -> Expression {
    .call(.relu, net)
  }

  package static func derivative(net: Expression, out: Expression, _: Double) -> Expression { .slope(.relu, net) }

  @inline(__always)
  package static func activate(_ net: Double, _: Double) -> Activated {
    net > 0 ? (net, 1, 1 - net) : (net.isNaN ? net : 0, 0, 1)
  }

  package static let kinks = [0.0]
  package static let isOneSided = true

  package static func purpose(net: String) -> Words {
    Words(en: "ReLU lets \(net) through where it is positive.", zh: "\(net) 为正时，ReLU 原样输出。")
  }

  package static func slopeWords(net: String, out: String) -> Words {
    Words(en: "ReLU's slope is 1 above 0 and 0 below.", zh: "ReLU 的导数：大于 0 时为 1，小于 0 时为 0。")
  }

  package static let example = "relu(2) = 2      relu(−2) = 0"

  package static let programs = ActivationPrograms(
    numPy: "np.maximum($, 0.0)", numPySlope: "($ > 0)", jax: "jax.nn.relu($)", torch: "torch.relu($)")
}

extension Activation {
  package static let relu = Activation(ReLU.self)
}
