import Diagnostics
import Expressions
import Formats
import Lessons
import Networks
import Skills
import Testing

/// The lesson that the format's description shows is read as it is described.
@Suite struct SpecificationTests {
  static let text = """
    ---
    bptutor: 1                     # format version
    id: chain-rule-w5
    title: One weight, three factors
    network: default               # or a network file beside the lesson
    requires: [forward-pass]
    skills: [dE-dout, dout-dnet, dnet-dw, assemble-output]
    minutes: 12
    lang: en
    ---
    Nudge `w5`: net input, output and error move in turn.
    <!-- pause -->
    <!-- note: Ask for hands before the middle factor. 3 min. -->

    ```show step=dE/dw5
    reveal: one-by-one
    ```
    ```ask sign id=s1
    prompt: Raise w5 a little. Does the error rise or fall?
    answer: sign(dE/dw5)
    mode: guess
    ```
    ```ask number id=n1
    prompt: What is ∂E/∂w5?
    answer: dE/dw5
    tolerance: 0.5%
    hints: [Which three quantities does w5 pass through?, Multiply the lit factors.]
    ```
    ```ask expression id=e1
    prompt: Write ∂out_O/∂net_O using only out_O.
    answer: out_O*(1-out_O)
    symbols: [out_O]
    ```
    ```ask choice id=c1
    prompt: Which factor holds the activation's slope?
    options:
      - {text: ∂E/∂out_O, say: That is the error's slope.}
      - {text: ∂out_O/∂net_O, right: true, say: "Yes: out(1 − out)."}
    ```
    ```try id=t1
    set: {w5: 0.40}
    range: [-2, 2]
    watch: [out_O, E]
    goal: E < 0.15
    ```

    """

  static let context = LessonContext(otherLessons: ["forward-pass"])

  private func lesson() throws -> Lesson {
    let source = SourceText(name: "chain.en.md", Self.text)
    let catalogue = LessonCatalogue([LessonFile(source)], context: Self.context)
    #expect(catalogue.report.text(language: .en) == "")
    return try #require(catalogue.entry("chain-rule-w5")?.lesson(in: .zh))
  }

  @Test func frontMatter() throws {
    let lesson = try lesson()
    #expect(lesson.title == "One weight, three factors")
    #expect(lesson.requires == ["forward-pass"])
    #expect(lesson.skills == [.lossSlope, .outputSlope, .netByWeight, .assembleOutput])
    #expect(lesson.minutes == 12)
    #expect(lesson.language == .en)
    #expect(lesson.network == BundledNetworks.default)
  }

  @Test func elementsAndTheirLines() throws {
    let lesson = try lesson()
    let w5 = Quantity.parameter(4)
    let skills = lesson.skills
    let expected: [(Int, Lesson.Content)] = [
      (11, .prose(.paragraph([.text("Nudge "), .code("w5"), .text(": net input, output and error move in turn.")]))),
      (12, .pause), (13, .note("Ask for hands before the middle factor. 3 min.")),
      (15, .show(Show(step: .gradient(w5), reveal: .oneByOne, setting: Setting()))),
      (
        18,
        .ask(
          Ask(
            id: "s1", prompt: "Raise w5 a little. Does the error rise or fall?",
            kind: .sign(.derivative(of: .symbol("E"), by: "w5")), mode: .guess, skills: skills))
      ),
      (
        23,
        .ask(
          Ask(
            id: "n1", prompt: "What is ∂E/∂w5?",
            kind: .number(.derivative(of: .symbol("E"), by: "w5"), tolerance: 0.005),
            hints: ["Which three quantities does w5 pass through?", "Multiply the lit factors."], skills: skills))
      ),
    ]
    for (element, (line, content)) in zip(lesson.elements, expected) {
      #expect(element.line == line)
      #expect(element.content == content)
    }
    #expect(lesson.elements.map(\.line) == [11, 12, 13, 15, 18, 23, 29, 34, 40])
    guard case .ask(let choice) = lesson.elements[7].content, case .choice(let options) = choice.kind,
      case .attempt(let attempt) = lesson.elements[8].content
    else {
      Issue.record("no choice or no try")
      return
    }
    #expect(options.map(\.right) == [.never, .always])
    #expect(options.map(\.say) == ["That is the error's slope.", "Yes: out(1 − out)."])
    #expect(attempt.moved == [w5])
    #expect(attempt.range == -2...2)
    #expect(attempt.watch == [.out(2), .loss])
    #expect(attempt.goal.text == "E < 0.15")
  }

  @Test func screens() throws {
    let screens = try lesson().screens
    #expect(screens.map(\.count) == [1, 2, 1, 1, 1, 1, 1])
  }

  @Test func answersFollowTheNumbers() throws {
    let lesson = try lesson()
    guard case .ask(let ask) = lesson.elements[5].content, let answer = ask.kind.answer else {
      Issue.record("no question")
      return
    }
    #expect(ask.setting.value(of: answer, from: lesson.network) == Pass(lesson.network).gradients[4])
    let other = lesson.network.randomized(seed: 3)
    #expect(ask.setting.value(of: answer, from: other) == Pass(other).gradients[4])
  }

  @Test(arguments: Language.allCases) func templateIsClean(_ language: Language) {
    let name = LessonTemplate.fileName(stem: "mine", language: language)
    let source = SourceText(name: name, LessonTemplate.text(id: "mine", language: language))
    let catalogue = LessonCatalogue([LessonFile(source)])
    #expect(catalogue.report.text(language: language) == "")
    #expect(catalogue.entry("mine")?.lesson(in: language)?.screens.count == 6)
  }

  @Test func templatesAreTranslationsOfEachOther() {
    let files = Language.allCases.map {
      LessonFile(SourceText(name: "mine.\($0.rawValue).md", LessonTemplate.text(id: "mine", language: $0)))
    }
    #expect(LessonCatalogue(files).report.text(language: .en) == "")
  }
}
