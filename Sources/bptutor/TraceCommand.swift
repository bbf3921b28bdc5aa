import Arguments
import Diagnostics
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
    return try WrittenResult.write(text(of: trace), to: invocation.value(of: .output))
  }

  private func text(of trace: Trace) throws(Failure) -> String {
    throw .message(Words(en: "this build cannot print traces", zh: "此版本还不能输出推导"))
  }
}
