import Arguments
import Diagnostics
import Glibc
import Screen
import Terminal
import Tutor
import TutorViews

/// What `bptutor replay FILE` does.
struct ReplayCommand {
  let invocation: Invocation
  let preferences: Preferences

  func run() throws(Failure) -> Int32 {
    let path = invocation.operands.first ?? ""
    let bytes: [UInt8]
    do throws(ReadableFile.Fault) { bytes = try ReadableFile.read(path, atMost: Recording.Limit.bytes) } catch {
      throw error.failure()
    }
    let recording: Recording
    do throws(RecordingFault) {
      recording = try Recording(reading: bytes, knowing: Recorder.knownLessons)
    } catch {
      let message = error.message
      throw .message(
        Words(en: "cannot replay '\(path)': \(message.en)", zh: "无法重放“\(path)”：\(message.zh)"),
        help: Words(en: "nothing was replayed", zh: "没有重放任何内容"))
    }
    if preferences.isPlain || isatty(STDIN_FILENO) != 1 || isatty(STDOUT_FILENO) != 1 { return try print(recording) }
    return try show(recording)
  }

  /// Where the session ended, in plain text.
  private func print(_ recording: Recording) throws(Failure) -> Int32 {
    if let words = notice(recording), !invocation.has(.quiet) {
      try? Output.error.write("\(CommandTable.program): \(words[preferences.language])\n")
    }
    let state = recording.state(after: recording.steps.count)
    do throws(Output.Failure) { try Output.standard.writeLines(PlainView.opening(state)) } catch {
      throw .output(error)
    }
    guard recording.isFaithful == false else { return ExitCode.success }
    throw .message(
      Words(
        en: "the session ended in another state than this: it was recorded by another version, or changed",
        zh: "录制时的最终状态与此不同：它由其他版本录制，或被改动过"))
  }

  /// That another version recorded it, which may have come to other states; nil where none did.
  private func otherVersion(_ recording: Recording) -> Words? {
    let (theirs, ours) = (recording.program, CommandTable.version)
    if theirs == ours { return nil }
    return Words(
      en: "Recorded by bptutor \(theirs); this is \(ours).", zh: "由 bptutor \(theirs) 录制，当前版本为 \(ours)。")
  }

  /// That the session's end is not in it, as of one that was killed or a file that was cut; nil where it is.
  private func isCut(_ recording: Recording) -> Words? {
    guard recording.end == nil else { return nil }
    return Words(en: "The recording stops before the session's end.", zh: "录制内容在会话结束之前中断。")
  }

  /// What there is to say before it plays.
  private func notice(_ recording: Recording) -> Words? {
    let said = [otherVersion(recording), isCut(recording)].compactMap { $0 }
    guard let first = said.first else { return nil }
    return said.dropFirst().reduce(first) { Words(en: $0.en + " " + $1.en, zh: $0.zh + $1.zh) }
  }

  private func show(_ recording: Recording) throws(Failure) -> Int32 {
    let speed = invocation.value(of: .speed).flatMap { Double($0) } ?? 1
    let options = Terminal.Options(preferences)
    do throws(TerminalFault) {
      var screen = try ReplayScreen(
        recording, speed: speed, options, keys: preferences.keys ?? [], notice: notice(recording))
      return screen.run()
    } catch { throw .terminal(error) }
  }
}
