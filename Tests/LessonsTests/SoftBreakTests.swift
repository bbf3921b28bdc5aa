import Diagnostics
import Lessons
import Testing

/// A line's end in the file is a blank on the screen, but for Chinese, whichever way the words are set.
@Suite struct SoftBreakTests {
  private func paragraph(_ text: String) throws -> String {
    let source = SourceText(
      name: "a.zh.md", "---\nbptutor: 1\nid: a\ntitle: a\nlang: zh\n---\n" + text + "\n")
    let catalogue = LessonCatalogue([LessonFile(source)], context: LessonContext())
    let lesson = try #require(catalogue.entry("a")?.lesson(in: .zh))
    guard case .prose(.paragraph(let inlines))? = lesson.elements.first?.content else { return "" }
    return inlines.map(\.plain).joined()
  }

  @Test(arguments: [
    ("误差\n变小", "误差变小"), ("**误差**\n变小", "误差变小"), ("误差\n*变小*", "误差变小"), ("`误差`\n**变*小***", "误差变小"),
    ("[误差](a)\n变小", "误差变小"), ("误差，\n`w5` 变小", "误差，w5 变小"), ("`w5`\n（权重）", "w5（权重）"), ("误差\n`w5`", "误差 w5"),
    ("`w5`\n变小", "w5 变小"), ("one\ntwo", "one two"), ("**one**\n`two`", "one two"), ("one,\ntwo", "one, two"),
  ])
  func softBreaks(_ text: String, _ expected: String) throws {
    #expect(try paragraph(text) == expected)
  }
}
