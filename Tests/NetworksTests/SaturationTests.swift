import Glibc
import Networks
import Testing

/// Where out rounds to 0 or 1, the closed form in net is the judge: f(x) = e^x/(1 + e^x), 1 − f(x) = f(−x).
@Suite struct SaturationTests {
  /// One neuron, input 1 and no bias: net is the weight.
  private static func pass(net: Double, target: Double, _ loss: Loss, _ activation: Activation = .sigmoid) -> Pass {
    let layer = Layer(neurons: ["O"], activation: activation, bias: .none)
    var network = Network(name: "", architecture: Architecture(inputs: ["x"], layers: [layer], loss: loss))
    (network.inputs, network.parameters, network.targets) = ([1], [net], [target])
    return Pass(network)
  }

  private static let tail40 = 4.248354255291589e-18

  @Test func tailsOfTheSigmoid() {
    #expect(exp(-40).isClose(to: Self.tail40, relative: 1e-15))
    for (net, slope) in [(40.0, Self.tail40), (-40, Self.tail40), (800, 0), (-800, 0), (0, 0.25)] {
      let pass = Self.pass(net: net, target: 0.5, .squaredError)
      #expect(pass.slopes[0].isClose(to: slope, relative: 1e-14))
    }
    #expect(Self.pass(net: -40, target: 0.5, .squaredError).outs[0].isClose(to: Self.tail40, relative: 1e-15))
    #expect(Self.pass(net: 800, target: 0.5, .squaredError).outs[0] == 1)
  }

  @Test(
    arguments: [
      // (target − f(net))·f(net)·f(−net), negated.
      (40, 0.9, 0.1 * tail40), (40, 1, -tail40 * tail40), (40, 0, tail40), (-40, 0.9, -0.9 * tail40),
      (-40, 0, tail40 * tail40), (800, 0.9, 0), (-800, 0.9, 0),
    ] as [(Double, Double, Double)])
  func squaredError(net: Double, target: Double, delta: Double) {
    let pass = Self.pass(net: net, target: target, .squaredError)
    #expect(pass["dE/dnet_O"].isClose(to: delta, relative: 1e-13), "\(pass["dE/dnet_O"])")
    #expect(pass["dE/dw1"] == pass["dE/dnet_O"])
  }

  @Test(
    arguments: [
      // δ = f(net) − target; E = target·ln(1 + e^−net) + (1 − target)·ln(1 + e^net).
      (40, 0.9, 0.1, 4), (40, 1, -tail40, tail40), (40, 0, 1, 40), (-40, 0.9, -0.9, 36), (-40, 0, tail40, tail40),
      (800, 0.9, 0.1, 80), (800, 1, 0, 0), (800, 0, 1, 800), (-800, 0.9, -0.9, 720), (-800, 1, -1, 800),
      (-800, 0, 0, 0), (0, 0.5, 0, 0.6931471805599453), (0, 1, -0.5, 0.6931471805599453),
    ] as [(Double, Double, Double, Double)])
  func crossEntropy(net: Double, target: Double, delta: Double, loss: Double) {
    let pass = Self.pass(net: net, target: target, .crossEntropy)
    #expect(pass["dE/dnet_O"].isClose(to: delta, relative: 1e-13), "\(pass["dE/dnet_O"])")
    #expect(pass["dE/dw1"].isClose(to: delta, relative: 1e-13))
    #expect(pass.loss.isClose(to: loss, relative: 1e-13), "\(pass.loss)")
  }

  /// ∂E/∂out is what it is, infinite if it must; the gradient does not go through it.
  @Test func crossEntropySlopeByOut() {
    #expect(Self.pass(net: 0, target: 0.9, .crossEntropy)["dE/dout_O"].isClose(to: -1.6, relative: 1e-14))
    #expect(Self.pass(net: -800, target: 0.9, .crossEntropy)["dE/dout_O"] == -.infinity)
    #expect(Self.pass(net: 800, target: 0.9, .crossEntropy)["dE/dout_O"] == .infinity)
    #expect(Self.pass(net: 800, target: 1, .crossEntropy)["dE/dout_O"] == -1)
    #expect(Self.pass(net: 40, target: 0.9, .crossEntropy)["dE/dout_O"].isClose(to: 0.1 / Self.tail40, relative: 1e-13))
  }

  @Test func otherActivations() {
    let tanhPass = Self.pass(net: 40, target: 0.5, .squaredError, .tanh)
    #expect(tanhPass.slopes[0].isClose(to: 4 * exp(-80), relative: 1e-13))
    #expect(Self.pass(net: 800, target: 0.5, .squaredError, .tanh)["dE/dw1"] == 0)
    let relu = Self.pass(net: -3, target: 0.5, .squaredError, .relu)
    #expect((relu["out_O"], relu["dout_O/dnet_O"], relu["dE/dw1"], relu["dE/dout_O"]) == (0, 0, 0, -0.5))
    #expect(Self.pass(net: 0, target: 0.5, .squaredError, .relu)["dout_O/dnet_O"] == 0)
    let identity = Self.pass(net: 3, target: 0.5, .squaredError, .identity)
    #expect((identity["out_O"], identity["dout_O/dnet_O"], identity["dE/dw1"]) == (3, 1, 2.5))
  }

  /// Numbers at the edges go through and never trap.
  @Test func edges() {
    for value in [Double.infinity, -.infinity, .nan, .greatestFiniteMagnitude, .leastNonzeroMagnitude, -0.0] {
      for activation in Activation.allCases {
        let pass = Self.pass(net: value, target: 0.5, .squaredError, activation)
        #expect(pass.outs[0].isNaN == value.isNaN)
      }
    }
  }
}
