/// What a teacher writes at one moment: how much of a step is shown.
package enum Stage: Int, CaseIterable, Comparable, Sendable {
  /// The chain-rule identity, the factor at hand marked in it.
  case chain
  /// What is differentiated by what.
  case writtenOut
  /// The rule that differentiates it.
  case rule
  /// The symbolic form: a definition, a derivative carried out, a product of factors.
  case symbolic
  /// The numbers put in.
  case substituted
  case value

  package static func < (one: Stage, other: Stage) -> Bool { one.rawValue < other.rawValue }
}

/// A place where a walk stops: one stage of one step.
package struct Stop: Hashable, Sendable {
  /// The step's id, from 1.
  package let step: Int
  package let stage: Stage

  package init(step: Int, stage: Stage) {
    self.step = step
    self.stage = stage
  }
}

extension Step {
  /// The stages of this step, each a stop of its own; numbers and value of a factor come together.
  package var stages: [Stage] {
    switch kind {
    case .netInput, .output, .loss, .product, .sum, .collapse, .update: [.symbolic, .substituted, .value]
    case .chain: [.chain]
    // A gradient that is one derivative has no chain to stand in.
    case .factor where path.count == 1: reuses == nil ? [.writtenOut, .rule, .symbolic, .value] : [.value]
    case .factor where reuses != nil: [.chain, .value]
    case .factor: [.chain, .writtenOut, .rule, .symbolic, .value]
    }
  }
}

extension Trace {
  /// Every stop of the walk, in order.
  ///
  /// Cost: proportional to the steps.
  package var stops: [Stop] {
    steps.flatMap { step in step.stages.map { Stop(step: step.id, stage: $0) } }
  }
}
