package import Networks

/// A derivation as data: the forward pass, each gradient factor by factor, and the update.
///
/// Steps hold no text and no numbers. Values come from the pass, symbols from deriving the definitions; so changing a
/// number keeps the steps and makes a new pass.
package struct Trace: Equatable, Sendable {
  package private(set) var network: Network
  package private(set) var pass: Pass
  /// What is derived, each once, in the order asked for.
  package let goals: [Quantity]
  package let steps: [Step]
  package let form: DerivationForm

  /// Derives the goals; what is no gradient of this network is left out.
  ///
  /// Cost: proportional to the edges that the goals need, since what was found is reused.
  package init(_ network: Network, goals: [Quantity], form: DerivationForm = .factors) {
    let architecture = network.architecture
    var seen: Set<Quantity> = []
    let goals = goals.filter { Self.isGoal($0) && architecture.has($0) && seen.insert($0).inserted }
    var recorder = TraceRecorder(architecture, form: form)
    recorder.recordForward()
    for goal in goals { recorder.recordGoal(goal) }
    recorder.recordUpdates(of: goals)
    self.init(network, goals: goals, steps: recorder.steps, form: form)
  }

  /// A derivation from steps as they are given: unchecked, which is what `validate()` is for.
  package init(_ network: Network, goals: [Quantity], steps: [Step], form: DerivationForm = .factors) {
    self.network = network
    self.goals = goals
    self.steps = steps
    self.form = form
    pass = Pass(network)
  }

  /// The same derivation at other numbers; of a network that is wired differently, its own derivation of
  /// the goals with the same names.
  package mutating func setNetwork(_ network: Network) {
    guard network.architecture == self.network.architecture else {
      let (before, after) = (self.network.architecture, network.architecture)
      self = Trace(
        network, goals: goals.compactMap { after.quantity(named: before.name(of: $0)) }, form: form)
      return
    }
    self.network = network
    pass = Pass(network)
  }

  /// The step of an id.
  ///
  /// Needs an id of this trace.
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
}
