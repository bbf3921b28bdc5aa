package import Networks

/// An output of a network with two inputs, as a function over the plane.
package final class PlaneFunction {
  private let plan: Plan
  private let neuron: Int

  /// nil if the network has not two inputs, or no such output.
  package init?(_ network: Network, output: Int = 0) {
    guard network.inputs.count == 2, (0..<network.architecture.outputCount).contains(output) else { return nil }
    plan = Plan(network.architecture)
    plan.load(network)
    neuron = network.architecture.firstOutput + output
  }

  /// Cost: a forward pass.
  package func callAsFunction(_ x: Double, _ y: Double) -> Double {
    plan.sources[0] = x
    plan.sources[1] = y
    plan.forward()
    return plan.outs[neuron]
  }
}
