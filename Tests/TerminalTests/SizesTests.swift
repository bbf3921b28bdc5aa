import Glibc
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  @Suite("Sizes", .serialized)
  struct SizesTests {
    private static let tiny = [
      Size(columns: 1, rows: 1), Size(columns: 80, rows: 1), Size(columns: 1, rows: 24), Size(columns: 2, rows: 2),
      Size(columns: 0, rows: 0), Size(columns: 65535, rows: 1), Size(columns: 1, rows: 65535),
      Size(columns: 65535, rows: 65535),
    ]

    private static let normal = Size(columns: 80, rows: 24)

    @Test("a start at any size, then all of 80×24", arguments: tiny)
    func start(size: Size) throws {
      let session = try PtySession([probe], size: size)
      try session.wait(for: "the first frame") { session.isOnAlternateScreen }
      try session.waitUntilQuiet()
      session.resize(Self.normal)
      try session.wait(forText: "size 80x24")
      try session.waitUntilQuiet()
      #expect(session.lines == (try started()).lines)
      session.send(keys: "q")
      #expect(try session.waitForExit() == .exited(0))
      try session.waitUntilClean()
    }

    @Test("a thousand changes of size, and the last page is right")
    func storm() throws {
      let session = try started()
      var generator = SystemRandomNumberGenerator()
      for round in 0..<1000 {
        session.resize(
          Size(columns: .random(in: 1...220, using: &generator), rows: .random(in: 1...70, using: &generator)))
        session.signal(SIGWINCH)
        if round % 10 == 0 { try session.waitUntilQuiet(for: 0.002) }
      }
      for size in Self.tiny {
        session.resize(size)
        try session.waitUntilQuiet(for: 0.05)
      }
      session.resize(Self.normal)
      try session.wait(forText: "size 80x24")
      try session.waitUntilQuiet()
      #expect(session.lines == (try started()).lines)
    }
  }
}
