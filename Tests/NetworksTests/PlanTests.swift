import Networks
import RandomNetworks
import Testing

/// The flat buffers, used again and again as training does.
@Suite struct PlanTests {
  /// A second pass over the same buffers finds the same: nothing of the first one is left in them.
  @Test func passesLeaveNothingBehind() {
    for seed in 0..<60 as Range<UInt64> {
      let network = RandomNetworks.network(seed)
      let plan = Plan(network.architecture)
      plan.load(network)
      for _ in 0..<3 {
        plan.forward()
        plan.backward()
      }
      let pass = Pass(network)
      #expect((0..<network.architecture.parameterCount).map { plan.gradients[$0] } == pass.gradients)
      #expect(plan.loss == pass.loss)
    }
  }

  /// Updating in place is what updating the values is, round after round.
  @Test func updatesInPlace() {
    for seed in 0..<40 as Range<UInt64> {
      var network = RandomNetworks.network(seed)
      // The plan makes the plain step; the rest is its caller's.
      network.held = []
      (network.weightDecay, network.momentum) = (0, 0)
      let plan = Plan(network.architecture)
      plan.load(network)
      for _ in 0..<5 {
        plan.forward()
        plan.backward()
        plan.update(learningRate: network.learningRate)
        network.parameters = Pass(network).updatedParameters
      }
      #expect((0..<network.architecture.parameterCount).map { plan.parameters[$0] } == network.parameters)
    }
  }
}
