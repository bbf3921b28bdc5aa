import Diagnostics
import Expressions
import Lessons

/// A lesson as Markdown with `$…$` mathematics, as forges and notebooks render it.
struct LessonMarkdown {
  private let document: LessonDocument
  private var language: Language { document.language }

  init(_ document: LessonDocument) { self.document = document }

  var text: String {
    let sections = document.sections.flatMap { $0.blocks.flatMap(markdown) }
    return (["# " + MarkupText.markdown(document.title)] + sections).joined(separator: "\n\n") + "\n"
  }

  // MARK: Blocks

  private func markdown(_ block: LessonDocument.Block) -> [String] {
    switch block {
    case .prose(let prose): markdown(prose)
    // It shows nothing that is not also said.
    case .picture: []
    case .plot(_, let sentences): [MarkupText.markdown(sentences.joined(separator: language == .en ? " " : ""))]
    case .derivation(let result, let steps): [display(steps + [result])]
    case .task(let task): markdown(task)
    }
  }

  private func markdown(_ block: Prose.Block) -> [String] {
    switch block {
    case .paragraph(let inlines): return [markdown(inlines)]
    case .heading(let level, let inlines):
      return [String(repeating: "#", count: min(6, max(2, level))) + " " + markdown(inlines)]
    case .list(let items, let start):
      let lines = items.enumerated().map { number, blocks -> String in
        let mark = start.map { "\($0 + number). " } ?? "- "
        return mark + indented(blocks.flatMap(markdown).joined(separator: "\n\n"), by: mark.count)
      }
      return [lines.joined(separator: "\n")]
    case .quote(let blocks): return [quoted(blocks.flatMap(markdown).joined(separator: "\n\n"))]
    case .code(let text): return [fenced(text)]
    case .rule: return ["---"]
    case .math(_, let source): return ["$$\n\(source)\n$$"]
    case .table(let heading, let rows):
      let lines = [heading.map(markdown), heading.map { _ in "---" }] + rows.map { $0.map(markdown) }
      return [lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")]
    case .admonition(let kind, let blocks):
      return [quoted("[!\(kind.rawValue)]\n" + blocks.flatMap(markdown).joined(separator: "\n\n"))]
    }
  }

  private func indented(_ text: String, by count: Int) -> String {
    text.replacing("\n", with: "\n" + String(repeating: " ", count: count))
  }

  private func quoted(_ text: String) -> String { "> " + text.replacing("\n", with: "\n> ") }

  /// In a fence that is longer than any run of marks in it.
  private func fenced(_ text: String) -> String {
    var fence = "```"
    while text.contains(fence) { fence += "`" }
    return "\(fence)\n\(text.hasSuffix("\n") ? text : text + "\n")\(fence)"
  }

  private func markdown(_ inlines: [Prose.Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): MarkupText.markdown(text)
      case .code(let text): text.contains("`") ? MarkupText.markdown(text) : "`\(text)`"
      case .emphasis(let parts): "*\(markdown(parts))*"
      case .strong(let parts): "**\(markdown(parts))**"
      case .link(let parts, let address):
        MarkupText.isWebAddress(address)
          ? "[\(markdown(parts))](\(address.replacing(")", with: "%29").replacing("(", with: "%28")))"
          : "\(markdown(parts)) (\(MarkupText.markdown(address)))"
      case .picture(let parts, _): "\\[\(markdown(parts))\\]"
      case .math(_, let source): "$\(source)$"
      case .lineBreak: "  \n"
      }
    }.joined()
  }

  // MARK: Questions

  private func markdown(_ task: LessonDocument.Task) -> [String] {
    let number = task.number.map { "**\(LessonWords.question($0)[language])** " } ?? ""
    var parts = [number + MarkupText.markdown(task.prompt)]
    if !task.material.isEmpty {
      let lines = task.material.enumerated().map { (task.isNumbered ? "\($0 + 1). " : "- ") + inline($1) }
      parts.append(lines.joined(separator: "\n"))
    }
    parts += choices(task.options, right: task.answer?.right)
    if task.answer == nil, task.room > 0 { parts.append(String(repeating: "\\_", count: 30)) }
    if !task.reasons.isEmpty {
      parts.append(LessonWords.why[language])
      parts += choices(task.reasons, right: task.answer?.rightReasons)
    }
    if let answer = task.answer { parts += markdown(answer) }
    return parts
  }

  private func choices(_ options: [String], right: Set<Int>?) -> [String] {
    if options.isEmpty { return [] }
    let lines = options.enumerated().map { number, option in
      "- [\(right?.contains(number) == true ? "x" : " ")] \(MarkupText.letter(number))) \(MarkupText.markdown(option))"
    }
    return [lines.joined(separator: "\n")]
  }

  private func markdown(_ answer: LessonDocument.Answer) -> [String] {
    var parts: [String] = []
    if let words = answer.words { parts.append(MarkupText.markdown(words)) }
    let formulas = answer.steps + [answer.formula].compactMap { $0 }
    if !formulas.isEmpty { parts.append(display(formulas)) }
    parts += answer.said.map(MarkupText.markdown)
    return parts.isEmpty ? [] : ["*\(LessonWords.answer[language])*"] + parts
  }

  // MARK: Mathematics

  private func math(_ expression: Expression) -> String {
    MarkupText.harmlessMath(expression.latex(in: document.letters, numberDigits: LessonDocument.digits))
      .replacing("\\text{▢}", with: "\\square")
  }

  private func display(_ lines: [LessonDocument.Mathematics]) -> String {
    LessonDocument.displays(lines).map { display in
      switch display {
      case .chain(let left, let rights):
        let rows = rights.enumerated().map { ($0 == 0 ? math(left) : "") + " &= " + math($1) }
        return "$$\n\\begin{aligned}\n\(rows.joined(separator: " \\\\\n"))\n\\end{aligned}\n$$"
      case .line(let line): return inline(line)
      }
    }.joined(separator: "\n\n")
  }

  private func inline(_ line: LessonDocument.Mathematics) -> String {
    switch line {
    case .equation(let sides): "$\(sides.map(math).joined(separator: " = "))$"
    case .labelled(let label, let inner): MarkupText.markdown(label) + inline(inner)
    case .list(let parts): parts.map(inline).joined(separator: ", ")
    case .text(let text): MarkupText.markdown(text)
    }
  }
}
