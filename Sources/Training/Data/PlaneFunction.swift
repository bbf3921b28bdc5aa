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

extension DataSet {
  /// The range of an input over all samples, with a margin, for a picture of them.
  package func range(ofInput input: Int, margin: Double = 0.1) -> ClosedRange<Double> {
    guard count > 0, (0..<inputCount).contains(input) else { return 0...1 }
    var (low, high) = (Double.infinity, -Double.infinity)
    for sample in 0..<count {
      let value = values[sample * columnCount + input]
      if value.isFinite { (low, high) = (min(low, value), max(high, value)) }
    }
    guard low <= high else { return 0...1 }
    let width = high > low ? high - low : max(1, low.magnitude)
    let (lower, upper) = (low - margin * width, high + margin * width)
    return lower.isFinite && upper.isFinite && lower <= upper ? lower...upper : low...high
  }
}
