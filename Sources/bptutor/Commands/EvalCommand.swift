import Arguments
import Diagnostics
import Expressions
import Formats
import Networks
import Traces
import Tutor

/// What `bptutor eval EXPR` does.
struct EvalCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run(_ network: Network) throws(Failure) -> Int32 {
    let typed = invocation.operands.joined(separator: " ")
    let trace = Trace(network, goals: [])
    let evaluation: Evaluation
    do throws(Diagnostic) {
      evaluation = try trace.evaluation(of: try network.parse(typed))
    } catch {
      throw .faults([error], in: SourceText(typed))
    }
    let text =
      invocation.value(of: .format) == "json"
      ? json(evaluation).pretty + "\n" : lines(evaluation, network).joined(separator: "\n") + "\n"
    return try WrittenResult.write(text, to: nil)
  }

  /// Formula, numbers and value, in full precision.
  private func lines(_ evaluation: Evaluation, _ network: Network) -> [String] {
    let architecture = network.architecture
    let isSpoken = preferences.isSpoken
    func text(_ expression: Expression) -> String {
      if isSpoken { return expression.spoken(in: architecture.letters)[preferences.language] }
      return expression.text(preferences.notation, in: network.architecture.letters)
    }
    // Where δ is −∂E/∂net, it is called by its name.
    let delta = architecture.negatesDelta ? architecture.delta(meaning: evaluation.expression) : nil
    let left = text(delta ?? evaluation.expression)
    let equals = isSpoken ? Words(en: " equals ", zh: " 等于 ")[preferences.language] : " = "
    var lines = [evaluation.closedForm, evaluation.substituted].compactMap { $0 }.map { left + equals + text($0) }
    let value = text(.number(evaluation.value))
    lines.append(left == value ? value : left + equals + value)
    return lines
  }

  private func json(_ evaluation: Evaluation) -> JSONText {
    func text(_ expression: Expression?) -> JSONText { expression.map { .string($0.text(.ascii)) } ?? .null }
    return .object([
      ("expression", text(evaluation.expression)), ("closedForm", text(evaluation.closedForm)),
      ("substituted", text(evaluation.substituted)), ("value", .number(evaluation.value)),
    ])
  }
}
