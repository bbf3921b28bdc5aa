import Glibc
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  @Suite("Painting", .serialized)
  struct PaintingTests {
    private static let roles = Role.allCases.map { "\($0)" }

    @Test("text, symbols and Chinese stand where they were drawn")
    func text() throws {
      let session = try started()
      #expect(session.lines[0] == "size 80x24 step 0")
      #expect(session.lines[2] == "  plain             ∂E/∂w5 δ η 链式法则")
      #expect(session.lines[3] == "  heading           │─┼")
      #expect(session.isOnAlternateScreen && session.isBracketedPasteOn && session.isMouseReported)
      #expect(!session.areModesAsBefore)
    }

    @Test("at the right edge a wide character is whole or not there")
    func rightEdge() throws {
      let session = try started(size: Size(columns: 47, rows: 20))
      #expect(session.cell(45, 4).text == "右" && session.cell(45, 4).width == 2)
      #expect(session.cell(45, 5).text == " " && session.cell(46, 5).text == " ")
      #expect(session.lines[6].hasPrefix("  focus"))
    }

    @Test("with colours every role looks different", arguments: ["xterm-256color", "xterm"])
    func roles(type: String) throws {
      let session = try started(environment: ["TERM": type])
      try expectDifferentLooks(
        Self.roles.filter { $0 != "bar" && (type == "xterm-256color" || $0 != "faint") }, session)
      #expect(session.cells(of: "plain").allSatisfy { $0.isPlain })
      #expect(session.cells(of: "bad").allSatisfy { $0.foreground != nil })
    }

    @Test(
      "without colours the roles that matter still look different",
      arguments: [
        ("xterm-256color", "--mono", "0"), ("xterm-mono", "", ""), ("vt100", "", ""), ("xterm-256color", "", "1"),
      ])
    func mono(type: String, option: String, noColor: String) throws {
      let session = try started([option], environment: ["TERM": type, "NO_COLOR": noColor == "0" ? nil : noColor])
      try expectDifferentLooks(["plain", "lit", "focus", "fresh", "reused"], session)
      #expect(session.lines.last?.contains("mono") == true)
      for name in Self.roles {
        for cell in session.cells(of: name) { #expect(cell.foreground == nil && cell.background == nil) }
      }
    }

    private func expectDifferentLooks(_ names: [String], _ session: PtySession) throws {
      var looks: [String: String] = [:]
      for name in names {
        let cells = session.cells(of: name)
        var cell = try #require(cells.first, "\(name) is not shown")
        cell.text = ""
        let look = "\(cell)"
        #expect(looks[look] == nil, "\(name) looks like \(looks[look] ?? "")")
        looks[look] = name
      }
    }

    @Test("an empty NO_COLOR does not count")
    func emptyNoColor() throws {
      let session = try started(environment: ["NO_COLOR": ""])
      #expect(session.lines.last?.contains("color") == true)
    }

    @Test(
      "what an encoding or a terminal cannot show is not sent to it",
      arguments: [["LC_ALL": "C"], ["LC_ALL": "zh_CN.GB18030"], ["LC_ALL": "nonsense"]])
    func ascii(environment: [String: String]) throws {
      let session = try started(environment: environment)
      #expect(session.lines.last?.contains("ascii") == true)
      #expect(session.output.allSatisfy { $0 < 0x80 })
      // Substitutes are as wide as what they stand for.
      #expect(session.lines[2] == "  plain             ?E/?w5 ? ? ????????")
    }

    @Test(
      "a UTF-8 locale that is not installed is UTF-8 all the same", arguments: ["xx_YY.UTF-8", "zh_XX.utf8@pinyin"])
    func missingLocale(name: String) throws {
      let session = try started(environment: ["LC_ALL": name])
      #expect(session.lines.last?.contains("unicode") == true)
      #expect(session.lines[2] == "  plain             ∂E/∂w5 δ η 链式法则")
    }

    @Test("a comma in the locale's numbers changes nothing, since only characters are taken from it")
    func comma() throws {
      let session = try started(environment: ["LC_ALL": nil, "LC_CTYPE": "C.UTF-8", "LC_NUMERIC": "de_DE.UTF-8"])
      #expect(session.lines.last?.contains("unicode") == true)
    }

    @Test(
      "old terminals show the page and are left as they were",
      arguments: ["vt100", "vt220", "linux", "ansi", "xterm-mono", "screen", "tmux-256color", "rxvt", "xterm-color"])
    func terminals(type: String) throws {
      let session = try started(environment: ["TERM": type])
      #expect(session.lines[2].contains("plain"))
      session.send(.down)
      try session.wait(forText: "down")
      session.send(keys: "q")
      #expect(try session.waitForExit() == .exited(0))
      try session.waitUntilClean()
    }

    @Test("a step costs few bytes, and an idle program none")
    func bytes() throws {
      let session = try started()
      session.send(.down)
      try session.waitUntilQuiet()
      session.send(.down)
      try session.waitUntilQuiet()
      #expect(session.bytesSinceLastSend > 0 && session.bytesSinceLastSend < 200)
      try session.waitUntilQuiet(for: 0.5)
    }

    @Test("the cursor stands where the grid says, or is hidden")
    func cursor() throws {
      let session = try started()
      #expect(!session.isCursorVisible)
      session.send(.down)
      try session.waitUntilQuiet()
      #expect(session.isCursorVisible && session.cursor == Point(column: 21, row: 6))
    }

    @Test("Ctrl-L repaints what somebody else has written over")
    func redraw() throws {
      let session = try started()
      let before = session.lines
      session.disturb("\u{1B}[2J\u{1B}[5;5Hmess")
      #expect(session.lines != before)
      session.send(keys: "\u{C}")
      try session.wait(for: "the page") { session.lines == before }
    }
  }
}
