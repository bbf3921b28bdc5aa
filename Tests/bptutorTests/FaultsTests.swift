import Glibc
import Networks
import Screen
import TerminalTesting
import Testing
import Tutor
import TutorViews

@testable import Terminal

/// What can befall the real program in a terminal, and what it leaves behind.
@Suite(.serialized) struct FaultsTests {
  private func started(
    _ arguments: [String] = ["walk"], environment: [String: String?] = [:], ignoringHangup: Bool = false
  ) throws -> PtySession {
    let session = try PtySession(
      [BuiltProgram.path("bptutor")] + arguments, environment: environment, ignoringHangup: ignoringHangup)
    try session.wait(forText: "bptutor")
    try session.waitUntilQuiet()
    return session
  }

  private func lines(afterSteps count: Int, _ size: Size = Size(columns: 80, rows: 24)) -> [String] {
    var state = State(network: BundledNetworks.default)
    for _ in 0..<count { _ = state.update(.key(.right)) }
    return View.render(state, size).lines
  }

  @Test(arguments: CrashProvocation.allCases)
  func crashes(_ kind: CrashProvocation) throws {
    let session = try started(environment: ["BPTUTOR_CRASH": kind.rawValue])
    session.send(keys: " ")
    let status = try session.waitForExit(within: 5)
    #expect([SIGILL, SIGTRAP, SIGABRT, SIGSEGV].contains(status.shellCode - 128), "\(status)")
    #expect(status != .exited(status.shellCode), "ends in the signal's default action")
    try session.waitUntilClean()
    let said = session.lines.filter { !$0.isEmpty }
    #expect(
      said.count == 1
        && said[0].hasPrefix(
          "bptutor: internal error; report it with a --record FILE (SIG"),
      "\(said)")
  }

  @Test func aCrashLineByLine() {
    let outcome = Program.shell(
      "ulimit -c 0; echo next | bptutor walk --plain --lang zh >/dev/null; echo $?",
      environment: ["BPTUTOR_CRASH": "abort"])
    #expect(outcome.output == "134\n")
    #expect(outcome.error.contains("bptutor：内部错误，请报告此问题，可附上用 --record 录制的过程 (SIGABRT)"), "\(outcome.error)")
  }

  @Test func aStopGivesTheShellItsTerminal() throws {
    let session = try started()
    session.send(keys: "  ")
    let before = lines(afterSteps: 2)
    try session.wait(for: "the third place") { session.lines == before }
    for _ in 0..<2 {
      session.send(keys: "\u{1A}")
      try session.waitUntilStopped()
      #expect(session.leftovers.filter { !$0.hasPrefix("process") } == [])
      session.disturb("\u{1B}[2J\u{1B}[41m$ vi\r\nsome output")
      session.continueInForeground()
      try session.wait(for: "the screen from before") { session.lines == before }
      #expect(session.cells(of: "some output").isEmpty)
    }
    session.send(keys: "q")
    #expect(try session.waitForExit() == .exited(0))
    try session.waitUntilClean()
  }

  @Test func aThousandSizes() throws {
    let session = try started()
    session.send(keys: " ")
    var random = SystemRandomNumberGenerator()
    for number in 0..<1000 {
      session.resize(
        Size(columns: .random(in: 2...250, using: &random), rows: .random(in: 1...90, using: &random)))
      // In bursts, and one by one.
      if number % 10 == 0 { try session.waitUntilQuiet(for: 0.002) }
    }
    let size = Size(columns: 80, rows: 24)
    session.resize(size)
    let expected = lines(afterSteps: 1)
    try session.wait(for: "the last size") { session.lines == expected }
    session.send(keys: "q")
    #expect(try session.waitForExit() == .exited(0))
    try session.waitUntilClean()
  }

  @Test func anArrowThatComesInPiecesIsAnArrow() throws {
    let session = try started()
    session.send(keys: "\u{1B}")
    usleep(60_000)
    session.send(keys: "[C")
    let expected = lines(afterSteps: 1)
    try session.wait(for: "the next place") { session.lines == expected }
  }

  @Test func aLoneEscapeIsAKey() throws {
    let session = try started()
    session.send(keys: "?")
    try session.wait(forText: "next, previous factor")
    session.send(keys: "\u{1B}")
    let expected = lines(afterSteps: 0)
    try session.wait(for: "the walk") { session.lines == expected }
  }

  /// A pasted megabyte is text for the line that is open, and no command by itself.
  @Test func aMegabyteIsPasted() throws {
    let session = try started()
    session.send(keys: ":")
    try session.waitUntilQuiet()
    session.send(keys: "\u{1B}[200~" + String(repeating: "q\r:quit\r", count: 130_000) + "\u{1B}[201~")
    try session.waitUntilQuiet(for: 0.3)
    #expect(session.exitStatus == nil)
    session.send(keys: "\u{1B}")
    let expected = lines(afterSteps: 0)
    try session.wait(for: "the walk") { session.lines == expected }
    session.send(keys: "q")
    #expect(try session.waitForExit() == .exited(0))
  }

  @Test(arguments: [false, true])
  func aClosedTerminalEndsIt(ignoringHangup: Bool) throws {
    let session = try started(ignoringHangup: ignoringHangup)
    session.closeTerminal()
    #expect(try session.waitForExit(within: 1) == .exited(128 + SIGHUP))
    try session.wait(for: "the end of its processes", within: 2) { session.runningProcesses.isEmpty }
  }

  /// Without keys there is no full screen, whatever the output is.
  @Test func inputFromNowhere() throws {
    let session = try PtySession(["/bin/sh", "-c", "exec \"$0\" walk </dev/null", BuiltProgram.path("bptutor")])
    #expect(try session.waitForExit() == .exited(0))
    #expect(!session.output.contains(0x1B))
    #expect(session.lines.contains { $0.contains("net_h1 = i1·w1 + i2·w2 + b1") }, "\(session.picture)")
    try session.waitUntilClean()
  }

  /// The first screen goes over slow lines too.
  @Test func theFirstFrameIsSmall() throws {
    let session = try started()
    #expect(session.output.count <= 2000)
  }

  // MARK: What comes from files

  /// Names may be any text; none of it acts on a terminal, in any format.
  @Test(arguments: [
    "walk --plain", "trace", "trace --format markdown", "trace --format latex", "trace --format html",
    "trace --format json", "export --format pytorch", "export --format numpy", "export --format jax",
    "export --format csv", "export --format graphviz", "eval E", "gradcheck", "check dE/dw1 0.5", "train --epochs 1",
  ])
  func hostileNames(_ command: String) throws {
    let file = TemporaryFile(Self.hostileNetwork)
    for language in ["en", "zh"] {
      let arguments = command.split(separator: " ").map(String.init)
      let outcome = Program.run(arguments + ["--lang", language, "--network", file.path], input: "\n\nload\n")
      #expect(outcome.code == 0, "\(outcome.error)")
      // Lines of CSV end with both, by RFC 4180.
      let output = command.hasSuffix("csv") ? outcome.output.replacing("\r\n", with: "\n") : outcome.output
      #expect(Self.harmful(output).isEmpty, "\(Self.harmful(output))")
      #expect(Self.harmful(outcome.error).isEmpty)
    }
  }

  @Test func hostileNamesOnTheScreen() throws {
    let file = TemporaryFile(Self.hostileNetwork)
    let session = try started(["walk", "--network", file.path])
    session.send(keys: "    o")
    try session.waitUntilQuiet()
    // The one sequence of this kind that is the program's own asks for the terminal's ground.
    let own = "\u{1B}]11;?\u{7}"
    let text = String(decoding: session.output, as: UTF8.self)
    #expect(text.split(separator: own, omittingEmptySubsequences: false).count == 2)
    let said = text.replacing(own, with: "").unicodeScalars
    for scalar in ["\u{9B}", "\u{9D}", "\u{202E}", "\u{200B}", "\u{8}", "\u{7}"] as [Unicode.Scalar] {
      #expect(!said.contains(scalar), "U+\(String(scalar.value, radix: 16))")
    }
    // Not a sequence of the file's: a title, the clipboard, red.
    for sequence in ["\u{1B}]", "\u{1B}[31m"] { #expect(!String(said).contains(sequence)) }
  }

  private static let hostileNetwork = """
    {"name": "\\u001b]0;title\\u0007\\u001b]52;c;cHduZWQ=\\u001b[31m\\u009b31m\\u009dx\\u202egnp\\u200b\\r\\b\\t<b>&$`|\\\\end",
     "inputs": ["x"], "layers": [{"neurons": ["y"], "bias": "each"}],
     "values": {"x": 0.5, "w1": 0.3, "b1": 0.1, "target": 1}}
    """

  /// Characters that act on a terminal or cannot be seen.
  private static func harmful(_ text: String) -> [String] {
    text.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar != "\n"
      // The invisible operators of MathML are meant.
      case .format: scalar.value != 0x2061 && scalar.value != 0x2062
      case .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }.map { "U+" + String($0.value, radix: 16) }
  }
}
