import Diagnostics
import Testing

@testable import Lessons

/// What is found, and where.
@Suite struct SearchTextTests {
  @Test(arguments: [
    ("The Chain Rule", "chain", true), ("The Chain Rule", "RULE chain", true), ("The chain rule", "chains", false),
    ("What is ∂E/∂w5?", "dE/dw5", true), ("What is ∂E/∂w5?", "∂e/∂W5", true), ("target − out_O", "- OUT", true),
    ("out_O · w5", "out_o*", false), ("out_O·w5", "out_o*w5", true), ("链式法则", "式法", true), ("链式法则", "法链", false),
    ("two\n  lines", "two lines", true), ("η = 0.8", "Η", true), ("w5", "ｗ５", true), ("", "a", false),
    ("aab", "ab", true),
  ])
  func found(_ text: String, _ wanted: String, _ isFound: Bool) {
    #expect(SearchText(text).contains(SearchText(wanted)) == isFound)
  }

  /// By characters, whatever bytes they take.
  @Test func places() {
    let text = SearchText("求 ∂E/∂w5：δ 的链式法则")
    #expect(text.range(of: SearchText("∂w5")) == 5..<8)
    #expect(text.range(of: SearchText("链式")) == 12..<14)
    #expect(text.range(of: SearchText("法则")) == 14..<16)
    #expect(text.range(of: SearchText("规则")) == nil && text.range(of: SearchText(" ")) == nil)
    #expect(SearchText("a b").range(of: SearchText("b a")) == 2..<3)
  }

  /// Everything that a learner reads on a screen, and nothing that only the presenter or the program does.
  @Test func whatAScreenSays() throws {
    let file = LessonFile(
      SourceText(
        name: "a.en.md",
        """
        ---
        bptutor: 1
        id: a
        title: A
        lang: en
        ---
        # Heading one
        Prose with **bold** words.
        - item
        <!-- note: for the presenter -->
        <!-- pause -->
        ```show step=dE/dw5
        ```
        ```ask choice id=c
        prompt: Which one?
        options:
          - {text: the first, right: true, say: secret}
          - {text: the second, say: other}
        hints: [hidden]
        ```
        ```try id=t
        prompt: Move it.
        set: {w5: 0.4}
        range: [-2, 2]
        goal: E < 0.1
        ```
        """))
    let entry = try #require(LessonCatalogue([file]).entries.first)
    let texts = entry.searchTexts(in: .zh).map { $0.map(\.text) }
    #expect(
      texts == [
        ["Heading one", "Prose with bold words.", "item"], ["∂E/∂w5"], ["Which one?", "the first", "the second"],
        ["Move it.", "E < 0.1"],
      ])
    #expect(texts.count == entry.lesson(in: .en)?.screens.count)
  }
}
