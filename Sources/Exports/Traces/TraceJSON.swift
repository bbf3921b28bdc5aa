import Diagnostics
import Expressions
package import Formats
import Networks
package import Traces

/// The derivation in the fixed form `bptutor-trace`, version 1, numbers in full precision.
package enum TraceJSON {
  /// Formulas are complete and in ASCII, so that they can be parsed; ∞ is in them as 1/0, what is no number as 0/0.
  ///
  /// Cost: proportional to the network's edges, and to the steps and the terms of their formulas.
  package static func json(_ trace: Trace) -> JSONText {
    let (pass, architecture) = (trace.pass, trace.network.architecture)
    func members(_ quantities: [Quantity], name: (Quantity) -> String) -> JSONText {
      .object(quantities.map { (name($0), .number(pass.value(of: $0))) })
    }
    let parameters = 0..<architecture.parameterCount
    var values: [Quantity] = (0..<architecture.neuronCount).flatMap { [Quantity.net($0), .out($0)] }
    if architecture.outputCount > 1 { values += (0..<architecture.outputCount).map(Quantity.partialLoss) }
    values.append(.loss)
    return .object([
      ("format", .string("bptutor-trace")), ("version", .number(1)), ("network", NetworkFile.json(trace.network)),
      ("values", members(values, name: architecture.name)),
      (
        "deltas",
        .object((0..<architecture.neuronCount).map { (architecture.neuronName($0), .number(pass.deltas[$0])) })
      ),
      (
        "gradients",
        .object(parameters.map { (architecture.name(of: .parameter($0)), .number(pass.gradients[$0])) })
      ),
      (
        "updated",
        .object(parameters.map { (architecture.name(of: .parameter($0)), .number(pass.updatedParameters[$0])) })
      ),
      ("lossAfterUpdate", .number(pass.lossAfterUpdate)),
      ("steps", .array(trace.steps.map { step($0, of: trace) })),
    ])
  }

  /// The derivation as a JSON file.
  package static func text(_ trace: Trace) -> String { json(trace).pretty + "\n" }

  private static func step(_ step: Step, of trace: Trace) -> JSONText {
    let architecture = trace.network.architecture
    return .object([
      ("id", .number(Double(step.id))), ("kind", .string(step.kind.fileName)),
      ("quantity", .string(architecture.name(of: step.quantity))),
      ("for", .array(step.goals.map { .string(architecture.name(of: $0)) })),
      ("symbolic", .string(trace.symbolic(step, isComplete: true).text(.ascii))),
      ("substituted", .string(trace.substituted(step, isComplete: true).withWritableNumbers.text(.ascii))),
      ("value", .number(trace.value(of: step))),
      ("rule", trace.rule(of: step).map { .string($0.rawValue) } ?? .null),
      ("dependsOn", .array(step.dependsOn.map { .number(Double($0)) })),
      ("reuses", step.reuses.map { .number(Double($0)) } ?? .null),
    ])
  }
}

extension Expression {
  /// The same value without numbers that no formula can hold.
  fileprivate var withWritableNumbers: Expression {
    guard case .number(let value) = self, !value.isFinite else { return mappingChildren(\.withWritableNumbers) }
    if value.isNaN { return .quotient(.number(0), .number(0)) }
    let infinity = Expression.quotient(.number(1), .number(0))
    return value < 0 ? .negation(infinity) : infinity
  }
}
