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

  @Test func inAPipe() {
    #expect(!Program.run(Self.report, environment: ["TERM": "xterm-256color"]).output.contains("\u{1B}"))
    let forced = Program.run(Self.report, environment: ["TERM": "xterm-256color", "CLICOLOR_FORCE": "1"])
    let always = Program.run(Self.report + ["--color", "always"], environment: ["TERM": "xterm-256color"])
    #expect(forced.output.contains("38;5;") && forced.output == always.output)
    let wrong = Program.run(Self.report + ["--theme", "drak"], environment: [:])
    #expect(wrong.code == 2 && wrong.error.contains("did you mean 'dark'?"))
  }
}
