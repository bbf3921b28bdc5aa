import Arguments
import Exports
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
    let trace = Trace(network, goals: goals.isEmpty ? Trace.defaultGoals(of: network.architecture) : goals)
    let format = invocation.value(of: .format).flatMap(TraceFormat.init) ?? .text
    let text = format.text(of: trace, language: preferences.language, style: preferences.notation)
    return try WrittenResult.write(text, to: invocation.value(of: .output))
  }
}
