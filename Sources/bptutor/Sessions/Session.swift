import Arguments
import Diagnostics
import Expressions
import Terminal
import Training
import Tutor

/// Runs the tutor in the way that the terminal and the options allow.
///
/// A session waits for keys most of its life. What is done before, or between two keys, is never inlined into what waits,
/// so that its values do not stay on the stack of each of a class's sessions.
enum Session {
  /// On the whole screen, or line by line where there is none; returns the exit code.
  ///
  /// Answers and places are kept by the log; those of an author at work on a lesson are not.
  static func run(
    _ start: Start, _ preferences: Preferences, _ log: ProgressLog = ProgressLog(), preview: Preview? = nil,
    stage: (any PresentationScreen)? = nil, run: TrainingRun? = nil, resuming former: PresentationRun? = nil,
    lines: (any LineSource)? = nil, asJSON: Bool = false
  ) throws(Failure) -> Int32 {
    var start = start
    start.keys = preferences.keys
    start.notice = start.notice ?? preferences.notice
    if preferences.isPlain { try Self.checkRecording(preferences) }
    let recorder = try preferences.record.map { path throws(Failure) in try Recorder(path) }
    let log = preview == nil ? log : ProgressLog(isKeeping: false)
    let code =
      preferences.isPlain
      ? try runPlain(start, log, preview, recorder, lines, asJSON: asJSON, isSpoken: preferences.isSpoken)
      : try runScreen(start, log, preferences, preview, stage, run, former, recorder)
    return recorder?.exitCode(after: code, preferences.language) ?? code
  }

  /// Line by line there is no screen to record.
  private static func checkRecording(_ preferences: Preferences) throws(Failure) {
    guard let path = preferences.record, Recorder.isOfScreen(path) else { return }
    throw .message(
      Words(en: "there is no screen to record in '\(path)'", zh: "没有屏幕，无法录制到“\(path)”"),
      help: Words(en: "a name that does not end in .cast records the events", zh: "文件名不以 .cast 结尾时录制事件"))
  }

  /// Line by line a lesson is run as it is now; faults are reported at once.
  @inline(never)
  private static func runPlain(
    _ start: Start, _ log: ProgressLog, _ preview: Preview?, _ recorder: Recorder?, _ lines: (any LineSource)? = nil,
    asJSON: Bool = false, isSpoken: Bool = false
  ) throws(Failure) -> Int32 {
    if let preview, preview.faults != nil { throw .lessons(preview.report, LintCommand.summary(of: preview.report)) }
    var walk = PlainWalk(start, log, recorder, lines: lines, asJSON: asJSON, isSpoken: isSpoken)
    do throws(Output.Failure) { try walk.run() } catch { throw .output(error) }
    return walk.hasFailed ? ExitCode.usage : ExitCode.success
  }

  @inline(never)
  private static func runScreen(
    _ start: Start, _ log: ProgressLog, _ preferences: Preferences, _ preview: Preview?,
    _ stage: (any PresentationScreen)?, _ run: TrainingRun?, _ former: PresentationRun?, _ recorder: Recorder?
  ) throws(Failure) -> Int32 {
    let options = Terminal.Options(preferences)
    do throws(TerminalFault) {
      var session = try ScreenSession(
        start, log, options, preview: preview, stage: stage, run: run, resuming: former, recorder: recorder)
      return session.run()
    } catch {
      if error.suitsPlainLines {
        try checkRecording(preferences)
        return try runPlain(start, log, preview, recorder)
      }
      throw .terminal(error)
    }
  }
}
