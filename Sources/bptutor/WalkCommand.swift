import Arguments
import Diagnostics
import Expressions
import Networks
import Terminal
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
    return preferences.isPlain ? try runPlain(state) : try runScreenWalk(state, preferences)
  }

  private func runPlain(_ state: State) throws(Failure) -> Int32 {
    var walk = PlainWalk(state)
    do throws(Output.Failure) { try walk.run() } catch { throw .output(error) }
    return ExitCode.success
  }

  /// The walk on the whole screen of a terminal.
  private func runScreenWalk(_ state: State, _ preferences: Preferences) throws(Failure) -> Int32 {
    let options = Terminal.Options(color: preferences.hasColor, ascii: preferences.notation == .ascii)
    do throws(TerminalFault) {
      var session = try ScreenSession(state, options)
      return session.run()
    } catch {
      if error.suitsPlainLines { return try runPlain(state) }
      throw .terminal(error)
    }
  }
}
