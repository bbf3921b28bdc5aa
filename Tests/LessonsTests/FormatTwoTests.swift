import Diagnostics
import Expressions
import Lessons
import Networks
import Testing

/// What format 2 adds: numbers of an author's own, light, ways, curves, opinions, words of one's own.
@Suite struct FormatTwoTests {
  private func lesson(_ body: String, front: String = "") throws -> Lesson {
    let text = "---\nbptutor: 2\nid: a\ntitle: a\nlang: en\n\(front)---\n\(body)\n"
    let catalogue = LessonCatalogue([LessonFile(SourceText(name: "a.en.md", text))])
    #expect(catalogue.report.isClean, "\(catalogue.report.text(language: .en))")
    return try #require(catalogue.entry("a")?.lesson(in: .en))
  }

  private func asks(_ lesson: Lesson) -> [Ask] {
    lesson.elements.compactMap { if case .ask(let ask) = $0.content { ask } else { nil } }
  }

  // MARK: Numbers of the author's own

  private let multiplied = """
    Take {k} of them.

    ```ask number id=n
    let: {r: [-0.5, 0.5]}
    prompt: What is {k}·net_h1 with w1 = {r}?
    set: {w1: r}
    answer: k*net_h1
    hints: ["{k} times"]
    wrong: [{when: net_h1, say: "And {k}?"}]
    ```
    """

  @Test func drawnNumbersAreTheSameInTextsFormulasAndSettings() throws {
    let lesson = try lesson(multiplied, front: "let: {k: [2, 9]}\n")
    var drawn: Set<String> = []
    for seed in [nil, 1, 2, 3, 4, 5, 6, 7] as [UInt64?] {
      let ask = try #require(asks(lesson.drawn(seed: seed)).first)
      guard case .number(let answer, _) = ask.kind else { throw Unexpected() }
      let words = ask.prompt.split(separator: " ")
      let k = try #require(Double(words[2].prefix { $0 != "·" }))
      let r = try #require(Double(words[6].replacing("−", with: "-").dropLast()))
      #expect(k >= 2 && k <= 9 && k == k.rounded() && r >= -0.5 && r <= 0.5 && (r * 10).rounded() / 10 == r)
      // 0.4·w1 + 0.7·w2 − 0.9 on the default network, by hand.
      let network = lesson.network
      let net = network.inputs[0] * r + network.inputs[1] * network.parameters[1] + network.parameters[6]
      #expect((ask.setting.value(of: answer, from: network) - k * net).magnitude < 1e-12)
      #expect(ask.hints == ["\(Int(k)) times"] && ask.wrong.first?.say == "And \(Int(k))?")
      #expect(
        lesson.drawn(seed: seed).elements.first?.content == .prose(.paragraph([.text("Take \(Int(k)) of them.")])))
      drawn.insert(ask.prompt)
    }
    #expect(drawn.count >= 6)
    #expect(lesson.drawn(seed: 3) == lesson.drawn(seed: 3))
  }

  @Test func drawnNumbersFillTheirRangeAndNoMore() throws {
    let lesson = try lesson(
      "```ask number id=n\nlet: {k: [2, 4]}\nprompt: What is {k}·E?\nanswer: k*E\n```")
    let values = (0..<300).compactMap { seed -> Character? in
      asks(lesson.drawn(seed: seed)).first?.prompt.dropFirst(8).first
    }
    #expect(Set(values) == ["2", "3", "4"] && values.count == 300)
    for value in ["2", "3", "4"] as [Character] { #expect(values.count { $0 == value } > 50) }
  }

  /// In a formula `{k}` is a group that holds the value; words and groups of other letters stay.
  @Test func drawnNumbersAreInFormulas() throws {
    let lesson = try lesson(
      "So $x^{k} = \\frac{k}{2}\\,y_{i}$ and\n\n$$\n\\text{k} = {k} + {r}\n$$\n\n| a | b |\n|---|---|\n| $2^{k}$ | {k} |",
      front: "let: {k: [12, 12.5], r: [-0.5, -0.4]}\n")
    let drawn = lesson.drawn(seed: 4)
    let ends = lesson.variables.map { DecimalText.shortest($0.value(seed: 4)) }
    let (k, r) = (try #require(ends.first), try #require(ends.last))
    let sources = drawn.elements.flatMap { element -> [String] in
      guard case .prose(let block) = element.content else { return [] }
      switch block {
      case .paragraph(let parts):
        return parts.compactMap { if case .math(let formula, _) = $0 { formula.line } else { nil } }
      case .math(let formula, _): return [formula.line]
      case .table(_, let rows): return rows.joined().map { $0.map(\.plain).joined() }
      default: return []
      }
    }
    let sign = r.replacing("-", with: "−")
    #expect(sources.count == 4 && sources[1] == "k = \(k) + \(sign)", "\(sources)")
    #expect(sources[2].hasPrefix("2") && !sources[2].contains("k") && sources[3] == k, "\(sources)")
    #expect(sources[0].contains("\(k)/2") && sources[0].hasSuffix("y_i") && !sources[0].contains("k"), "\(sources)")
  }

  // MARK: Light

  @Test func lightBelongsToItsScreen() throws {
    let lesson = try lesson(
      """
      Look.
      <!-- light: [w5, out_h1] -->
      <!-- pause -->
      ```ask sign id=s
      prompt: Up?
      answer: sign(dE/dw5)
      light: [dE/dw5]
      ```
      """)
    let lit = lesson.screens.map { screen in
      screen.flatMap { element -> [Quantity] in
        if case .light(let quantities) = element.content { quantities } else { [] }
      }
    }
    #expect(lit == [[.parameter(4), .out(0)], [.gradient(.parameter(4))]])
    #expect(lesson.screens[1].last?.id == "s")
  }

  // MARK: Ways, opinions, words

  @Test func optionsLeadToBlocks() throws {
    let lesson = try lesson(
      """
      ```ask poll id=p
      prompt: Sure?
      options: [{text: yes, goto: t}, {text: no}]
      ```
      ```show step=dE/dw5 id=d
      ```
      ```ask text id=t
      prompt: Why?
      seconds: 30
      ```
      """)
    let asks = asks(lesson)
    #expect(asks[0].options.map(\.goto) == ["t", nil] && asks[0].mode == .guess && asks[1].seconds == 30)
    #expect(lesson.screen(ofID: "t") == 2 && lesson.screen(ofID: "d") == 1 && lesson.screen(ofID: "x") == nil)
    // Neither has to be right for the lesson to be done.
    #expect(lesson.elements.compactMap(\.content.countedID).isEmpty)
  }

  // MARK: Curves

  @Test func plots() throws {
    let lesson = try lesson(
      """
      ```show plot
      of: activation
      neuron: h1
      ```
      ```show plot
      of: loss
      over: w5
      range: [-3, 3]
      set: {w6: 0}
      ```
      ```show plot
      of: training
      rounds: 40
      eta: 2
      ```
      """)
    let plots = lesson.elements.compactMap { if case .plot(let plot) = $0.content { plot } else { nil } }
    #expect(
      plots.map(\.kind) == [.activation(neuron: 0), .loss(over: .parameter(4)), .training(rounds: 40, eta: 2)])
    #expect(plots[1].range == -3...3 && plots[1].setting.assignments.count == 1)
    #expect(lesson.screens.count == 3)
  }

  // MARK: Goals

  @Test func goalsAreSetAsFormulas() throws {
    let lesson = try lesson(
      """
      ```try id=t
      set: {w5: 0}
      range: [-2, 2]
      goal: abs(dE/dw1 - dE/dw3) >= 0 and E < 0.2
      ```
      """)
    guard case .attempt(let attempt)? = lesson.elements.first?.content else { throw Unexpected() }
    #expect(attempt.goal.words == Words(en: "|∂E/∂w1 − ∂E/∂w3| ≥ 0 and E < 0.2", zh: "|∂E/∂w1 − ∂E/∂w3| ≥ 0 且 E < 0.2"))
  }

  private struct Unexpected: Error {}
}
