package import Diagnostics
package import Expressions
import Glibc

/// e^x over the sum of it over the layer: shares that add up to 1.
package enum Softmax: ActivationFunction {
  package static let name = "softmax"
  package static let aliases = ["softargmax", "normalized exponential"]
  package static let words = Words(en: "softmax", zh: "softmax 函数")
  package static let takesWholeLayer = true

  package static func formula(at net: Expression, _: Double, layer: () -> [Expression]) -> Expression {
    .quotient(.call(.exp, net), .sum(layer().map { $0 == .symbol("…") ? $0 : .call(.exp, $0) }))
  }

  /// By its own net input.
  package static func derivative(net: Expression, out: Expression, _: Double) -> Expression {
    .product([out, .sum([.number(1), .negation(out)])])
  }

  /// ∂out_j/∂net_k, as it is written on a board: out_j(1 − out_j) for the same neuron, else −out_j·out_k.
  package static func derivative(out: Expression, by other: Expression) -> Expression {
    out == other ? .product([out, .sum([.number(1), .negation(out)])]) : .negation(.product([out, other]))
  }

  /// The share of a neuron that is alone in its layer.
  @inline(__always)
  package static func activate(_ net: Double, _: Double) -> Activated { (net.isNaN ? net : 1, 0, 0) }

  /// The powers are taken of net − the largest net, so that none overflows and the largest share keeps its digits.
  package static func activate(layer: ActivationLists, count: Int, _: Double) {
    guard count > 0 else { return }
    let (nets, outs) = (layer.nets, layer.outs)
    let largest = place(ofLargest: nets, count: count)
    var rest = 0.0
    for neuron in 0..<count where neuron != largest {
      outs[neuron] = power(nets[neuron], nets[largest])
      rest += outs[neuron]
    }
    // A NaN anywhere is one everywhere.
    outs[largest] = nets[largest].isNaN ? .nan : 1
    let sum = outs[largest] + rest
    for neuron in 0..<count {
      let others = neuron == largest ? rest : sum - outs[neuron]
      let (out, complement) = (outs[neuron] / sum, others / sum)
      outs[neuron] = out
      layer.complements[neuron] = complement
      layer.slopes[neuron] = out * complement
    }
  }

  /// ln Σ e^net in two parts, the largest net and what the others add to it: −ln out is (largest − net) + rest.
  static func logarithmOfSum(_ nets: UnsafePointer<Double>, count: Int) -> (largest: Double, rest: Double) {
    guard count > 0 else { return (0, 0) }
    let largest = place(ofLargest: nets, count: count)
    var rest = 0.0
    for neuron in 0..<count where neuron != largest { rest += power(nets[neuron], nets[largest]) }
    return (nets[largest], log1p(rest))
  }

  /// −ln out of a neuron.
  static func surprise(_ net: Double, _ logarithmOfSum: (largest: Double, rest: Double)) -> Double {
    net == logarithmOfSum.largest ? logarithmOfSum.rest : logarithmOfSum.largest - net + logarithmOfSum.rest
  }

  /// Equal net inputs have equal shares, infinite ones too.
  private static func power(_ net: Double, _ largest: Double) -> Double { net == largest ? 1 : exp(net - largest) }

  private static func place(ofLargest nets: UnsafePointer<Double>, count: Int) -> Int {
    var largest = 0
    for neuron in 1..<max(1, count) where nets[neuron] > nets[largest] { largest = neuron }
    return largest
  }

  package static func purpose(net: String) -> Words {
    Words(
      en: "softmax makes shares of the layer's net inputs: e^\(net) over the sum of all of them.",
      zh: "softmax 把这一层的净输入变成各占的份额：e^\(net) 除以所有这些指数之和。")
  }

  package static func slopeWords(net: String, out: String) -> Words {
    Words(
      en: "\(net) raises \(out) and the sum below it: \(out)(1 − \(out)).",
      zh: "\(net) 既增大 \(out) 的分子，也增大分母：\(out)(1 − \(out))。")
  }

  package static let example = "softmax(0, 0) = (½, ½)"

  package static let interval: String? = "(0, 1)"

  package static func slope(ofOut out: Expression) -> Expression? {
    .product([out, .sum([.number(1), .negation(out)])])
  }

  package static func halfSlopes(out: Expression) -> [Expression] { Sigmoid.halfSlopes(out: out) }

  package static let programs = ActivationPrograms(
    numPy: "softmax($)",
    numPyHelper: "def softmax(net):\n    powers = np.exp(net - net.max())\n    return powers / powers.sum()",
    numPySlope: "$out * (1 - $out)", jax: "jax.nn.softmax($)", torch: "torch.softmax($, dim=0)")
}

extension Activation {
  package static let softmax = Activation(Softmax.self)
}
