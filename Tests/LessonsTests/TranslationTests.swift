import Diagnostics
import Lessons
import Networks
import Skills
import Testing

/// Two files, one lesson: the texts are each language's own, everything else is shared.
@Suite struct TranslationTests {
  private static let english = """
    ---
    bptutor: 1
    id: two
    title: Two languages
    requires: []
    skills: [loss]
    lang: en
    ---
    First.

    ```ask number id=a
    prompt: What is E?
    answer: E
    hints: [Square it.]
    ```

    ```ask choice id=b
    prompt: Which is larger?
    options:
      - {text: out_h1, right: out_h1 > out_h2, say: Yes.}
      - {text: out_h2, right: out_h2 > out_h1}
    ```

    ```ask sign id=c
    prompt: Up or down?
    answer: sign(dE/dw5)
    ```

    Last.

    """
  private static let chinese = """
    ---
    bptutor: 1
    id: two
    title: 两种语言
    lang: zh
    ---
    开头。

    ```ask number id=a
    prompt: E 是多少？
    hints: [先平方。]
    ```

    ```ask choice id=b
    prompt: 哪个更大？
    options:
      - {text: out_h1, say: 对。}
      - {text: out_h2}
    ```

    结尾
    换行。

    """

  private func catalogue(_ english: String? = Self.english, _ chinese: String? = Self.chinese) -> LessonCatalogue {
    var files: [LessonFile] = []
    if let english { files.append(LessonFile(SourceText(name: "l/01-two.en.md", english))) }
    if let chinese { files.append(LessonFile(SourceText(name: "l/01-two.zh.md", chinese))) }
    return LessonCatalogue(files)
  }

  private func asks(_ lesson: Lesson) -> [Ask] {
    lesson.elements.compactMap { if case .ask(let ask) = $0.content { ask } else { nil } }
  }

  @Test func fieldsFallBack() throws {
    let catalogue = catalogue()
    #expect(catalogue.entries.map(\.stem) == ["01-two"])
    let english = try #require(catalogue.entry("two")?.lesson(in: .en))
    let chinese = try #require(catalogue.entry("two")?.lesson(in: .zh))
    #expect(chinese.title == "两种语言")
    #expect(chinese.skills == [.loss])
    let (one, two) = (asks(english), asks(chinese))
    #expect(one.map(\.id) == ["a", "b", "c"])
    #expect(two.map(\.id) == ["a", "b", "c"])
    #expect(two[0].prompt == "E 是多少？")
    #expect(two[0].hints == ["先平方。"])
    #expect(two[0].kind == one[0].kind)
    guard case .choice(let first) = one[1].kind, case .choice(let second) = two[1].kind else {
      Issue.record("no choices")
      return
    }
    #expect(first.map(\.right) == second.map(\.right))
    #expect(second.map(\.say) == ["对。", nil])
    #expect(first.map { $0.right.holds(at: Pass(english.network)) } == [true, false])
  }

  @Test func missingBlocksFallBackInTheirPlace() throws {
    let chinese = try #require(catalogue().entry("two")?.lesson(in: .zh))
    #expect(chinese.elements.map(\.language) == [.zh, .zh, .zh, .en, .zh])
    #expect(chinese.elements.last?.content == .prose(.paragraph([.text("结尾换行。")])))
    #expect(catalogue().report.files.map { $0.diagnostics.map(\.id) } == [["lesson.missing-translation"], []])
  }

  @Test func oneLanguageAloneIsALesson() throws {
    let catalogue = catalogue(Self.english, nil)
    #expect(catalogue.report.isClean)
    #expect(try #require(catalogue.entry("two")?.lesson(in: .zh)).language == .en)
  }

  @Test func oneLanguageWithoutAnswersIsNone() {
    let ids = catalogue(nil, Self.chinese).report.files[0].diagnostics.map(\.id)
    #expect(ids == ["lesson.missing-field", "lesson.no-right-option"])
  }

  @Test func requirementsOfBothLanguagesAreOne() {
    let files = [("a", "b"), ("b", "a")].flatMap { id, other in
      Language.allCases.map { language in
        LessonFile(
          SourceText(
            name: "\(id).\(language.rawValue).md",
            "---\nbptutor: 1\nid: \(id)\ntitle: T\nrequires: [\(other)]\nlang: \(language.rawValue)\n---\nWords.\n"))
      }
    }
    let report = LessonCatalogue(files).report
    #expect(report.files.map { $0.diagnostics.map(\.id) } == [[], [], ["lesson.cycle"], []])
  }
}
