package import Diagnostics
import Expressions
import Networks
package import Traces

/// The derivation as one HTML page that needs nothing else: no script, no font, no picture from elsewhere.
///
/// It is well-formed XML as well. Mathematics is MathML, the network an SVG drawing, both read by screen readers.
package enum TraceHTML {
  /// Cost: proportional to the steps.
  package static func text(_ trace: Trace, language: Language) -> String {
    var writer = HTMLWriter(language: language, letters: trace.network.architecture.letters)
    return writer.text(of: TraceDocument(trace, language: language))
  }
}

private struct HTMLWriter {
  let language: Language
  private let letters: NameTable?
  private var pictures = 0

  init(language: Language, letters: NameTable?) {
    self.language = language
    self.letters = letters
  }

  mutating func text(of document: TraceDocument) -> String {
    let title = MarkupText.html(document.title)
    var lines = [
      "<!DOCTYPE html>", "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"\(language == .en ? "en" : "zh-Hans")\">",
      "<head>", "<meta charset=\"utf-8\"/>",
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>",
      "<meta name=\"color-scheme\" content=\"light dark\"/>", "<title>\(title)</title>",
      "<style>\n\(HTMLStyle.sheet)\n</style>", "</head>", "<body>", "<main>", "<h1>\(title)</h1>",
    ]
    lines += contents(of: document.sections)
    for (index, section) in document.sections.enumerated() { lines += self.section(section, index: index) }
    return (lines + ["</main>", "</body>", "</html>"]).joined(separator: "\n") + "\n"
  }

  private func contents(of sections: [TraceDocument.Section]) -> [String] {
    let parts = sections.enumerated().filter { $0.element.level == 2 }
    let links = parts.map { part in
      let heading = part.element.heading
      return "<li><a href=\"#part-\(part.offset)\"\(named(heading))>\(text(heading))</a></li>"
    }
    let label = MarkupText.html(TraceWords.contents[language])
    return ["<nav aria-label=\"\(label)\">", "<ol>"] + links + ["</ol>", "</nav>"]
  }

  private mutating func section(_ section: TraceDocument.Section, index: Int) -> [String] {
    let level = min(6, section.level)
    let id = section.step.map { "step-\($0)" } ?? "part-\(index)"
    let name = named(section.heading)
    let open = "<section class=\"level-\(level)\"\(name.isEmpty ? " aria-labelledby=\"\(id)\"" : name)>"
    return [open, "<h\(level) id=\"\(id)\">\(text(section.heading))</h\(level)>"] + blocks(section.blocks)
      + ["</section>"]
  }

  private mutating func blocks(_ blocks: [TraceDocument.Block]) -> [String] {
    var lines: [String] = []
    var isList = false
    for block in blocks {
      if case .labelled = block {
        if !isList { lines.append("<dl>") }
        isList = true
      } else {
        if isList { lines.append("</dl>") }
        isList = false
      }
      switch block {
      case .labelled(let label, let content):
        lines.append("<div><dt>\(MarkupText.html(label))</dt>\(scrolling("dd", inline(content)))</div>")
      case .prose(let inlines): lines.append("<p>\(text(inlines))</p>")
      case .note(let inlines): lines.append("<p class=\"note\">\(text(inlines))</p>")
      case .content(let content): lines.append(scrolling("div", display(content), " class=\"display\""))
      case .table(let head, let rows): lines += table(head, rows)
      case .picture(let picture):
        pictures += 1
        lines.append("<figure tabindex=\"0\">\(picture.svg(id: "picture-\(pictures)"))</figure>")
      }
    }
    if isList { lines.append("</dl>") }
    return lines
  }

  private func table(_ head: [String], _ rows: [[Expression]]) -> [String] {
    let cells = head.map { "<th scope=\"col\">\(MarkupText.html($0))</th>" }.joined()
    let lines = rows.map { row in
      let cells = row.enumerated().map { index, cell in
        index == 0
          ? "<th scope=\"row\">\(heard(cell))</th>"
          : "<td>\(math([element(cell)]))</td>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    return ["<div class=\"display\" tabindex=\"0\">", "<table>", "<thead><tr>\(cells)</tr></thead>", "<tbody>"] + lines
      + ["</tbody>", "</table>", "</div>"]
  }

  private func scrolling(_ tag: String, _ content: String, _ attributes: String = "") -> String {
    "<\(tag)\(attributes)\(MarkupText.scrolling(content))>\(content)</\(tag)>"
  }

  /// A name in words, where a heading has formulas, which not everything that reads pages aloud makes a name of.
  private func named(_ heading: [TraceDocument.Inline]) -> String {
    let hasFormula = heading.contains { if case .formula = $0 { true } else { false } }
    if !hasFormula { return "" }
    let words = heading.map { inline in
      switch inline {
      case .text(let text): text
      case .formula(let expression): spoken(expression)
      case .step(let id): TraceWords.step(id)[language]
      }
    }
    return " aria-label=\"\(MarkupText.html(words.joined()))\""
  }

  /// A formula where text is needed: the words for who hears the page, the formula for who sees it.
  private func heard(_ expression: Expression) -> String {
    "<span class=\"said\">\(MarkupText.html(spoken(expression)))</span>"
      + "<span aria-hidden=\"true\">\(math([element(expression)]))</span>"
  }

  private func spoken(_ expression: Expression) -> String {
    expression.spoken(in: letters, numberDigits: TraceDocument.digits)[language]
  }

  // MARK: Mathematics

  private func element(_ expression: Expression) -> String {
    expression.mathMLElement(in: letters, numberDigits: TraceDocument.digits)
  }

  /// `spoken` are the formulas on both sides of signs of equality, for whoever hears the page without MathML.
  private func math(_ elements: [String], isBlock: Bool = false, spoken: [Expression] = []) -> String {
    let display = isBlock ? " display=\"block\"" : ""
    let sides = spoken.map { self.spoken($0) }
    let said = sides.joined(separator: Words(en: " equals ", zh: " 等于 ")[language])
    let alternative = said.isEmpty ? "" : " alttext=\"\(MarkupText.html(said))\""
    return
      "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"\(display)\(alternative)><mrow>\(elements.joined())</mrow></math>"
  }

  /// An equation of several steps: its equal signs in line under each other.
  private func display(_ content: TraceDocument.Content) -> String {
    guard case .equation(let left, let right) = content else { return shownAlone(content) }
    let equation = EquationRows(left, right)
    guard equation.rows.count > 1 else { return shownAlone(content) }
    let rows = equation.rows.enumerated().map { index, row in
      let first = index == 0 ? equation.left.map(element) : nil
      return "<mtr><mtd class=\"left\">\(first ?? "<mrow></mrow>")</mtd><mtd class=\"right\"><mrow>"
        + "\(Self.sign(row.sign))\(element(row.expression))</mrow></mtd></mtr>"
    }
    return math(
      ["<mtable displaystyle=\"true\">\(rows.joined())</mtable>"], isBlock: true, spoken: Self.sides(of: content))
  }

  private static func sign(_ sign: EquationRows.Sign) -> String {
    switch sign {
    case .none: ""
    case .equals: "<mo form=\"infix\">=</mo>"
    case .plus: "<mspace width=\"1em\"/><mo form=\"infix\">+</mo>"
    case .minus: "<mspace width=\"1em\"/><mo form=\"infix\">−</mo>"
    }
  }

  private func shownAlone(_ content: TraceDocument.Content) -> String {
    elements(content).map { math($0, isBlock: true, spoken: Self.sides(of: content)) } ?? inline(content)
  }

  private func inline(_ content: TraceDocument.Content) -> String {
    switch content {
    case .values(let values, let isShortened):
      return values.map { math([element($0.name), "<mo>=</mo>", element($0.value)]) }.joined(separator: ", ")
        + (isShortened ? ", …" : "")
    case .rule(let rule):
      return MarkupText.html(rule.name[language] + TraceWords.labelEnd[language])
        + math([RuleNotation.mathML(rule.statement[language])])
    case .prose(let inlines): return text(inlines)
    case .equation, .identity:
      return elements(content).map {
        math(["<mstyle displaystyle=\"true\">\($0.joined())</mstyle>"], spoken: Self.sides(of: content))
      } ?? ""
    }
  }

  /// What an equation sets equal.
  private static func sides(of content: TraceDocument.Content) -> [Expression] {
    switch content {
    case .equation(let left, let right): [left].compactMap { $0 } + right
    case .identity(let left, let factors, _):
      [left].compactMap { $0 } + [factors.count == 1 ? factors[0] : .product(factors)]
    case .rule, .values, .prose: []
    }
  }

  private func elements(_ content: TraceDocument.Content) -> [String]? {
    switch content {
    case .equation(let left, let right):
      let sides = ([left].compactMap { $0 } + right).map(element)
      return [sides.joined(separator: "<mo>=</mo>")]
    case .identity(let left, let factors, let marked):
      let marks = factors.enumerated().map { index, factor in
        index == marked ? "<mrow class=\"marked\">\(element(factor))</mrow>" : element(factor)
      }
      return [left.map { element($0) + "<mo>=</mo>" } ?? "", marks.joined(separator: "<mo>·</mo>")]
    default: return nil
    }
  }

  private func text(_ inlines: [TraceDocument.Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): MarkupText.html(text)
      case .formula(let expression): math([element(expression)])
      case .step(let id): "<a href=\"#step-\(id)\">\(MarkupText.html(TraceWords.step(id)[language]))</a>"
      }
    }.joined()
  }
}
