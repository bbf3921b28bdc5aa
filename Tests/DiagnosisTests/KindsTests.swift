import Diagnosis
import Expressions
import Networks
import Skills
import Testing

/// Right answers and mistakes on networks with softmax, other losses, thresholds, weight decay and momentum.
@Suite struct KindsTests {
  static let softmax = Examples.network(
    "softmax", 2, [("h", 2, .sigmoid, .shared), ("o", 3, .softmax, .shared)], .categoricalCrossEntropy)
  static let softmaxSquares = Examples.network(
    "softmax-squares", 2, [("h", 2, .tanh, .shared), ("o", 2, .softmax, .shared)], .squaredError)
  static let squares = Examples.network(
    "squares", 2, [("h", 2, .sigmoid, .shared), ("o", 1, .sigmoid, .shared)], .sumOfSquares)
  static let mean = Examples.network(
    "mean", 2, [("h", 2, .sigmoid, .shared), ("o", 3, .sigmoid, .shared)], .meanSquaredError)

  static let regular: Network = {
    let base = Examples.network("regular", 2, [("h", 2, .sigmoid, .shared), ("o", 1, .sigmoid, .shared)])
    let conventions = Conventions(hasThresholds: true, hasWeightDecay: true, hasMomentum: true)
    let own = base.architecture
    var network = base.with(
      Architecture(inputs: own.inputs, layers: own.layers, loss: own.loss, conventions: conventions))
    network.weightDecay = 0.13
    network.momentum = 0.6
    network.lastSteps = network.parameters.indices.map { 0.05 + 0.03 * Double($0) }
    return network
  }()

  static let right: [(Network, String, String)] = [
    (softmax, "out_o1", "exp(net_o1)/(exp(net_o1) + exp(net_o2) + exp(net_o3))"),
    (softmax, "dout_o1/dnet_o1", "out_o1*(1 - out_o1)"), (softmax, "dout_o1/dnet_o2", "-out_o1*out_o2"),
    (softmax, "dE/dout_o2", "-target_o2/out_o2"), (softmax, "dE/dnet_o1", "out_o1 - target_o1"),
    (softmax, "dE/dw5", "(out_o1 - target_o1)*out_h1"),
    (softmax, "dE/dw1", "(delta_o1*w5 + delta_o2*w7 + delta_o3*w9)*out_h1*(1 - out_h1)*i1"),
    (softmax, "E", "-(target_o1*ln(out_o1) + target_o2*ln(out_o2) + target_o3*ln(out_o3))"),
    (
      softmaxSquares, "dE/dnet_o1",
      "out_o1*((out_o1 - target_o1) - (out_o1 - target_o1)*out_o1 - (out_o2 - target_o2)*out_o2)"
    ),
    (squares, "E", "(target - out_o1)^2"), (squares, "dE/dout_o1", "-2*(target - out_o1)"),
    (mean, "E", "((target_o1 - out_o1)^2 + (target_o2 - out_o2)^2 + (target_o3 - out_o3)^2)/3"),
    (mean, "dE/dout_o2", "2/3*(out_o2 - target_o2)"),
    (regular, "net_h1", "i1*w1 + i2*w2 - b1"), (regular, "dnet_o1/db2", "-1"), (regular, "dE/db2", "-delta_o1"),
    (regular, "w5+", "w5 - eta*(dE/dw5 + lambda*w5) + mu*step_w5"),
    (regular, "w5+", "(1 - ηλ)w5 - η·dE/dw5 + μ·step_w5"), (regular, "b1+", "b1 - eta*dE/db1 + mu*step_b1"),
  ]

  @Test(arguments: right.indices)
  func rightAnswers(_ number: Int) {
    let (network, quantity, answer) = Self.right[number]
    #expect(Checker(network).check(quantity, answer: answer).kind == .right, "\(quantity) = \(answer)")
    let value = network.architecture.quantity(named: quantity).map(Pass(network).value(of:)) ?? .nan
    #expect(Checker(network).check(quantity, answer: "\(value)").kind == .right, "\(quantity) = \(value)")
  }

  /// All net inputs of the layer are in a softmax output, its own in the numerator too.
  @Test func softmaxIsAskedForByItsExponentials() throws {
    let verdict = Checker(Self.softmax).check("out_o2", answer: "0.98765")
    #expect(verdict.kind == .unknown)
    let asked = try ["o2", "o1", "o3"].map { try Expression.parse("exp(net_\($0))") }
    #expect(verdict.asked == asked)
  }

  static let wrong: [(Network, String, String, MistakeID)] = [
    (softmax, "dout_o1/dnet_o2", "0", "softmax-diagonal"),
    (softmax, "dE/dnet_o1", "-target_o1*(1 - out_o1)", "softmax-diagonal"),
    (softmaxSquares, "dE/dnet_o1", "(out_o1 - target_o1)*out_o1*(1 - out_o1)", "softmax-diagonal"),
    (softmax, "dE/dnet_o1", "(out_o1 - target_o1)*out_o1*(1 - out_o1)", "softmax-slope"),
    (softmax, "dE/dw5", "(out_o1 - target_o1)*out_o1*(1 - out_o1)*out_h1", "softmax-slope"),
    (softmax, "dE/dout_o1", "out_o1 - target_o1", "loss-mismatch"),
    (squares, "dE/dout_o1", "-(target - out_o1)", "half"), (squares, "E", "½(target - out_o1)²", "half"),
    (regular, "w5+", "w5 - eta*dE/dw5 + mu*step_w5", "decay-lost"),
    (regular, "w5+", "w5 - eta*(dE/dw5 - lambda*w5) + mu*step_w5", "decay-lost"),
    (regular, "w5+", "w5 - eta*(dE/dw5 + lambda*w5)", "momentum-lost"),
    (regular, "b2+", "b2 - eta*dE/db2", "momentum-lost"),
    (regular, "net_h1", "i1*w1 + i2*w2 + b1", "threshold-sign"), (regular, "dnet_o1/db2", "1", "threshold-sign"),
    (regular, "w5+", "w5 + eta*(dE/dw5 + lambda*w5) + mu*step_w5", "ascent"),
  ]

  @Test(arguments: wrong.indices)
  func mistakes(_ number: Int) {
    let (network, quantity, answer, mistake) = Self.wrong[number]
    let verdict = Checker(network).check(quantity, answer: answer)
    #expect(verdict.mistakes.contains(mistake), "\(quantity) = \(answer): \(verdict.mistakes)")
  }
}
