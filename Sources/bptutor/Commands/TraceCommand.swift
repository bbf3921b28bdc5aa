import Arguments
import Exports
import Expressions
import Networks
import Traces

/// What `bptutor trace` does.
struct TraceCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run(_ network: Network) throws(Failure) -> Int32 {
    let goals: [Quantity]
    do throws(UsageFault) {
      goals = try invocation.gradients(of: network.architecture)
    } catch { throw .usage(error) }
    let wanted = goals.isEmpty ? Trace.defaultGoals(of: network.architecture) : goals
    if let (message, help) = Trace.refusal(of: wanted, in: network.architecture) {
      throw .message(message, help: help)
    }
    let trace = Trace(network, goals: wanted)
    let format = invocation.value(of: .format).flatMap(TraceFormat.init) ?? .text
    let text = format.text(of: trace, language: preferences.language, style: preferences.notation)
    // Lines of words and formulas; the other formats say them by themselves.
    let said = {
      text.split(separator: "\n", omittingEmptySubsequences: false).map {
        SpokenLine.text(String($0), preferences.language)
      }
    }
    let result = format == .text && preferences.isSpoken ? said().joined(separator: "\n") : text
    return try WrittenResult.write(result, to: invocation.value(of: .output))
  }
}
