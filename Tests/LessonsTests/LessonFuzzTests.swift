import Diagnostics
import Lessons
import Networks
import Testing

/// Whatever a file holds, it is read or refused with faults inside it.
@Suite struct LessonFuzzTests {
  private static let pieces = [
    "---\n", "```", "```ask number id=n1\n", "```ask bug id=b\n", "~~~", "<!--", "-->", "<!-- pause -->\n", "<b>", "> ",
    "- ", "1. ", "# ", "*", "**", "`", "[", "]", "{", "}", ",", ": ", ":", "? ", "& ", "&a", "*a", "!!str ", "|", ">",
    "\n", "\n\n", "\t", "\r", " ", "  ", "\"", "'", "%", "@", "\\", "\u{0}", "\u{1B}", "\u{85}", "\u{2028}", "\u{FEFF}",
    "权", "🙂", "\u{301}", "dE/dw5", "w9", "answer: ", "prompt: ", "options:\n", "- {text: a, right: true}\n", "0.5%",
    "E < 0.15", "lines:\n", "bug: 1\n", "set: {w5: 0}\n", "range: [-1, 1]\n", "nan", "1e999", "(", "=", "<", " and ",
  ]

  private func probe(_ utf8: [UInt8]) -> Bool {
    let source = SourceText(name: "x.en.md", utf8: utf8)
    let catalogue = LessonCatalogue([LessonFile(source)])
    let report = catalogue.report
    for diagnostic in report.files[0].diagnostics {
      #expect(diagnostic.range.lowerBound >= 0 && diagnostic.range.upperBound <= utf8.count, "\(diagnostic)")
      #expect(diagnostic.id != "lesson.internal")
    }
    let text = report.text(language: .zh)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    if report.isClean { #expect(catalogue.entries.first?.lesson(in: .en) != nil) }
    for lesson in catalogue.entries.compactMap({ $0.lesson(in: .en) }) {
      #expect(lesson.elements.allSatisfy { $0.line >= 1 && $0.line <= utf8.count + 1 })
      for case .ask(let ask) in lesson.elements.map(\.content) {
        if let answer = ask.kind.answer { _ = ask.setting.value(of: answer, from: lesson.network) }
      }
    }
    return report.isClean
  }

  @Test func mutationsOfAGoodLesson() {
    var random = RandomSource(seed: 41)
    let good = Array(SpecificationTests.text.replacing("[forward-pass]", with: "[]").utf8)
    #expect(probe(good))
    for _ in 0..<1_500 {
      var text = good
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0...text.count, using: &random)
        let piece = (Self.pieces.randomElement(using: &random) ?? "").utf8
        switch Int.random(in: 0..<4, using: &random) {
        case 0: text.insert(contentsOf: piece, at: place)
        case 1: text.removeSubrange(place..<min(text.count, place + Int.random(in: 0...30, using: &random)))
        case 2: text = Array(text[..<place])
        default: if place < text.count { text[place] = UInt8.random(in: 0...255, using: &random) }
        }
      }
      _ = probe(text)
    }
  }

  @Test func piecesOfLessons() {
    var random = RandomSource(seed: 42)
    let front = Array("---\nbptutor: 1\nid: x\ntitle: X\nlang: en\n---\n".utf8)
    var accepted = 0
    for _ in 0..<3_000 {
      let count = Int.random(in: 0...14, using: &random)
      let body = (0..<count).flatMap { _ in Array((Self.pieces.randomElement(using: &random) ?? "").utf8) }
      if probe(front + body) { accepted += 1 }
    }
    #expect(accepted > 100)
  }

  @Test func randomBytes() {
    var random = RandomSource(seed: 43)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...60, using: &random)
      _ = probe((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
  }
}
