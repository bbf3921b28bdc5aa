import Screen
import TerminalTesting
import Testing

/// When reports are colored, and with how many colors.
@Suite struct ColorTests {
  private static let report = ["gradcheck", "dE/dw5", "--lang", "en"]

  private func terminal(_ environment: [String: String?], _ options: [String] = []) throws -> String {
    let session = try PtySession([BuiltProgram.path("bptutor")] + Self.report + options, environment: environment)
    _ = try session.waitForExit()
    return String(decoding: session.output, as: UTF8.self)
  }

  /// By what terminfo says of the type, or of the one that it acts like, never by parts of its name.
  @Test(arguments: [
    ("xterm-256color", "38;5;"), ("xterm", "[0;1;37;41m"), ("xterm-ghostty", "38;5;"),
    ("wezterm", "38;5;"), ("rio", "38;5;"), ("tmux-256color", "38;5;"),
  ])
  func onATerminal(_ type: String, _ code: String) throws {
    #expect(try terminal(["TERM": type, "COLORTERM": nil, "NO_COLOR": nil]).contains(code))
  }

  @Test func aTypeThatIsNotKnownCountsByItsClaim() throws {
    #expect(try terminal(["TERM": "quux", "COLORTERM": "truecolor"]).contains("38;5;"))
    #expect(try !terminal(["TERM": "quux", "COLORTERM": nil]).contains("\u{1B}["))
    #expect(try !terminal(["TERM": "vt100", "COLORTERM": nil]).contains("\u{1B}["))
  }

  @Test func askedFor() throws {
    #expect(try !terminal(["TERM": "xterm-256color"], ["--color", "never"]).contains("\u{1B}["))
    #expect(try !terminal(["TERM": "xterm-256color", "NO_COLOR": "1"]).contains("\u{1B}["))
    let dark = try terminal(["TERM": "xterm-256color"], ["--theme", "dark"])
    let light = try terminal(["TERM": "xterm-256color"], ["--theme", "light"])
    #expect(dark.contains("38;5;204") && light.contains("38;5;160"))
  }

  /// The colors of what is on the screen.
  private func inks(_ session: PtySession) -> Set<Int> {
    Set((0..<24).flatMap { row in (0..<80).compactMap { session.cell($0, row).foreground } })
  }

  /// Behind the first frame the terminal is asked for its ground, once; the answer changes colors and nothing else.
  @Test(arguments: [("rgb:ffff/ffff/ffff\u{1B}\\", 26), ("rgb:1e1e/1e1e/2e2e\u{7}", 75)])
  func theGroundIsAskedFor(_ answer: String, _ lit: Int) throws {
    let question = Array("\u{1B}]11;?\u{7}".utf8)
    let session = try PtySession([BuiltProgram.path("bptutor"), "walk"])
    try session.wait(for: "the question") { session.output.suffix(question.count).elementsEqual(question) }
    let lines = session.lines
    #expect(lines.contains { $0.contains("net_h1") } && inks(session).contains(63))
    session.send(keys: "\u{1B}]11;" + answer)
    try session.wait(for: "other colors") { inks(session).contains(lit) }
    try session.waitUntilQuiet()
    #expect(!inks(session).contains(63) && session.lines == lines)
    session.send(keys: "l")
    try session.wait(forText: "2/69")
    session.send(keys: "q")
    #expect(try session.waitForExit() == .exited(0))
    #expect(session.output.split(separator: 0x1B).count { $0.starts(with: Array("]11;".utf8)) } == 1)
    try session.waitUntilClean()
  }

  /// Where a theme was chosen, or there are no colors, nothing is asked.
  @Test(arguments: [["--theme", "dark"], ["--no-color"], ["--theme", "contrast"]])
  func aChosenThemeAsksNothing(_ options: [String]) throws {
    let session = try PtySession([BuiltProgram.path("bptutor"), "walk"] + options)
    try session.wait(forText: "1/69")
    try session.waitUntilQuiet()
    #expect(!String(decoding: session.output, as: UTF8.self).contains("]11;"))
  }

  @Test func inAPipe() {
    #expect(!Program.run(Self.report, environment: ["TERM": "xterm-256color"]).output.contains("\u{1B}"))
    let forced = Program.run(Self.report, environment: ["TERM": "xterm-256color", "CLICOLOR_FORCE": "1"])
    let always = Program.run(Self.report + ["--color", "always"], environment: ["TERM": "xterm-256color"])
    #expect(forced.output.contains("38;5;") && forced.output == always.output)
    let wrong = Program.run(Self.report + ["--theme", "drak"], environment: [:])
    #expect(wrong.code == 2 && wrong.error.contains("did you mean 'dark'?"))
  }

  /// Faults and help are colored on a terminal and where it is asked for, and say the same.
  @Test(arguments: [["evl"], ["eval", "E+*"], ["--help"], ["help", "walk"], ["help", "config"]])
  func faultsAndHelp(_ arguments: [String]) throws {
    let plain = Program.run(arguments, environment: ["TERM": "xterm-256color"])
    let forced = Program.run(arguments, environment: ["TERM": "xterm-256color", "CLICOLOR_FORCE": "1"])
    let never = Program.run(
      arguments + ["--color", "never"], environment: ["TERM": "xterm-256color", "CLICOLOR_FORCE": "1"])
    func stripped(_ text: String) -> String { text.replacing(/\u{1B}\[[0-9;]*m/, with: "") }
    #expect(!(plain.output + plain.error).contains("\u{1B}") && never == plain)
    #expect((forced.output + forced.error).contains("\u{1B}["))
    #expect(stripped(forced.output) == plain.output && stripped(forced.error) == plain.error)
    let session = try PtySession([BuiltProgram.path("bptutor")] + arguments, environment: ["TERM": "xterm-256color"])
    _ = try session.waitForExit()
    #expect(session.output.contains(0x1B))
  }
}
