import Diagnostics
import Expressions
import Networks
import Traces

/// A trace as text for golden comparison: one step a line, numbers to 12 significant digits.
enum TraceTable {
  static func text(_ trace: Trace, kinds: Set<Step.Kind> = Set(Step.Kind.allCases)) -> String {
    trace.steps.filter { kinds.contains($0.kind) }.map { line($0, of: trace) }.joined(separator: "\n")
  }

  static func line(_ step: Step, of trace: Trace) -> String {
    var parts = ["\(step.id) \(step.kind.rawValue) \(trace.name(of: step.quantity))"]
    if !step.goals.isEmpty { parts.append("for " + step.goals.map(trace.name).joined(separator: ", ")) }
    parts.append(trace.symbolic(step).text(.ascii))
    parts.append(trace.substituted(step).text(.ascii, numberDigits: 12))
    parts.append(DecimalText.significant(trace.value(of: step), digits: 12))
    parts.append(trace.rule(of: step)?.rawValue ?? "-")
    if !step.dependsOn.isEmpty { parts.append("uses " + step.dependsOn.map(String.init).joined(separator: ", ")) }
    if let origin = step.reuses { parts.append("as \(origin)") }
    return parts.joined(separator: " | ")
  }
}

extension Trace {
  func name(of quantity: Quantity) -> String { network.architecture.name(of: quantity) }

  /// Derives the gradients with these ASCII names.
  init(_ network: Network, named goals: String...) {
    self.init(network, goals: goals.compactMap(network.architecture.quantity(named:)))
  }

  /// The chains of one gradient, as text.
  func chains(of name: String) -> [String] {
    steps.filter { $0.kind == .chain && self.name(of: $0.quantity) == name }.map { symbolic($0).text(.ascii) }
  }
}

extension Network {
  /// ∂E by every parameter.
  var allGradients: [Quantity] { (0..<architecture.parameterCount).map { .gradient(.parameter($0)) } }

  /// ∂E by everything that can be asked for.
  var allGoals: [Quantity] {
    allGradients + architecture.inputs.indices.map { .gradient(.input($0)) }
      + (0..<architecture.neuronCount).flatMap { [.gradient(.net($0)), .gradient(.out($0))] }
  }
}
