import Arguments
import Expressions
import Terminal
import Tutor

/// Runs the tutor in the way that the terminal and the options allow.
enum Session {
  /// On the whole screen, or line by line where there is none; returns the exit code.
  ///
  /// Answers and places are kept by the log.
  static func run(
    _ state: State, _ preferences: Preferences, _ log: ProgressLog = ProgressLog()
  ) throws(Failure) -> Int32 {
    preferences.isPlain ? try runPlain(state, log) : try runScreen(state, log, preferences)
  }

  private static func runPlain(_ state: State, _ log: ProgressLog) throws(Failure) -> Int32 {
    var walk = PlainWalk(state, log)
    do throws(Output.Failure) { try walk.run() } catch { throw .output(error) }
    return ExitCode.success
  }

  private static func runScreen(
    _ state: State, _ log: ProgressLog, _ preferences: Preferences
  ) throws(Failure) -> Int32 {
    let options = Terminal.Options(color: preferences.hasColor, ascii: preferences.notation == .ascii)
    do throws(TerminalFault) {
      var session = try ScreenSession(state, log, options)
      return session.run()
    } catch {
      if error.suitsPlainLines { return try runPlain(state, log) }
      throw .terminal(error)
    }
  }
}
