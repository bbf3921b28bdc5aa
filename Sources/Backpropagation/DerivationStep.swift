import Diagnostics
import Expressions
import Networks
import Traces

/// One step of a derivation: a value with its formula.
public struct DerivationStep: Hashable, Sendable {
  /// What a step finds.
  public enum Kind: String, CaseIterable, Sendable {
    case netInput, output, loss, chain, factor, product, sum, update
  }

  /// From 1, in the order of the derivation.
  public let id: Int
  /// What it finds.
  public let kind: Kind
  /// Its name in ASCII: `dE/dw5`.
  public let quantity: String
  /// The formula in ASCII, with names.
  public let symbolic: String
  /// The same with numbers put in.
  public let substituted: String
  /// What it comes to.
  public let value: Double
  /// The ids of the steps whose values it takes.
  public let dependsOn: [Int]
  /// The id of the step that found the same before.
  public let reuses: Int?
}

extension TracedNetwork {
  /// The forward pass, and every chain-rule factor of the gradients asked for, each once: `["dE/dw5", "dE/dw1"]`.
  ///
  /// Cost: proportional to the number of steps; formulas are written out for each.
  public func derivation(of gradients: [String]) throws(BackpropagationError) -> [DerivationStep] {
    var goals: [Quantity] = []
    for name in gradients {
      let goal = try quantity(name)
      guard Trace.isGoal(goal) else { throw BackpropagationError("'\(name)' is not a derivative of E") }
      goals.append(goal)
    }
    let trace = Trace(network, goals: goals)
    let architecture = network.architecture
    return trace.steps.map { step in
      DerivationStep(
        id: step.id, kind: DerivationStep.Kind(step.kind), quantity: architecture.name(of: step.quantity),
        symbolic: trace.symbolic(step, isComplete: true).text(.ascii),
        substituted: trace.substituted(step, isComplete: true).text(.ascii), value: trace.value(of: step),
        dependsOn: step.dependsOn, reuses: step.reuses)
    }
  }
}

extension DerivationStep.Kind {
  fileprivate init(_ kind: Step.Kind) {
    switch kind {
    case .netInput: self = .netInput
    case .output: self = .output
    case .loss: self = .loss
    case .chain: self = .chain
    case .factor: self = .factor
    case .product: self = .product
    case .sum, .collapse: self = .sum
    case .update: self = .update
    }
  }
}
