import CPty
import Glibc
package import Screen

/// A program in a pseudo-terminal, with an emulator that shows its screen: for end-to-end tests.
///
/// The program runs under a small job-control shell, so stopping it works. Every wait has a limit and throws with a
/// picture of the screen when it is over. When the session is let go, the program is killed.
package final class PtySession {
  /// A wait was over or a start failed.
  package struct Fault: Error, CustomStringConvertible {
    package let description: String
  }

  var session = pty_session()
  let terminal: VirtualTerminal
  /// Marks the processes of this session in their environments.
  let marker: String
  /// What the program keeps, unless the test names a place for it.
  private let state: String
  /// How the program ended, once it is known.
  package internal(set) var exitStatus: ExitStatus?
  /// Whether the program is stopped, as by Ctrl-Z.
  package internal(set) var isStopped = false
  /// All that the program has written.
  package internal(set) var output: [UInt8] = []
  /// Where `output` stood at the last send.
  var sentAt = 0
  var isTerminalClosed = false
  /// Whether the terminal takes output; false is a connection that hangs.
  package var takesOutput = true

  /// Whether the emulator answers the program's questions; a test may answer in its place.
  package var answersQuestions = true

  /// Starts a program.
  ///
  /// - Parameter environment: changes the plain environment of tests (xterm-256color, C.UTF-8); nil removes an entry.
  package init(
    _ arguments: [String], size: Size = Size(columns: 80, rows: 24), environment changes: [String: String?] = [:],
    ignoringHangup: Bool = false
  ) throws {
    var environment = BuiltProgram.environment
    state = environment["BPTUTOR_STATE"] ?? ""
    for (name, value) in changes { environment[name] = value }
    marker = "PTY_SESSION=\(getpid())-\(UInt64.random(in: 0 ... .max))"
    let pair = marker.split(separator: "=")
    environment[String(pair[0])] = String(pair[1])
    guard let path = arguments.first else { throw Fault(description: "no program to start") }
    let options = pty_options(
      rows: Int32(size.rows), columns: Int32(size.columns), ignores_hangup: ignoringHangup ? 1 : 0)
    terminal = VirtualTerminal(columns: size.columns, rows: size.rows)
    var session = pty_session()
    let result = BuiltProgram.withCStrings(arguments, environment) { pty_start(&session, path, $0, $1, options) }
    guard result == 0 else { throw Fault(description: "cannot start \(path): \(String(cString: strerror(errno)))") }
    self.session = session
  }

  deinit {
    if exitStatus == nil { kill(session.program, SIGKILL) }
    close(session.commands)
    close(session.reports)
    if !isTerminalClosed { close(session.master) }
    var status: Int32 = 0
    waitpid(session.leader, &status, 0)
    unlink(state)
  }

  /// The program's process.
  package var processID: Int32 { session.program }

  package func signal(_ number: Int32) { kill(session.program, number) }

  package func resize(_ size: Size) {
    terminal.resize(columns: size.columns, rows: size.rows)
    pty_resize(session.master, Int32(size.rows), Int32(size.columns))
  }

  /// Shows something on the screen that the program knows nothing of, as other programs do.
  package func disturb(_ text: String) { terminal.feed(Array(text.utf8)) }

  /// Continues a stopped program in the foreground, as `fg` does.
  package func continueInForeground() {
    isStopped = false
    _ = Glibc.write(session.commands, "c", 1)
  }

  /// Closes the terminal's window.
  package func closeTerminal() {
    guard !isTerminalClosed else { return }
    isTerminalClosed = true
    close(session.master)
  }

  /// Whether the terminal's modes are those from before the start.
  package var areModesAsBefore: Bool {
    var now = termios()
    tcgetattr(session.master, &now)
    let before = session.before
    return now.c_iflag == before.c_iflag && now.c_oflag == before.c_oflag && now.c_cflag == before.c_cflag
      && now.c_lflag == before.c_lflag
  }

  /// Whether the program sleeps in writing to a terminal that takes no more.
  package var isWaitingToWrite: Bool {
    // The number of `write` on x86-64 and on ARM, and standard output.
    let call = Self.contents("/proc/\(session.program)/syscall")
    return call.starts(with: "1 0x1 ".utf8) || call.starts(with: "64 0x1 ".utf8)
  }

  /// What the program has left behind in the terminal and among the processes; empty when it is clean.
  package var leftovers: [String] {
    var found: [String] = []
    if !areModesAsBefore { found.append("other terminal modes") }
    if terminal.isOnAlternateScreen { found.append("the alternate screen") }
    if !terminal.isCursorVisible { found.append("a hidden cursor") }
    if terminal.isPasteMarked { found.append("bracketed paste") }
    if terminal.isMouseReported { found.append("mouse reports") }
    for process in runningProcesses where process != session.program || exitStatus != nil {
      found.append("process \(process)")
    }
    return found
  }

  /// Processes that the program has started, and itself; zombies do not count.
  package var runningProcesses: [Int32] {
    guard let folder = opendir("/proc") else { return [] }
    defer { closedir(folder) }
    var found: [pid_t] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      guard let process = pid_t(name), process != session.leader else { continue }
      let environment = Self.contents("/proc/\(name)/environ")
      if environment.split(separator: 0).contains(where: { $0.elementsEqual(marker.utf8) }) { found.append(process) }
    }
    return found
  }

  private static func contents(_ path: String) -> [UInt8] {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return [] }
    defer { close(file) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count <= 0 { return result }
      result += buffer.prefix(count)
    }
  }
}
