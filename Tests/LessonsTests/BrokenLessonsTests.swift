import Diagnostics
import Formats
import Lessons
import Progress
import Skills
import Testing

/// `Broken` holds lessons with planted faults, and `EXPECTED` every fault with its place: those and no others are found.
@Suite struct BrokenLessonsTests {
  private static let folder = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/Broken"

  private var report: LintReport {
    let folder = LessonFolder(Self.folder)
    let context = LessonContext(
      networkFiles: folder.networks, mistakes: ["half-slope", "sign-flip"])
    return LessonCatalogue(folder.lessons, context: context).report
  }

  private func expected() throws -> [String] {
    let file = LessonFile.read(Self.folder + "/EXPECTED")
    return String(decoding: file.source.utf8, as: UTF8.self).split(separator: "\n").map(String.init).sorted()
  }

  @Test func everyPlantedFaultAndNoOther() throws {
    let found = report.files.flatMap { file in
      file.diagnostics.map { diagnostic in
        let (line, column) = file.source.position(of: diagnostic.range.lowerBound)
        let name = (file.source.name ?? "").split(separator: "/").last ?? ""
        return "\(name):\(line):\(column): \(diagnostic.id)"
      }
    }
    let expected = try self.expected()
    #expect(Set(expected).subtracting(found).sorted() == [], "planted and not found")
    #expect(Set(found).subtracting(expected).sorted() == [], "found and not planted")
    #expect(found.count == expected.count)
    #expect(Set(expected.map { $0.prefix { $0 != "." } }).count >= 40)
  }

  @Test(arguments: Language.allCases) func everyFaultHasWordsAndACaret(_ language: Language) throws {
    let report = self.report
    let text = report.text(language: language)
    #expect(text.split(separator: "\n").count { $0.contains("^") } >= report.count)
    #expect(!text.contains("\u{1B}"))
    for diagnostic in report.files.flatMap(\.diagnostics) {
      #expect(diagnostic.id != "lesson.internal")
      #expect(!diagnostic.message[language].isEmpty)
    }
  }

  @Test func suggestions() {
    let text = report.text(language: .en)
    for name in [
      "title", "show", "number", "pause", "tolerance", "guess", "default", "weighted-sum", "half-slope", "out_O",
    ] {
      #expect(text.contains("did you mean '\(name)'?"), "\(name)")
    }
  }

  @Test func jsonHasTheSamePlaces() throws {
    let report = self.report
    guard case .array(let faults) = report.json else {
      Issue.record("no array")
      return
    }
    let places = faults.compactMap { fault -> String? in
      guard case .object(let members) = fault else { return nil }
      let value = Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
      guard case .string(let file)? = value["file"], case .number(let line)? = value["line"],
        case .number(let column)? = value["column"], case .string(let id)? = value["id"]
      else { return nil }
      return "\(file.split(separator: "/").last ?? ""):\(Int(line)):\(Int(column)): \(id)"
    }
    #expect(try places.sorted() == expected())
  }
}
