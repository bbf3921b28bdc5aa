import Arguments
import Expressions
import Terminal
import Tutor

/// Runs the tutor in the way that the terminal and the options allow.
enum Session {
  /// On the whole screen, or line by line where there is none; returns the exit code.
  static func run(
    _ state: State, _ preferences: Preferences, preview: Preview? = nil
  ) throws(Failure) -> Int32 {
    preferences.isPlain ? try runPlain(state, preview) : try runScreen(state, preferences, preview)
  }

  /// Line by line a lesson is run as it is now; faults are told at once.
  private static func runPlain(_ state: State, _ preview: Preview?) throws(Failure) -> Int32 {
    if let preview, preview.faults != nil { throw .lessons(preview.report, LintCommand.summary(of: preview.report)) }
    var walk = PlainWalk(state)
    do throws(Output.Failure) { try walk.run() } catch { throw .output(error) }
    return ExitCode.success
  }

  private static func runScreen(
    _ state: State, _ preferences: Preferences, _ preview: Preview?
  ) throws(Failure) -> Int32 {
    let options = Terminal.Options(color: preferences.hasColor, ascii: preferences.notation == .ascii)
    do throws(TerminalFault) {
      var session = try ScreenSession(state, options, preview: preview)
      return session.run()
    } catch {
      if error.suitsPlainLines { return try runPlain(state, preview) }
      throw .terminal(error)
    }
  }
}
