import Glibc
import Screen
import TerminalTesting
import Testing
@testable import bptutor_bench

/// A comparison of painting is fair only where both sides paint the same.
@Suite(.serialized) struct PageFileTests {
  /// The real programs, cell by cell, with colours, at every key.
  @Test func theCProgramPaintsTheTutorsPages() throws {
    let keys: [(bytes: String, key: Key)] = [
      (" ", .character(" ")), ("\t", .tab), ("G", .character("G")), ("\u{1B}[Z", .backTab), (" ", .character(" ")),
    ]
    let pages = try PageFile(in: "/tmp", named: "bptutor-pages-\(getpid())", keys: keys.map(\.key))
    defer { unlink(pages.path) }
    let tutor = try PtySession([BuiltProgram.path("bptutor"), "walk"])
    let painter = try PtySession([BuiltProgram.path("bptutor-bench-screen"), pages.path])
    var seen: Set<String> = []
    for number in 0...keys.count {
      // On a busy machine one of them may be late.
      for _ in 0..<20 {
        try tutor.waitUntilQuiet()
        try painter.waitUntilQuiet()
        let isPainted = painter.lines.contains { !$0.isEmpty } && !seen.contains(painter.picture)
        if isPainted, tutor.lines == painter.lines { break }
      }
      #expect(tutor.lines == painter.lines, "after \(number) keys: \(tutor.picture)\n\(painter.picture)")
      for (row, line) in tutor.lines.enumerated() {
        // Attributes of blanks that cannot be seen are left to chance.
        for column in 0..<80 where !line.isEmpty && tutor.cell(column, row).text != " " {
          #expect(tutor.cell(column, row) == painter.cell(column, row), "column \(column), row \(row)")
        }
      }
      #expect(seen.insert(painter.picture).inserted)
      if number < keys.count {
        tutor.send(keys: keys[number].bytes)
        painter.send(keys: keys[number].bytes)
      }
    }
  }
}
