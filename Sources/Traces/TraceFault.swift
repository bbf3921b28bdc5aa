package import Networks

/// What `validate()` found wrong with a trace.
package struct TraceFault: Hashable, Sendable {
  /// What is wrong with a trace.
  package enum Kind: Hashable, Sendable {
    /// The id is not the step's place, from 1.
    case misnumbered
    /// The network has no such quantity.
    case unknownQuantity(Quantity)
    /// The kind and what else the step holds do not go together.
    case malformed
    /// It uses a step that does not come before.
    case looksAhead(Int)
    /// Its formula takes a value that none of its dependencies found.
    case missingDependency(Quantity)
    /// The step named there is not the one that found this quantity.
    case wrongReuse(Int)
    /// The quantity was found by that step already, and nothing says so.
    case foundAgain(Int)
    /// The factors do not lead from E to the variable without a gap.
    case brokenPath
    /// The steps multiplied or added are not those of the path or of all paths.
    case wrongParts
    /// The formula, product or sum comes to something else than the step.
    case wrongValue(expected: Double, found: Double)
    /// The formula cannot be evaluated.
    case notEvaluable
  }

  /// The step's place, from 1.
  package let step: Int
  package let kind: Kind
}

extension Trace {
  /// Everything that is wrong with the trace: empty for every trace that the recorder made.
  ///
  /// Structure first; values only of steps whose structure is sound. Values are compared at a relative 1e-12 plus what
  /// rounding can do to the formula (saturation), and not at all where a factor overflows or underflows.
  /// Cost: proportional to the steps and the terms of their formulas.
  package func validate() -> [TraceFault] {
    var validator = TraceValidator(self)
    validator.run()
    return validator.faults
  }
}
