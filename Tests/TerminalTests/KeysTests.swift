import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  @Suite("Keys", .serialized)
  struct KeysTests {
    @Test(
      "keys as an emulator sends them",
      arguments: [
        .up, .pageDown, .backTab, .tab, .enter, .backspace, .delete, .home, .end, .function(1), .control("r"),
        .meta("x"),
        .character("∂"), .character("链"), .escape, .click(Point(column: 70, row: 20)), .wheelUp, .wheelDown,
      ] as [Key])
    func keys(key: Key) throws {
      let session = try started()
      session.send(key)
      try session.wait(forText: "\(key)".split(separator: "(").first.map(String.init) ?? "")
      if case .character(let text) = key { try session.wait(forText: text) }
      if case .click = key { try session.wait(forText: "column: 70, row: 20") }
    }

    @Test("an arrow that arrives in parts is an arrow")
    func split() throws {
      let session = try started()
      session.send(keys: "\u{1B}")
      try session.waitUntilQuiet(for: 0.04)
      session.send(keys: "[A")
      try session.wait(forText: "up")
      #expect(!session.lines.contains { $0.contains("escape") || $0.contains("meta") })
    }

    @Test("a paste is text and no command, and a megabyte of it is no trouble")
    func paste() throws {
      let session = try started()
      session.send(.paste("q!q\u{3}"))
      try session.wait(forText: "paste(\"q!q")
      session.send(.paste(String(repeating: "q链 ", count: 1 << 18)))
      try session.wait(forText: "step 2", within: 30)
      try expectAlive(session)
    }

    @Test("keys that arrive faster than pages all count")
    func burst() throws {
      let session = try started()
      session.send(keys: String(repeating: "j", count: 500))
      try session.wait(forText: "step 500")
    }
  }
}
