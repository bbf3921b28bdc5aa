import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  @Suite("Unusable terminals", .serialized)
  struct UnusableTests {
    @Test("without a terminal it says so and writes no escape sequence")
    func pipes() throws {
      let run = try ProgramRun([probe])
      #expect(run.status == .exited(3))
      #expect(run.standardOutput.isEmpty)
      #expect(run.standardError.contains("standard output is not a terminal"))
      #expect(!run.standardError.contains("\u{1B}"))
    }

    @Test("with input from nowhere it says so", arguments: ["</dev/null", "</dev/zero", "<&-"])
    func input(redirection: String) throws {
      let session = try PtySession(["/bin/sh", "-c", "exec \(probe) \(redirection)"])
      #expect(try session.waitForExit() == .exited(3))
      #expect(session.lines[0].contains("standard input is not a terminal"))
      #expect(!session.output.contains(0x1B))
    }

    @Test(
      "a terminal without a known type: what to set",
      arguments: [nil, "", "dumb", "no-such-terminal", "../../etc/passwd", "long"])
    func types(name: String?) throws {
      // Not an argument, which the log would print.
      let type = name == "long" ? String(repeating: "x", count: 5000) : name
      let session = try PtySession([probe], environment: ["TERM": type])
      #expect(try session.waitForExit() == .exited(3))
      let text = session.lines.joined()
      #expect(text.contains("--plain") && text.contains("TERM"))
      #expect(!session.output.contains(0x1B))
      try session.waitUntilClean()
    }

    @Test(
      "a type newer than the database is taken for its kin",
      arguments: ["xterm-kitty", "xterm-ghostty", "alacritty", "foot"])
    func substitutes(type: String) throws {
      // Where somebody has installed its description, it is no stranger.
      guard try ProgramRun(["/usr/bin/infocmp", type]).status != .exited(0) else { return }
      let session = try started(
        size: Size(columns: 130, rows: 24), environment: ["TERM": type, "TERMINFO": "/nonexistent"])
      #expect(session.lines.last?.contains("TERM=\(type) is not known on this machine; xterm-256color is used") == true)
      session.send(keys: "q")
      #expect(try session.waitForExit() == .exited(0))
      try session.waitUntilClean()
    }

    @Test("stale LINES and COLUMNS do not count")
    func staleSize() throws {
      let session = try started(environment: ["LINES": "50", "COLUMNS": "200"])
      #expect(session.lines[0].contains("size 80x24"))
      #expect(session.lines[23].contains("unicode"))
    }
  }
}
