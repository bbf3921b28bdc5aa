import Diagnosis
import Diagnostics
import Exports
import Expressions
import Lessons
import Networks
import Testing

/// Every lesson in every form, and texts that want to be something else than text.
@Suite struct LessonExportTests {
  private static let entries = LessonCatalogue.trusted(
    Curriculum.lessons,
    context: LessonContext(networkFiles: Curriculum.networks, mistakes: Catalogue.mistakes.map(\.id)))

  private static let ids = entries.map(\.id)

  private func text(_ id: String, _ language: Language, _ format: LessonFormat, answers: Bool) throws -> String {
    let lesson = try #require(Self.entries.first { $0.id == id }?.lesson(in: language))
    return format.text(of: LessonDocument(lesson, base: lesson.network, hasAnswers: answers))
  }

  @Test(arguments: ids, Language.allCases) func pagesAreWellFormed(_ id: String, _ language: Language) throws {
    for format in [LessonFormat.html, .slides] {
      for answers in [false, true] {
        let page = try text(id, language, format, answers: answers)
        #expect(Self.firstFault(inXML: page) == nil, "\(id) \(format)")
        #expect(!page.contains("<script") && !page.contains("http://www.w3.org/1999/xlink"))
      }
    }
  }

  /// Every number that is asked for is there with the answers, and not without them.
  @Test(arguments: ids) func answersAreThereOnlyWhenAskedFor(_ id: String) throws {
    let lesson = try #require(Self.entries.first { $0.id == id }?.lesson(in: .en))
    let (with, without) = (
      try text(id, .en, .markdown, answers: true), try text(id, .en, .markdown, answers: false)
    )
    #expect(!without.contains("*Answer*") && !without.contains("[x]"))
    var count = 0
    for element in lesson.drawn(seed: nil).elements {
      guard case .ask(let ask) = element.content, case .number(let answer, _) = ask.kind else { continue }
      let value = ask.setting.value(of: answer, from: lesson.network)
      let shown = Expression.number(value).latex(numberDigits: 6)
      #expect(with.contains(shown), "\(id) \(ask.id) \(shown)")
      count += 1
    }
    #expect(count > 0 || id == "your-letters")
  }

  @Test(arguments: ids, Language.allCases) func latexIsBalanced(_ id: String, _ language: Language) throws {
    let text = try text(id, language, .latex, answers: true)
    var depth = 0
    var isEscaped = false
    var dollars = 0
    for character in text {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch character {
      case "\\": isEscaped = true
      case "{": depth += 1
      case "}": depth -= 1
      case "$": dollars += 1
      default: break
      }
      if depth < 0 { break }
    }
    #expect(depth == 0 && dollars.isMultiple(of: 2))
    for name in ["align*", "itemize", "enumerate", "quote", "tabular", "center"] {
      #expect(text.count(of: "\\begin{\(name)}") == text.count(of: "\\end{\(name)}"), "\(name)")
    }
  }

  @Test func hostileTextStaysText() throws {
    let source = """
      ---
      bptutor: 2
      id: x
      title: "</title><script>alert(1)</script> \\\\input{/etc/passwd}"
      lang: en
      ---
      A \\<img src=x onerror=y> and 100% of $x_1$, [here](javascript:alert) and [there](https://example.org/a_b?c=1&d=2).

      ```ask choice id=q
      prompt: "<b>|~~ \\\\write18{ls} $ # & _ ^ ~"
      options: [{text: "</li>`|", right: true, say: "$$\\\\end{document}"}, {text: no}]
      ```
      """
    let catalogue = LessonCatalogue([LessonFile(SourceText(name: "x.en.md", source))])
    #expect(catalogue.report.isClean, "\(catalogue.report.text(language: .en))")
    let lesson = try #require(catalogue.entry("x")?.lesson(in: .en))
    let document = LessonDocument(lesson, base: lesson.network, hasAnswers: true)
    let html = LessonFormat.html.text(of: document)
    #expect(Self.firstFault(inXML: html) == nil)
    #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("href=\"javascript"))
    #expect(html.contains("href=\"https://example.org/a_b?c=1&amp;d=2\""))
    let latex = LessonFormat.latex.text(of: document)
    #expect(!latex.contains("\\input") && !latex.contains("\\write") && latex.count(of: "\\end{document}") == 1)
    let markdown = LessonFormat.markdown.text(of: document)
    #expect(!markdown.contains("<script") && !markdown.contains("](javascript"))
  }

  @Test func notesAreApart() throws {
    let lesson = try #require(Self.entries.first { $0.id == "saturation" }?.lesson(in: .en))
    let document = LessonDocument(lesson, base: lesson.network, hasAnswers: true)
    #expect(document.notes.contains("Every class has met this without knowing"))
    for format in LessonFormat.allCases {
      #expect(!format.text(of: document).contains("Every class has met this without knowing"))
    }
  }

  // MARK: Curves

  /// The training curve beside updates by hand: every parameter less η times its gradient.
  @Test func trainingCurve() throws {
    var network = BundledNetworks.default
    let shown = ShownPlot(Show.Plot(.training(rounds: 25, eta: 2)), from: network)
    network.learningRate = 2
    var losses = [Pass(network).value(of: .loss)]
    for _ in 0..<25 {
      let pass = Pass(network)
      var next = network
      for parameter in network.parameters.indices {
        next.parameters[parameter] -= 2 * pass.value(of: .gradient(.parameter(parameter)))
      }
      network = next
      losses.append(Pass(network).value(of: .loss))
    }
    #expect(shown.losses.count == 26)
    #expect(zip(shown.losses, losses).allSatisfy { ($0 - $1).magnitude < 1e-12 })
    #expect(losses[25] < losses[0])
  }

  @Test func slopeOfATangentIsTheDerivative() throws {
    let network = BundledNetworks.default
    let out = 1 / (1 + 2.611_696_473_423_118_4)  // e^0.96 = 2.6116964734…, net_h1 = −0.96
    let shown = ShownPlot(Show.Plot(.activation(neuron: 0)), from: network)
    #expect((shown.slope(of: 0) - out * (1 - out)).magnitude < 1e-12)
  }

  // MARK: Reading

  /// The first tag that closes what is not open, or the first that stays open.
  private static func firstFault(inXML text: String) -> String? {
    var open: [Substring] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      guard let end = rest[start...].firstIndex(of: ">") else { return "unclosed <" }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("!") || tag.hasSuffix("/") { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return String(tag) }
      } else {
        open.append(tag.prefix { $0 != " " && $0 != "\n" })
      }
    }
    return open.last.map(String.init)
  }
}

extension String {
  fileprivate func count(of text: String) -> Int { ranges(of: text).count }
}
