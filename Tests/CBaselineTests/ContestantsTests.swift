import CBaseline
import Networks
import Testing
import bptutor_bench

/// A comparison of speed is fair only where both sides compute the same.
@Suite struct ContestantsTests {
  /// 2-2-1, several layers, long rows, and layers on both sides of the size at which the order of the loops changes.
  static let shapes = [
    [2, 2, 1], [2, 16, 16, 1], [1, 1, 1], [40, 17, 9, 3], [3, 70, 50, 2], [5, 3, 3, 3, 3, 3, 3, 2],
  ]

  @Test(arguments: shapes) func layeredGradientsAgree(shape: [Int]) throws {
    let contestants = LayeredContestants(widths: shape)
    let baseline = try #require(contestants.baseline)
    let (plan, architecture) = (contestants.plan, contestants.network.architecture)
    plan.forward()
    plan.backward()
    layered_gradients(baseline, 1)
    for neuron in 0..<architecture.neuronCount {
      #expect(isClose(plan.outs[neuron], layered_outs(baseline)[neuron]))
      #expect(isClose(plan.gradients[architecture.weightCount + neuron], layered_bias_gradients(baseline)[neuron]))
    }
    for weight in 0..<architecture.weightCount {
      #expect(isClose(plan.gradients[weight], layered_weight_gradients(baseline)[weight]))
    }
    #expect((0..<architecture.weightCount).contains { plan.gradients[$0] != 0 })
  }

  @Test(arguments: shapes, [false, true]) func layeredParametersAgreeAfterManySteps(shape: [Int], keeps: Bool) throws {
    let contestants = LayeredContestants(widths: shape)
    let baseline = try #require(contestants.baseline)
    let (plan, count) = (contestants.plan, contestants.network.architecture.parameterCount)
    for _ in 0..<20 {
      if keeps { plan.descend(learningRate: 0.5) } else { plan.train(learningRate: 0.5) }
    }
    if keeps { layered_update(baseline, 0.5, 20) } else { layered_train(baseline, 0.5, 20) }
    for parameter in 0..<count {
      #expect(isClose(plan.parameters[parameter], layered_weights(baseline)[parameter]))
    }
    #expect(plan.parameters[0] != contestants.network.parameters[0])
  }

  @Test func straightGradientsAgree() {
    let network = BundledNetworks.default
    var baseline = network.straight
    let plan = Plan(network.architecture)
    plan.load(network)
    plan.forward()
    plan.backward()
    straight_gradients(&baseline, 1)
    #expect(zip(gradients(of: baseline), (0..<8).map { plan.gradients[$0] }).allSatisfy(isClose))
    #expect(plan.gradients[4] != 0)
  }

  @Test(arguments: [false, true]) func straightParametersAgreeAfterManySteps(keeps: Bool) {
    let network = BundledNetworks.default
    var baseline = network.straight
    let plan = Plan(network.architecture)
    plan.load(network)
    for _ in 0..<50 {
      if keeps {
        plan.descend(learningRate: network.learningRate)
      } else {
        plan.train(learningRate: network.learningRate)
      }
    }
    if keeps { straight_update(&baseline, 50) } else { straight_train(&baseline, 50) }
    #expect(zip(parameters(of: baseline), (0..<8).map { plan.parameters[$0] }).allSatisfy(isClose))
    #expect(baseline.w5 != network.parameters[4])
  }

  private func gradients(of network: straight_network) -> [Double] {
    [network.dw1, network.dw2, network.dw3, network.dw4, network.dw5, network.dw6, network.db1, network.db2]
  }

  private func parameters(of network: straight_network) -> [Double] {
    [network.w1, network.w2, network.w3, network.w4, network.w5, network.w6, network.b1, network.b2]
  }

  private func isClose(_ one: Double, _ other: Double) -> Bool {
    (one - other).magnitude <= 1e-12 * max(1, one.magnitude, other.magnitude)
  }
}
