import Glibc
import Networks
import Testing
import _Differentiation

/// All eight gradients of the 2-2-1 network against the compiler's own differentiation of a loss written out anew.
@Suite struct DifferentiationTests {
  struct Parameters: Differentiable, AdditiveArithmetic {
    var w1, w2, w3, w4, w5, w6, b1, b2: Double
  }

  @differentiable(reverse)
  static func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  @differentiable(reverse,wrt: p)
  static func loss(_ p: Parameters, _ i1: Double, _ i2: Double, _ target: Double) -> Double {
    let h1 = sigmoid(i1 * p.w1 + i2 * p.w2 + p.b1)
    let h2 = sigmoid(i1 * p.w3 + i2 * p.w4 + p.b1)
    let out = sigmoid(h1 * p.w5 + h2 * p.w6 + p.b2)
    return 0.5 * (target - out) * (target - out)
  }

  @Test func twoTwoOneAtTwoHundredPoints() {
    for seed in 0..<200 as Range<UInt64> {
      let network = BundledNetworks.default.randomized(seed: seed)
      let v = network.parameters
      let point = Parameters(w1: v[0], w2: v[1], w3: v[2], w4: v[3], w5: v[4], w6: v[5], b1: v[6], b2: v[7])
      let (i1, i2, target) = (network.inputs[0], network.inputs[1], network.targets[0])
      let (loss, gradient) = valueWithGradient(at: point) { Self.loss($0, i1, i2, target) }
      let pass = Pass(network)
      #expect(pass.loss.isClose(to: loss, relative: 1e-12))
      let expected = [
        gradient.w1, gradient.w2, gradient.w3, gradient.w4, gradient.w5, gradient.w6, gradient.b1, gradient.b2,
      ]
      // b1 adds two paths, which may cancel: compared with the larger of them.
      let size = (pass["dE/dnet_h1"]).magnitude + pass["dE/dnet_h2"].magnitude
      for (parameter, value) in expected.enumerated() {
        let scale = parameter == 6 ? size : value.magnitude
        #expect((pass.gradients[parameter] - value).magnitude <= 1e-12 * scale, "seed \(seed), parameter \(parameter)")
      }
    }
  }
}
