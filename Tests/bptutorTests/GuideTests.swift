import Diagnostics
import Glibc
import Lessons
import Testing

/// The author's guide: its commands run, its lesson is one, and its table names every field.
@Suite struct GuideTests {
  private static let readme =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/.github/AUTHORS.md"

  private func guide() throws -> String {
    let text = String(decoding: LessonFile.read(Self.readme).source.utf8, as: UTF8.self)
    let start = try #require(text.firstRange(of: "\n## Lesson author's guide\n")).upperBound
    let end = text[start...].firstRange(of: "\n## ")?.lowerBound ?? text.endIndex
    return String(text[start..<end])
  }

  /// What stands between fences of that kind.
  private func blocks(_ opening: String, _ closing: String) throws -> [String] {
    try guide().split(separator: "\n" + opening + "\n").dropFirst().compactMap { part in
      part.firstRange(of: "\n" + closing + "\n").map { String(part[..<$0.lowerBound]) + "\n" }
    }
  }

  @Test func tableOfFields() throws {
    #expect(try guide().contains("\n\n" + LessonReference.markdown(.en) + "\n"), "bptutor schema --format markdown")
    for kind in BlockKind.allCases { #expect(try guide().contains("\n| `\(kind.rawValue)` | "), "\(kind.rawValue)") }
  }

  /// The version is said in one place; the newest changes are this one's.
  @Test func newestChanges() throws {
    let path = Self.readme.replacing("AUTHORS.md", with: "CHANGELOG.md")
    let text = String(decoding: LessonFile.read(path).source.utf8, as: UTF8.self)
    let heading = try #require(text.split(separator: "\n").first { $0.hasPrefix("## ") })
    let version = Program.run(["--version"]).output.split(separator: " ").last?.filter { $0 != "\n" } ?? ""
    #expect(!version.isEmpty && heading.dropFirst(3).prefix { $0 != "," && $0 != " " } == version)
  }

  @Test func everyCommandRuns() throws {
    let folder = TemporaryFolder()
    let lesson = try #require(try blocks("````markdown", "````").first)
    let scripts = try blocks("```sh", "```")
    try #require(scripts.count == 2)
    let first = Program.shell("set -e; cd \(folder.path); \(scripts[0])", environment: ["HOME": folder.path])
    #expect(first.code == 0 && first.error.isEmpty, "\(first.error)")
    #expect(first.output.contains("One idea a screen."))
    folder.write(lesson, "first-step.en.md")
    unlink(folder.path + "/first-step.zh.md")
    let lint = Program.shell("cd \(folder.path); bptutor lint first-step.en.md", environment: ["HOME": folder.path])
    #expect(lint == .init(code: 0, output: "All is well: 1 lesson.\n", error: ""))
    let second = Program.shell("set -e; cd \(folder.path); \(scripts[1])", environment: ["HOME": folder.path])
    #expect(second.code == 0 && second.error.isEmpty, "\(second.error)")
    #expect(second.output.contains("All is well: 1 lesson.\n"))
    #expect(second.output.contains("\nfirst-step ") && second.output.contains("should w6 go"))
    let json = Program.shell(
      "cd \(folder.path); bptutor lint first-step.en.md --format json", environment: ["HOME": folder.path])
    #expect(json.output == "[]\n")
  }
}
