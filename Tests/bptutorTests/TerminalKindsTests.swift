import Diagnostics
import Glibc
import Networks
import Screen
import TerminalTesting
import Testing
import Tutor
import TutorViews

/// The real program on every kind of terminal that there is, and on none that is known.
@Suite(.serialized) struct TerminalKindsTests {
  private static let standard = Size(columns: 80, rows: 24)

  private func started(
    _ arguments: [String] = [], _ environment: [String: String?] = [:], size: Size = standard
  ) throws -> PtySession {
    try PtySession([BuiltProgram.path("bptutor"), "walk"] + arguments, size: size, environment: environment)
  }

  private func expected(
    _ size: Size, steps: Int = 0, _ language: Language = .en, _ notation: TextStyle = .unicode
  ) -> [String] {
    var state = State(Start(.walk, network: BundledNetworks.default, language: language, notation: notation))
    for _ in 0..<steps { _ = state.update(.key(.right)) }
    return View.render(state, size).lines
  }

  private func leave(_ session: PtySession) throws {
    session.send(keys: "q")
    #expect(try session.waitForExit() == .exited(0))
    try session.waitUntilClean()
  }

  @Test(arguments: ["xterm-kitty", "xterm-ghostty", "alacritty", "foot"])
  func newerThanTheDatabase(type: String) throws {
    let session = try started([], ["TERM": type, "TERMINFO": "/nonexistent"])
    try session.wait(forText: "net_h1 = i1·w1 + i2·w2 + b1")
    try leave(session)
  }

  @Test(arguments: ["no-such-terminal", "../../etc/passwd"])
  func unknown(type: String) throws {
    let session = try started([], ["TERM": type])
    #expect(try session.waitForExit() == .exited(3))
    let said = session.lines.joined(separator: " ")
    #expect(said.contains("TERM=") && said.contains("--plain") && !session.output.contains(0x1B), "\(said)")
    try session.waitUntilClean()
  }

  /// Where no cursor can be moved, line by line.
  @Test(arguments: ["dumb", "", nil])
  func without(type: String?) throws {
    let session = try started([], ["TERM": type])
    try session.wait(forText: "bptutor>")
    #expect(!session.output.contains(0x1B), "\(session.picture)")
    session.send(keys: "next\r")
    try session.wait(forText: "Place 2 of 69")
    session.send(keys: "quit\r")
    #expect(try session.waitForExit() == .exited(0))
    try session.waitUntilClean()
  }

  @Test(arguments: ["vt100", "xterm-mono", "linux", "ansi"])
  func usableWithoutColors(type: String) throws {
    let session = try started(type == "linux" || type == "ansi" ? ["--color", "never"] : [], ["TERM": type])
    try session.wait(forText: "1/69")
    session.send(keys: " ")
    try session.wait(forText: "2/69")
    #expect(colored(session).isEmpty)
    try leave(session)
  }

  @Test(arguments: [("1", false), ("", true)])
  func noColor(_ value: String, hasColors: Bool) throws {
    let session = try started([], ["NO_COLOR": value])
    try session.wait(forText: "1/69")
    try session.waitUntilQuiet()
    #expect(colored(session).isEmpty != hasColors)
    try leave(session)
  }

  /// Lines and Greek letters may take two columns there: with ASCII nothing can be wider than it is meant.
  @Test func wideBorders() throws {
    let session = try started(["--ascii"])
    let screen = expected(Self.standard, .en, .ascii)
    try session.wait(for: "the walk") { session.lines == screen }
    #expect(session.output.allSatisfy { $0 < 0x80 })
    try leave(session)
  }

  /// Never half a character at the right edge: what is there is what was meant, at every width.
  @Test func chineseAtTheRightEdge() throws {
    let session = try started(["--lang", "zh"])
    session.send(keys: " ")
    for columns in 40...100 {
      let size = Size(columns: columns, rows: 24)
      session.resize(size)
      let screen = expected(size, steps: 1, .zh)
      try session.wait(for: "\(columns) columns") { session.lines == screen }
      for row in 0..<size.rows { #expect(session.cell(columns - 1, row).width == 1) }
    }
    try leave(session)
  }

  @Test(arguments: [(1, 1), (80, 1), (1, 24), (2, 2)])
  func tiny(columns: Int, rows: Int) throws {
    let session = try started(size: Size(columns: columns, rows: rows))
    try session.wait(for: "its screen") { session.isOnAlternateScreen }
    try session.waitUntilQuiet()
    session.send(keys: " ")
    session.resize(Self.standard)
    let screen = expected(Self.standard, steps: 1)
    try session.wait(for: "the walk") { session.lines == screen }
    try leave(session)
  }

  /// Whether a test may hide folders from the program, in a namespace of its own.
  private static let mayHide = Program.shell("unshare -Urm mount -t tmpfs none /proc").code == 0

  /// As in a container without anything: the program knows its terminal by itself.
  @Test(.enabled(if: mayHide), arguments: ["xterm-256color", "xterm-kitty"])
  func withoutADatabaseAndProc(type: String) throws {
    let folders = "/lib/terminfo /usr/share/terminfo /etc/terminfo /proc"
    let hide = "for d in \(folders); do [ ! -d $d ] || mount -t tmpfs none $d || exit 9; done"
    let session = try PtySession(
      ["/usr/bin/unshare", "-Urm", "/bin/sh", "-c", "\(hide); exec \(BuiltProgram.path("bptutor")) walk"],
      environment: ["TERM": type, "TERMINFO": nil])
    try session.wait(forText: "net_h1 = i1·w1 + i2·w2 + b1")
    session.send(keys: " ")
    try session.wait(forText: "2/69")
    try leave(session)
  }

  @Test(arguments: ["0", "1", "2", "64"])
  func aLimitOnTheSizeOfFiles(blocks: String) throws {
    // Counts of lines would be more than the limit.
    let walk = "LLVM_PROFILE_FILE=/dev/null exec \(BuiltProgram.path("bptutor")) walk"
    let session = try PtySession(["/bin/sh", "-c", "ulimit -f \(blocks); \(walk)"])
    let screen = expected(Self.standard, steps: 1)
    try session.wait(forText: "1/69")
    session.send(keys: " ")
    try session.wait(for: "the walk") { session.lines == screen }
    try leave(session)
  }

  @Test func aLimitOnOpenFiles() throws {
    let session = try PtySession(["/bin/sh", "-c", "ulimit -n 8; exec \(BuiltProgram.path("bptutor")) walk"])
    #expect(try session.waitForExit() == .exited(3))
    #expect(session.lines.joined().contains("ulimit -n 64"), "\(session.picture)")
    try session.waitUntilClean()
  }

  private func colored(_ session: PtySession) -> [ScreenCell] {
    (0..<24).flatMap { row in (0..<80).map { session.cell($0, row) } }.filter {
      $0.foreground != nil || $0.background != nil
    }
  }
}
