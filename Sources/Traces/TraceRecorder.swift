import Expressions
import Networks

/// Writes the steps of a derivation down, each thing once.
struct TraceRecorder {
  private let architecture: Architecture
  private let chainRule: ChainRule
  private(set) var steps: [Step] = []
  /// The step that found a quantity.
  private var found: [Quantity: Int] = [:]
  private var goals: [Quantity] = []

  init(_ architecture: Architecture, form: DerivationForm) {
    self.architecture = architecture
    chainRule = ChainRule(architecture: architecture, form: form)
  }

  mutating func recordForward() {
    for block in architecture.blocks {
      let neurons = block.firstNeuron..<block.firstNeuron + block.neuronCount
      let isWhole = neurons.contains { architecture.takesWholeLayer($0) }
      for neuron in neurons {
        let sources = architecture.sources(ofNeuron: neuron).compactMap { source in
          found[.out(source - architecture.inputs.count)]
        }
        record(.netInput, .net(neuron), dependsOn: sources)
        if !isWhole { record(.output, .out(neuron), dependsOn: [steps.count]) }
      }
      guard isWhole else { continue }
      let nets = neurons.compactMap { found[.net($0)] }
      for neuron in neurons { record(.output, .out(neuron), dependsOn: nets) }
    }
    let outputs = (architecture.firstOutput..<architecture.neuronCount).compactMap { found[.out($0)] }
    if architecture.outputCount > 1 {
      let parts = outputs.enumerated().map { record(.loss, .partialLoss($0), dependsOn: [$1]) }
      record(.loss, .loss, dependsOn: parts)
    } else {
      record(.loss, .loss, dependsOn: outputs)
    }
  }

  /// Derives a gradient; if it was found already, one step says where.
  mutating func recordGoal(_ goal: Quantity) {
    guard case .derivative(of: .loss, by: let variable) = goal else { return }
    goals.append(goal)
    defer { goals.removeLast() }
    let paths = found[goal] == nil ? chainRule.paths(to: variable) : [[goal]]
    // Found before, or ∂E/∂out of an output, which is one derivative: no chain.
    if paths == [[goal]] {
      _ = recordFactor(at: 0, of: [goal], number: 0, count: 1)
      return
    }
    var products: [Int] = []
    for (number, path) in paths.enumerated() {
      record(.chain, goal, path: path, number: number, of: paths.count)
      let factors = path.indices.map { recordFactor(at: $0, of: path, number: number, count: paths.count) }
      products.append(record(.product, goal, path: path, number: number, of: paths.count, dependsOn: factors))
    }
    guard paths.count > 1 else { return }
    let sum = record(.sum, goal, of: paths.count, dependsOn: products)
    if case .net(let neuron) = variable, architecture.hasCollapsingLoss, architecture.isOutput(neuron) {
      record(.collapse, goal, dependsOn: [sum] + (found[.out(neuron)].map { [$0] } ?? []))
    }
  }

  /// One step of gradient descent for every parameter whose gradient was asked for.
  mutating func recordUpdates(of goals: [Quantity]) {
    for case .derivative(of: .loss, by: .parameter(let parameter)) in goals {
      let gradient: Quantity = .gradient(.parameter(parameter))
      if found[.updated(parameter)] == nil {
        record(.update, .updated(parameter), dependsOn: found[gradient].map { [$0] } ?? [])
      }
    }
  }

  private mutating func recordFactor(at place: Int, of path: [Quantity], number: Int, count: Int) -> Int {
    let factor = path[place]
    if found[factor] == nil, chainRule.isCompound(factor) { recordGoal(factor) }
    let origin = found[factor]
    return record(
      .factor, factor, path: path, place: place, number: number, of: count,
      dependsOn: origin.map { [$0] } ?? used(by: factor), reuses: origin)
  }

  /// The forward steps whose values a derivative takes.
  private func used(by factor: Quantity) -> [Int] {
    if case .derivative(of: .out(let neuron), by: .net(let net)) = factor {
      let leaves = architecture.derivative(ofOut: neuron, byNet: net)?.leafNames ?? []
      return leaves.compactMap { architecture.quantity(named: $0).flatMap { found[$0] } }
    }
    let forward: Quantity? =
      switch factor {
      case .derivative(of: .loss, by: let out): out
      case .derivative(of: .net, by: .parameter(let parameter)):
        if case .edge(let source, _) = architecture.place(ofParameter: parameter), source >= architecture.inputs.count {
          .out(source - architecture.inputs.count)
        } else {
          nil
        }
      default: nil
      }
    return forward.flatMap { found[$0] }.map { [$0] } ?? []
  }

  @discardableResult
  private mutating func record(
    _ kind: Step.Kind, _ quantity: Quantity, path: [Quantity] = [], place: Int = 0, number: Int = 0, of count: Int = 1,
    dependsOn: [Int] = [], reuses: Int? = nil
  ) -> Int {
    let id = steps.count + 1
    let step = Step(
      id: id, kind: kind, quantity: quantity, goals: goals, path: path, place: place, pathNumber: number,
      pathCount: count, dependsOn: dependsOn, reuses: reuses)
    steps.append(step)
    if step.finds { found[quantity] = id }
    return id
  }
}
