import Screen
import TerminalTesting
import Testing

/// Screens that are made before their key comes must be the ones that the key makes.
@Suite(.serialized) struct ForesightTests {
  /// Pressed slowly, most keys are foreseen; in one go, none is.
  @Test(arguments: [
    "\u{1B}[C\u{1B}[C\u{1B}[C\u{1B}[D\u{1B}[D\u{1B}[C", "   hhl\t\t\u{1B}[Zjjk", "    :set w5=0.4\r  u  G h",
    "?  q  o  q  ",
  ])
  func slowAndFastKeysEndOnTheSameScreen(keys: String) throws {
    let (slow, fast) = (try started(), try started())
    for key in Self.separate(keys) {
      slow.send(keys: key)
      try slow.waitUntilQuiet(for: 0.05)
    }
    // On a busy machine the last screen may be late.
    try slow.waitUntilQuiet(for: 0.5)
    fast.send(keys: keys)
    try fast.wait(for: "the screen after slow keys:\n\(slow.picture)\nthe screen") { slow.picture == fast.picture }
    #expect(slow.picture != (try started()).picture)
  }

  /// Another window between a screen that was foreseen and its key.
  @Test func aChangedSizeIsNotForgotten() throws {
    let session = try started()
    session.send(keys: " ")
    try session.waitUntilQuiet()
    session.resize(Size(columns: 100, rows: 30))
    try session.waitUntilQuiet()
    session.send(keys: " ")
    try session.waitUntilQuiet()
    #expect(session.lines.count == 30)
    #expect(session.lines.first?.hasSuffix("3/69") == true, "\(session.picture)")
    #expect(session.lines.last?.contains("next") == true, "\(session.picture)")
  }

  private func started() throws -> PtySession {
    let session = try PtySession([BuiltProgram.path("bptutor"), "walk"])
    try session.wait(forText: "bptutor")
    try session.waitUntilQuiet()
    return session
  }

  /// Escape sequences as one key each.
  private static func separate(_ keys: String) -> [String] {
    var separated: [String] = []
    for character in keys {
      if let last = separated.last, last == "\u{1B}" || last == "\u{1B}[" {
        separated[separated.count - 1] = last + String(character)
      } else {
        separated.append(String(character))
      }
    }
    return separated
  }
}
