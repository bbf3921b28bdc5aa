import Arguments
import Diagnostics
import Formats
import Glibc
import Lessons
import Screen
import Tutor

/// Writes a session as it comes, a line each: its events, or what the screen showed where the file's name ends in `.cast`.
final class Recorder {
  private let output: Output
  /// Whether what the screen shows is written, for asciinema.
  let isOfScreen: Bool
  /// Of the screen; the plain mode has none.
  private(set) var size = Size(columns: 80, rows: 24)
  private var count = 0
  private var began = 0
  /// As it was named.
  private let path: String
  /// Why the recording is incomplete, while the session goes on; nil while it is whole.
  private(set) var fault: Words?
  /// The program's own lessons, of which a digest is enough.
  private let lessons: [LessonCatalogue.Entry]

  /// Begins a file; one that is there is written anew.
  init(_ path: String) throws(Failure) {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY | O_NONBLOCK
    let descriptor = path.utf8.contains(0) ? -1 : open(path, flags, 0o644)
    guard descriptor >= 0 else {
      let reason = SystemError.words(for: path.utf8.contains(0) ? ENOENT : errno)
      throw .message(Words(en: "cannot write '\(path)': \(reason.en)", zh: "无法写入“\(path)”：\(reason.zh)"))
    }
    output = Output(descriptor: descriptor)
    self.path = path
    isOfScreen = Self.isOfScreen(path)
    lessons = Self.knownLessons
  }

  /// Whether a file of that name gets what the screen shows.
  static func isOfScreen(_ path: String) -> Bool { path.hasSuffix(".cast") }

  deinit { close(output.descriptor) }

  /// The lessons that come with the program.
  static var knownLessons: [LessonCatalogue.Entry] {
    var context = LessonNames.context
    context.networkFiles = Curriculum.networks
    context.isForAuthors = false
    return LessonCatalogue.trusted(Curriculum.lessons, context: context)
  }

  /// An event that the tutor is about to deal with.
  func note(_ event: Event) {
    if isOfScreen {
      guard case .start = event else { return }
      began = Clock.now()
      let terminal = getenv("TERM").map { String(systemName: $0) }
      write { Asciicast.header(size, time: time(nil), title: CommandTable.program, terminal: terminal) }
    } else if case .start(let start) = event {
      began = Clock.now()
      write { try Recording.header(start, size, program: CommandTable.version, knowing: lessons) }
    } else {
      count += 1
      write { try Recording.line(count, at: Clock.now() - began, event, knowing: lessons) }
    }
  }

  /// What is written to the terminal.
  func note(screen bytes: [UInt8]) {
    if isOfScreen { write { Asciicast.output(at: Clock.now() - began, bytes) } }
  }

  /// The terminal's size, at the beginning and whenever it changes.
  func note(size: Size) {
    guard size != self.size, size.columns > 0 else { return }
    self.size = size
    if isOfScreen, began != 0 { write { Asciicast.resize(at: Clock.now() - began, size) } }
  }

  /// The session has come to its end.
  func finish(_ state: State) {
    if isOfScreen { return }
    count += 1
    write { Recording.footer(count, at: Clock.now() - began, state) }
  }

  private func write(_ line: () throws -> String) {
    if fault != nil { return }
    do { try output.write(try line() + "\n") } catch {
      var reason = Words(en: "it cannot be written", zh: "无法写入")
      if case .errno(let code) = error as? Output.Failure { reason = SystemError.words(for: code) }
      let name = SourceText.harmless(path)
      fault = Words(en: "The recording '\(name)' is incomplete: \(reason.en)", zh: "录制文件“\(name)”不完整：\(reason.zh)")
    }
  }

  /// Once the session is over: what did not get into the file is said, and counts as output that failed.
  func exitCode(after code: Int32, _ language: Language) -> Int32 {
    guard let fault else { return code }
    try? Output.error.write("\(CommandTable.program): \(fault[language])\n")
    return code == ExitCode.success ? ExitCode.output : code
  }
}
