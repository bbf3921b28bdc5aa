import Diagnostics
import Expressions
import LessonTesting
import Lessons
import Screen
import Testing
import Tutor
import TutorViews

/// A lesson that is changed while it is shown: the screen goes to the change, and what was answered stays.
struct RevisionTests {
  /// The template, with one thing changed.
  private func entry(_ changes: (String, String)...) throws -> LessonCatalogue.Entry {
    var text = LessonTemplate.text(id: "mine", language: .en)
    for (old, new) in changes {
      try #require(text.contains(old))
      text = text.replacing(old, with: new)
    }
    let catalogue = LessonCatalogue([LessonFile(SourceText(name: "mine.en.md", text))])
    #expect(catalogue.report.text(language: .en) == "")
    return try #require(catalogue.entries.first)
  }

  private func begun() throws -> State { try #require(LessonSolver.begin(try entry(), .en)) }

  private static let choice = ("Which factor holds", "Which one factor holds")

  @Test func theScreenOfTheChange() throws {
    for (change, screen) in [
      (("Write what the learner", "Write all that the learner"), 0), (("Only the presenter", "The presenter alone"), 0),
      (("A block asks", "Each block asks"), 1), (("one-by-one", "all"), 2), (("dE/dw5\ntol", "dE/dw6\ntol"), 3),
      (Self.choice, 4), (("[out_O, E]", "[E]"), 5),
    ] {
      var state = try begun()
      #expect(state.revise(try entry(change)))
      #expect(state.lesson?.screen == screen, "\(change.1)")
    }
  }

  @Test func whatChangesNothingStays() throws {
    for change in [
      ("title: A lesson", "title: The lesson"), ("minutes: 5", "minutes: 6"), ("```ask sign", "\n\n```ask sign"),
    ] {
      var state = try begun()
      state.revise(try entry(Self.choice))
      #expect(state.revise(try entry(Self.choice, change)))
      #expect(state.lesson?.screen == 4, "\(change.1)")
      #expect(state.lesson?.lesson.title.hasSuffix("lesson of my own") == true)
    }
  }

  @Test func whatIsTakenOutOrAdded() throws {
    let last =
      "```try id=move\nprompt: Move w5 until the error is below 0.15.\nset: {w5: -0.1}\nrange: [-2, 2]\nwatch: [out_O, E]\ngoal: E < 0.15\n```\n"
    var state = try begun()
    state.revise(try entry((last, "")))
    #expect(state.lesson?.screens.count == 5 && state.lesson?.screen == 4)
    state.revise(try entry())
    #expect(state.lesson?.screen == 5)
    state.revise(try entry((last, last + "The end.\n")))
    #expect(state.lesson?.screens.count == 7 && state.lesson?.screen == 6)
  }

  /// An answer stays with its question, and goes with it.
  @Test func answersStayWhereTheQuestionIsTheSame() throws {
    var state = try begun()
    for _ in 0..<2 { _ = state.update(.key(.right)) }
    #expect(state.lesson?.ask?.id == "guess" || state.lesson?.screen == 1)
    state = try begun()
    _ = state.update(.key(.right))
    let guess = state.asking.flatMap(RightAnswer.text)
    _ = state.update(.line(try #require(guess)))
    try #require(state.lesson?.isDone("guess") == true)
    state.revise(try entry(Self.choice))
    #expect(state.lesson?.isDone("guess") == true)
    state.revise(try entry(Self.choice, ("Does the error E rise", "Will the error E rise")))
    #expect(state.lesson?.screen == 1 && state.lesson?.isDone("guess") == false)
  }

  @Test func anotherLessonBegins() throws {
    var state = try begun()
    _ = state.update(.key(.right))
    #expect(state.revise(try entry(("id: mine", "id: other"))))
    #expect(state.lesson?.id == "other" && state.lesson?.screen == 0 && state.library.map(\.id) == ["other"])
  }

  // MARK: Faults

  private func page(_ language: Language) -> FaultsPage {
    let text = LessonTemplate.text(id: "mine", language: language)
      .replacing("answer: dE/dw5", with: "answer: dE/dw77").replacing("prompt:", with: "promt:")
    let report = LessonCatalogue([LessonFile(SourceText(name: "mine.\(language.rawValue).md", text))]).report
    return FaultsPage(report, title: "mine.md", Look(language: language))
  }

  @Test func faultsStandWithTheirLines() throws {
    let lines = page(.en).render(Size(columns: 80, rows: 24)).lines
    let number = try #require(lines.firstIndex { $0.contains("there is no field 'promt' here") })
    #expect(lines[number].hasPrefix("  18:1"))
    #expect(lines[number + 1].prefix { $0 == " " } == lines[number + 2].prefix { $0 == " " })
    #expect(lines[number + 1].contains("  promt: Raise") && lines[number + 2].contains("  ^~~~~"))
    #expect(lines[number + 3].contains("help: did you mean 'prompt'?"))
    #expect(lines.last?.contains("more lines below") == true)
    #expect(page(.zh).render(Size(columns: 80, rows: 24)).lines.contains { $0.contains("提示：") })
  }

  @Test func scrollingStopsAtBothEnds() {
    let size = Size(columns: 80, rows: 24)
    var page = page(.en)
    let first = page.render(size)
    func scroll(_ key: Key) -> Grid? { page.scroll(key, size) ? page.render(size) : nil }
    #expect(scroll(.up) == first)
    let last = scroll(.end)
    #expect(last != first && last?.lines.last?.contains("below") == false)
    #expect(scroll(.pageDown) == last)
    #expect(scroll(.home) == first)
    #expect(scroll(.character("x")) == nil)
  }

  @Test func anySize() {
    for size in [
      Size(columns: 0, rows: 0), Size(columns: 1, rows: 1), Size(columns: 3, rows: 2), Size(columns: 20, rows: 5),
    ] {
      for language in Language.allCases {
        var page = page(language)
        _ = page.scroll(.end, size)
        #expect(page.render(size).size == size)
      }
    }
  }
}
