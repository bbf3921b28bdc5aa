package import Networks

/// A derivation as data: the forward pass, each gradient factor by factor, and the update.
///
/// Steps hold no text and no numbers. Values come from the pass, symbols from deriving the definitions; so changing a
/// number keeps the steps and makes a new pass.
package struct Trace: Equatable, Sendable {
  package private(set) var network: Network
  package private(set) var pass: Pass
  package let goals: [Quantity]
  package let steps: [Step]

  /// Cost: proportional to the edges that the goals need, since what was found is reused.
  package init(_ network: Network, goals: [Quantity]) {
    var recorder = TraceRecorder(network.architecture)
    recorder.recordForward()
    for goal in goals { recorder.recordGoal(goal) }
    recorder.recordUpdates(of: goals)
    self.network = network
    self.goals = goals
    steps = recorder.steps
    pass = Pass(network)
  }

  /// The same derivation at other numbers. Needs the same architecture.
  package mutating func setNetwork(_ network: Network) {
    self.network = network
    pass = Pass(network)
  }

  package subscript(id: Int) -> Step { steps[id - 1] }

  /// The gradients that a walk shows first: the output layer's first weight, then the network's first weight.
  package static func defaultGoals(of architecture: Architecture) -> [Quantity] {
    let last = architecture.blocks.last?.firstWeight ?? 0
    return (last == 0 ? [0] : [last, 0]).map { .gradient(.parameter($0)) }
  }

  /// Whether a quantity is a gradient that can be walked: ∂E by a parameter, an input, or a neuron's net or out.
  package static func isGoal(_ quantity: Quantity) -> Bool {
    guard case .derivative(of: .loss, by: let variable) = quantity else { return false }
    switch variable {
    case .parameter, .input, .net, .out: return true
    default: return false
    }
  }

  /// Faults of the structure: empty for every trace that the recorder made.
  package func validate() -> [String] {
    var faults: [String] = []
    for (index, step) in steps.enumerated() {
      if step.id != index + 1 { faults.append("step \(step.id) stands at \(index + 1)") }
      if step.dependsOn.contains(where: { $0 >= step.id || $0 < 1 }) { faults.append("\(step.id) looks ahead") }
      if let origin = step.reuses, origin >= step.id || steps[origin - 1].quantity != step.quantity {
        faults.append("\(step.id) reuses something else")
      }
    }
    return faults
  }
}
