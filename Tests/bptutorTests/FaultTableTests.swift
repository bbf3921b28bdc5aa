import Testing

@testable import bptutor

/// `Tests/Faults.md` names for every fault of the specification the tests that show what then holds.
@Suite struct FaultTableTests {
  private static let tests = #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 }

  private struct Row {
    let fault: String
    /// `Target/File:function`.
    let tests: [String]
  }

  private func contents(_ path: String) -> String? {
    guard let bytes = try? ReadableFile.read(path) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func rows() throws -> [Row] {
    let text = try #require(contents(Self.tests + "/Faults.md"))
    return text.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst().map { line in
      let cells = line.dropFirst(2).dropLast(2).split(separator: " | ")
      let names = (cells.last ?? "").split(separator: ", ").filter { $0.hasPrefix("`") }.map {
        String($0.dropFirst().dropLast())
      }
      return Row(fault: cells.dropLast().joined(separator: " | ").replacing("\\|", with: "|"), tests: names)
    }
  }

  @Test func everyTestIsThere() throws {
    let rows = try rows()
    #expect(rows.count > 40)
    for name in rows.flatMap(\.tests) {
      let parts = name.split(separator: ":")
      try #require(parts.count == 2, "\(name)")
      let source = contents(Self.tests + "/\(parts[0]).swift") ?? ""
      #expect(source.contains("func \(parts[1])("), "\(name)")
    }
    #expect(rows.allSatisfy { !$0.tests.isEmpty })
  }

  /// The specification is not in the repository; where it lies beside it, the table has its every line and no other.
  @Test func everyLineOfTheSpecification() throws {
    let repository = Self.tests.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
    let candidates = [repository + "/../shared/FAULTS.md", repository + "/../../shared/FAULTS.md"]
    guard let text = candidates.lazy.compactMap(contents).first,
      let start = text.firstRange(of: "**Signals")?.lowerBound, let end = text.firstRange(of: "## Ways")?.lowerBound
    else { return }
    func words(_ text: some StringProtocol) -> [Substring] {
      text.split(whereSeparator: \.isWhitespace).map { Substring($0) }
    }
    let specified = words(text[start..<end].replacing(#/\*\*[^*]+\*\*( \([^)]*\)[.:])?/#, with: ""))
    #expect(try rows().flatMap { words($0.fault) } == specified)
  }
}
