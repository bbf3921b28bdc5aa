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
  /// The samples whose gradients an update takes together, by their mean or sum; nil where it is this network's alone.
  package private(set) var batch: Batch?
  /// A pass for each sample of the batch.
  package private(set) var batchPasses: [Pass] = []

  /// Derives the goals; what is no gradient of this network, or lies too far behind E, is left out.
  ///
  /// Cost: proportional to the edges that the goals need, since what was found is reused.
  package init(_ network: Network, goals: [Quantity], form: DerivationForm = .factors, batch: Batch? = nil) {
    let architecture = network.architecture
    var seen: Set<Quantity> = []
    let goals = goals.filter { goal in
      Self.isGoal(goal) && architecture.has(goal) && Self.edgeCount(of: goal, in: architecture) <= Self.maxEdges
        && seen.insert(goal).inserted
    }
    var recorder = TraceRecorder(architecture, form: form)
    recorder.recordForward()
    for goal in goals { recorder.recordGoal(goal) }
    recorder.recordUpdates(of: goals)
    self.init(network, goals: goals, steps: recorder.steps, form: form, batch: batch)
  }

  /// A derivation from steps as they are given: unchecked, which is what `validate()` is for.
  package init(
    _ network: Network, goals: [Quantity], steps: [Step], form: DerivationForm = .factors, batch: Batch? = nil
  ) {
    self.network = network
    self.goals = goals
    self.steps = steps
    self.form = form
    self.batch = batch
    pass = Pass(network)
    runBatch()
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
    runBatch()
  }

  /// Other samples for the update, or none.
  package mutating func setBatch(_ batch: Batch?) {
    guard batch != self.batch else { return }
    let hadBatch = self.batch != nil
    self.batch = batch
    if hadBatch { pass = Pass(network) }
    runBatch()
  }

  /// Cost: a pass for each sample.
  private mutating func runBatch() {
    guard let batch, !batch.samples.isEmpty else {
      batchPasses = []
      return
    }
    batchPasses = batch.networks(of: network).map { Pass($0) }
    var mean = Array(repeating: 0.0, count: network.parameters.count)
    for pass in batchPasses { for parameter in mean.indices { mean[parameter] += pass.gradients[parameter] } }
    if network.reduction == .mean {
      for parameter in mean.indices { mean[parameter] /= Double(batchPasses.count) }
    }
    pass = Pass(network, updatingBy: mean)
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
