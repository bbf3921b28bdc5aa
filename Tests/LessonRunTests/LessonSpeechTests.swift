import Diagnostics
import LessonTesting
import Lessons
import Screen
import Testing
import TutorViews

@testable import Tutor

/// What is said to answers, and what one sees when one looks back.
struct LessonSpeechTests {
  private static func lesson(_ language: Language) throws -> State {
    let text = """
      ---
      bptutor: 1
      id: speech
      title: Speech
      skills: [assemble-output]
      lang: \(language)
      ---
      ```ask choice id=guess
      prompt: Which output is larger?
      mode: guess
      options:
        - {text: that of h1, right: out_h1 > out_h2}
        - {text: that of h2, right: out_h2 > out_h1, say: Watch.}
      ```
      ```ask choice id=own
      prompt: Which net input is larger?
      options:
        - {text: that of h1, right: net_h1 > net_h2, say: \(language == .en ? "\"Yes: by far.\"" : "对，大得多。")}
        - {text: that of h2, right: net_h2 > net_h1, say: \(language == .en ? "No. Add them up." : "不对。加一加看。")}
        - {text: neither, say: \(language == .en ? "No two are the same." : "不同的数才对。")}
      ```
      ```ask number id=test
      prompt: What is net_h1?
      answer: net_h1
      mode: test
      ```
      ```ask sign id=sign
      prompt: Raise w5 a little. Does E rise or fall?
      answer: sign(dE/dw5)
      mode: guess
      ```
      ```ask number id=open
      prompt: What is net_h2?
      answer: net_h2
      ```

      """
    let entry = try #require(SampleLessons.entry([("speech.\(language).md", text)]))
    return try #require(LessonSolver.begin(entry, language))
  }

  private func rows(_ state: State) -> [String] { View.render(state, Size(columns: 80, rows: 24)).lines }

  /// No verdict is said twice, and none is left out.
  @Test(arguments: [
    (Language.en, "that of h1", "Yes: by far."), (.en, "that of h2", "No. Add them up."),
    (.en, "neither", "Not yet. No two are the same."),
    (.en, "9", "Once more: Write a letter from a to c."),
    (.zh, "that of h1", "对，大得多。"), (.zh, "that of h2", "不对。加一加看。"),
    (.zh, "neither", "还不对。不同的数才对。"), (.zh, "9", "请再答一次：请写 a 到 c 的字母。"),
  ])
  func verdictsAreSaidOnce(_ language: Language, _ answer: String, _ said: String) throws {
    var state = try Self.lesson(language)
    state.go(toScreen: 1)
    let before = state
    _ = state.update(.line(answer))
    #expect(PlainView.response(before: before, after: state).first == said)
  }

  /// Line by line the numbers of a question are told where they are others than before.
  @Test(arguments: Language.allCases) func otherNumbersAreTold(_ language: Language) throws {
    let entry = try #require(SampleLessons.everyKind)
    var state = try #require(LessonSolver.begin(entry, language))
    func said(at id: String) throws -> [String] {
      let before = state
      state.go(toScreen: try #require(state.lesson?.tasks.first { $0.id == id }?.screen))
      return PlainView.response(before: before, after: state)
    }
    let here = language == .en ? "Here i1 = 0.5." : "这里 i1 = 0.5。"
    #expect(try !said(at: "net").contains { $0.hasPrefix(here) })
    #expect(try said(at: "own").contains(here))
    let again = language == .en ? "The numbers of the lesson again." : "回到本课的数。"
    #expect(try said(at: "net").contains(again))
    // Several samples are listed with the question.
    #expect(try !said(at: "mean").contains { $0.hasPrefix(language == .en ? "Here " : "这里 ") })
  }

  @Test func aPredictionIsSetRightWhenTheLearnerGoesOn() throws {
    var state = try Self.lesson(.en)
    _ = state.update(.line("that of h2"))
    #expect(state.asking?.isSettled == false)
    #expect(!rows(state).contains { $0.contains("✓") })
    #expect(rows(state).last?.contains("show the answer") == true)
    _ = state.update(.key(.right))
    let seen = rows(state)
    #expect(seen.contains { $0.contains(") that of h1") && $0.contains("✓") })
    #expect(!seen.contains { $0.contains("✓") && $0.contains("that of h2") })
    _ = state.update(.key(.right))
    #expect(state.lesson?.ask?.id == "own")
  }

  @Test func aPredictedSignIsGivenWhenTheLearnerGoesOn() throws {
    var state = try Self.lesson(.en)
    state.go(toScreen: 3)
    _ = state.update(.key(.character("+")))
    #expect(state.asking?.isSettled == false)
    #expect(!rows(state).contains { $0.contains("−0.0349326") })
    _ = state.update(.key(.right))
    #expect(rows(state).contains { $0.contains("✓ It falls: ∂E/∂w5 = −0.0349326") })
  }

  @Test(arguments: Language.allCases) func aTestOffersNoHint(_ language: Language) throws {
    var state = try Self.lesson(language)
    let hint = language == .en ? "H hint" : "H 提示"
    state.go(toScreen: 4)
    #expect(rows(state).last?.contains(hint) == true)
    state.go(toScreen: 2)
    #expect(rows(state).last?.contains(hint) == false)
    _ = state.update(.key(.character("H")))
    #expect(state.asking?.hints.isEmpty == true)
    #expect(rows(state).suffix(3).contains { $0.contains(language == .en ? "A test" : "测验") })
  }
}
