import Arguments
import Diagnostics
import Expressions
import Terminal
import Tutor

/// Runs the tutor in the way that the terminal and the options allow.
enum Session {
  /// On the whole screen, or line by line where there is none; returns the exit code.
  ///
  /// Answers and places are kept by the log; those of an author at work on a lesson are not.
  static func run(
    _ start: Start, _ preferences: Preferences, _ log: ProgressLog = ProgressLog(), preview: Preview? = nil,
    stage: Stage? = nil
  ) throws(Failure) -> Int32 {
    var start = start
    start.keys = preferences.keys
    start.notice = start.notice ?? preferences.notice
    let recorder = try preferences.record.map { path throws(Failure) in try Recorder(path) }
    let log = preview == nil ? log : ProgressLog(isKeeping: false)
    return preferences.isPlain
      ? try runPlain(start, log, preview, recorder)
      : try runScreen(start, log, preferences, preview, stage, recorder)
  }

  /// Line by line a lesson is run as it is now; faults are told at once.
  private static func runPlain(
    _ start: Start, _ log: ProgressLog, _ preview: Preview?, _ recorder: Recorder?
  ) throws(Failure) -> Int32 {
    if let preview, preview.faults != nil { throw .lessons(preview.report, LintCommand.summary(of: preview.report)) }
    var walk = PlainWalk(start, log, recorder)
    do throws(Output.Failure) { try walk.run() } catch { throw .output(error) }
    return ExitCode.success
  }

  private static func runScreen(
    _ start: Start, _ log: ProgressLog, _ preferences: Preferences, _ preview: Preview?, _ stage: Stage?,
    _ recorder: Recorder?
  ) throws(Failure) -> Int32 {
    let options = Terminal.Options(preferences)
    do throws(TerminalFault) {
      var session = try ScreenSession(start, log, options, preview: preview, stage: stage, recorder: recorder)
      return session.run()
    } catch {
      if error.suitsPlainLines { return try runPlain(start, log, preview, recorder) }
      throw .terminal(error)
    }
  }
}
