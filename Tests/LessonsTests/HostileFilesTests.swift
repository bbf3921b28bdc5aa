import Diagnostics
import Glibc
import Lessons
import Testing

/// Files that want too much are refused with a reason, whatever they hold.
@Suite struct HostileFilesTests {
  private static let front = "---\nbptutor: 1\nid: x\ntitle: X\nlang: en\n---\n"

  private func faults(_ body: String, front: String = Self.front) -> [String] {
    faults(utf8: Array((front + body).utf8))
  }

  private func faults(utf8: [UInt8]) -> [String] {
    let catalogue = LessonCatalogue([LessonFile(SourceText(name: "x.en.md", utf8: utf8))])
    return catalogue.report.files[0].diagnostics.map(\.id)
  }

  private func ask(_ yaml: String) -> String { "```ask number id=n1\n\(yaml)\n```\n" }

  @Test func limitsOfTheText() {
    #expect(faults(String(repeating: "words\n", count: 50_000)) == ["lesson.too-large"])
    #expect(faults(String(repeating: "a", count: 9_000)) == ["lesson.line-too-long"])
    #expect(faults(utf8: Array(repeating: UInt8(ascii: "a"), count: 10_000_000)) == ["lesson.too-large"])
    #expect(faults(utf8: [0xFF, 0xFE, 0x00]) == ["lesson.invalid-utf8"])
    #expect(faults(utf8: Array(Self.front.utf8) + [0xED, 0xA0, 0x80]) == ["lesson.invalid-utf8"])
    #expect(faults(utf8: [0x00]) == ["lesson.control-character"])
    #expect(faults(utf8: []) == ["lesson.missing-front-matter"])
    #expect(faults("Words.\r\nMore.\r\n") == [])
    #expect(faults("Words.\rMore.\n") == ["lesson.control-character"])
    #expect(faults("\u{9B}31m") == ["lesson.control-character"])
    for hidden in ["\u{34F}", "\u{115F}", "\u{1160}", "\u{3164}", "\u{FFA0}", "\u{200B}", "\u{202E}", "\u{E0041}"] {
      #expect(faults("wo\(hidden)rds\n") == ["lesson.invisible-character"])
    }
    #expect(faults("words ✔\u{FE0F}\n") == [])
    // Whatever is known to be visible without being looked up.
    let hidden = (0x80...0xDFFF).compactMap(Unicode.Scalar.init).filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: true
      default: scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isVariationSelector
      }
    }
    #expect(hidden.count > 60)
    for scalar in hidden { #expect(faults("wo\(scalar)rds\n").count == 1, "U+\(String(scalar.value, radix: 16))") }
    // What the reader of Markdown would take a minute for.
    #expect(
      faults(String(repeating: String(repeating: "![[]()", count: 1_000) + "\n", count: 39))
        == ["lesson.too-many-pictures"])
    #expect(faults(String(repeating: "a\n\n", count: 3_000)).contains("lesson.too-many-elements"))
  }

  @Test func limitsOfBlocks() {
    let asks = (0..<250).map { "```ask number id=n\($0)\nprompt: What?\nanswer: E\n```\n" }.joined()
    #expect(faults(asks) == ["lesson.too-many-blocks"])
    let tries = (0..<60).map { "```try id=t\($0)\nset: {w5: 0}\nrange: [-2, 2]\ngoal: E < 1\n```\n" }.joined()
    #expect(faults(tries) == ["lesson.too-many-blocks"])
  }

  @Test func limitsOfMarkdown() {
    #expect(faults(String(repeating: "> ", count: 2_000) + "x\n").contains("lesson.too-deep"))
    #expect(faults(String(repeating: "- ", count: 2_000) + "x\n").contains("lesson.too-deep"))
    let emphasis = String(repeating: "*a _b ", count: 50) + String(repeating: "c_ d* ", count: 50)
    #expect(faults(emphasis).contains("lesson.too-deep"))
  }

  @Test func limitsOfYAML() {
    let levels = (1...9).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1)]" }.joined(separator: "\n")
    #expect(faults(ask("a0: &a0 x\n" + levels)) == ["lesson.yaml-anchor"])
    #expect(faults(ask(String(repeating: "[", count: 4_000))) == ["lesson.yaml-too-deep"])
    #expect(faults(ask(String(repeating: "{a: ", count: 1_500))) == ["lesson.yaml-too-deep"])
    #expect(faults(ask("hints:\n" + String(repeating: "- a\n", count: 5_000))) == ["lesson.yaml-too-many"])
    #expect(faults(ask(String(repeating: "# a comment\n", count: 6_000))) == ["lesson.yaml-too-large"])
    #expect(faults(ask("? [a, b]\n: c")) == ["lesson.yaml-key"])
    let many = "prompt: What?\nanswer: E\nhints:\n" + String(repeating: "- a\n", count: 41)
    #expect(faults(ask(many)) == ["lesson.list-too-long"])
    #expect(faults(ask("prompt: What?\nanswer: " + String(repeating: "(", count: 3_000))) == ["expression.too-deep"])
    #expect(faults(ask("prompt: What?\nanswer: E\n%TAG ! x")) == ["lesson.yaml-syntax"])
  }

  @Test func rangesOfNumbers() {
    let front = "---\nbptutor: 1\nid: x\ntitle: X\nminutes: 0\nlang: en\n---\n"
    #expect(faults("Words.\n", front: front) == ["lesson.out-of-range"])
    #expect(faults("Words.\n", front: front.replacing(": 0", with: ": 99999999999999999999")) == ["lesson.wrong-kind"])
    for number in ["nan", "inf", "1e999", "-1"] {
      #expect(faults(ask("prompt: What?\nanswer: E\ntolerance: \(number)")) == ["lesson.wrong-kind"], "\(number)")
      let attempt = "```try id=t\nset: {w5: 0}\nrange: [-\(number), \(number)]\ngoal: E < 1\n```\n"
      #expect(faults(attempt) == ["lesson.wrong-kind"], "\(number)")
    }
  }

  // MARK: What is no lesson file

  private func withFolder(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/bptutor-lessons-XXXXXX".utf8CString)
    let path = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer {
      for name in ["large.md", "pipe.md", "link.md", "good.md", "net.json", ".hidden.md"] { unlink(path + "/" + name) }
      rmdir(path)
    }
    try body(path)
  }

  private func write(_ text: String, _ path: String) throws {
    let file = try #require(fopen(path, "w"))
    fputs(text, file)
    fclose(file)
  }

  private func fault(_ path: String) -> String? {
    LessonCatalogue([LessonFile.read(path)]).report.files[0].diagnostics.first?.id
  }

  @Test func onlyOrdinaryFilesAreRead() throws {
    try withFolder { folder in
      let large = open(folder + "/large.md", O_CREAT | O_WRONLY, 0o600)
      #expect(ftruncate(large, 1 << 30) == 0)
      close(large)
      mkfifo(folder + "/pipe.md", 0o600)
      symlink("/etc/passwd", folder + "/link.md")
      #expect(fault(folder + "/large.md") == "lesson.too-large")
      #expect(fault(folder + "/pipe.md") == "lesson.not-readable")
      #expect(fault(folder + "/link.md") == "lesson.not-readable")
      #expect(fault("/dev/zero") == "lesson.not-readable")
      #expect(fault(folder) == "lesson.not-readable")
      #expect(fault(folder + "/none.md") == "lesson.not-readable")
      let report = LessonCatalogue([LessonFile.read(folder + "/none.md")]).report
      #expect(report.text(language: .en).hasPrefix("\(folder)/none.md:1:1: error: there is no such file\n"))
    }
  }

  @Test func foldersGiveLessonsAndNetworks() throws {
    try withFolder { path in
      try write(Self.front + "Words.\n", path + "/good.md")
      try write(Self.front, path + "/.hidden.md")
      try write("{}", path + "/net.json")
      let folder = LessonFolder(path)
      #expect(folder.lessons.map { $0.source.name } == [path + "/good.md"])
      #expect(folder.networks.keys.sorted() == [path + "/net.json"])
      #expect(LessonFolder(path + "/none").lessons.isEmpty)
    }
  }
}
