import Arguments
import Diagnostics
import Networks
import Tutor

/// What `bptutor walk` does.
struct WalkCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run(_ network: Network) throws(Failure) -> Int32 {
    let goals: [Quantity]
    do throws(UsageFault) {
      goals = try invocation.gradients(of: network.architecture)
    } catch { throw .usage(error) }
    let state = State(
      network: network, goals: goals.isEmpty ? nil : goals, language: preferences.language,
      notation: preferences.notation)
    return try Session.run(state, preferences)
  }
}
