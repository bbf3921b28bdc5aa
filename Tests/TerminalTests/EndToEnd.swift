import Screen
import TerminalTesting
import Testing

/// Tests of the probe in a pseudo-terminal; one at a time, since each needs the machine's attention.
@Suite("Terminal, end to end", .serialized)
struct EndToEnd {
  static let probe = BuiltProgram.path("terminal-probe")

  /// A probe whose first page is shown.
  static func started(
    _ options: [String] = [], size: Size = Size(columns: 80, rows: 24), environment: [String: String?] = [:],
    ignoringHangup: Bool = false
  ) throws -> PtySession {
    let session = try PtySession(
      [probe] + options, size: size, environment: environment, ignoringHangup: ignoringHangup)
    try session.wait(forText: "step 0")
    try session.waitUntilQuiet()
    return session
  }

  /// Presses a key whose effect can be seen, which proves that the program lives and listens.
  static func expectAlive(_ session: PtySession) throws {
    session.send(keys: "\u{1B}[15~")
    try session.wait(forText: "function(5)")
  }
}
