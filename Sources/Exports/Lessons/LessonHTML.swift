import Diagnostics
import Expressions
import Lessons
import Screen

/// A lesson as one HTML page that needs nothing else, or as slides, a screen each; no script.
struct LessonHTML {
  private let document: LessonDocument
  private let isSlides: Bool
  private var language: Language { document.language }

  init(_ document: LessonDocument, isSlides: Bool) {
    (self.document, self.isSlides) = (document, isSlides)
  }

  var text: String {
    let title = MarkupText.html(document.title)
    // A plot places its text itself; a style would go before its attributes.
    let page = HTMLStyle.sheet.replacing("svg text {", with: ":where(figure:not(.plot)) svg text {")
    let style = page + "\n" + LessonStyle.sheet + (isSlides ? "\n" + LessonStyle.slides : "")
    var lines = [
      "<!DOCTYPE html>", "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"\(language == .en ? "en" : "zh-Hans")\">",
      "<head>", "<meta charset=\"utf-8\"/>",
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>",
      "<meta name=\"color-scheme\" content=\"light dark\"/>", "<title>\(title)</title>",
      "<style>\n\(style)\n</style>", "</head>", isSlides ? "<body class=\"slides\">" : "<body>", "<main>",
    ]
    let picture = "<figure tabindex=\"0\">\(document.picture.svg(id: "network"))</figure>"
    if isSlides {
      lines += ["<section class=\"title\">", "<h1>\(title)</h1>", picture, "</section>"]
    } else {
      lines += ["<h1>\(title)</h1>", picture]
    }
    var pictures = 0
    for section in document.sections where !section.blocks.isEmpty {
      lines.append("<section>")
      for block in section.blocks {
        pictures += 1
        lines += html(block, picture: pictures)
      }
      lines.append("</section>")
    }
    return (lines + ["</main>", "</body>", "</html>"]).joined(separator: "\n") + "\n"
  }

  // MARK: Blocks

  private func html(_ block: LessonDocument.Block, picture number: Int) -> [String] {
    switch block {
    case .prose(let prose): return html(prose)
    case .picture(let picture): return ["<figure tabindex=\"0\">\(picture.svg(id: "picture-\(number)"))</figure>"]
    case .plot(let plot, let sentences):
      let text = MarkupText.html(sentences.joined(separator: language == .en ? " " : ""))
      var page = SVGPage(title: sentences.first ?? "", Look(language: language))
      page.add(plot)
      return ["<figure class=\"plot\" tabindex=\"0\">", page.text, "<figcaption>\(text)</figcaption>", "</figure>"]
    case .derivation(let result, let steps):
      return displays(steps + [result])
    case .task(let task): return html(task)
    }
  }

  private func html(_ blocks: [Prose.Block]) -> [String] { blocks.flatMap { html($0) } }

  private func html(_ block: Prose.Block) -> [String] {
    switch block {
    case .paragraph(let inlines): return ["<p>\(html(inlines))</p>"]
    case .heading(let level, let inlines):
      let level = min(6, max(2, level))
      return ["<h\(level)>\(html(inlines))</h\(level)>"]
    case .list(let items, let start):
      let tag = start == nil ? "ul" : "ol"
      let from = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
      return ["<\(tag)\(from)>"] + items.flatMap { ["<li>"] + html($0) + ["</li>"] } + ["</\(tag)>"]
    case .quote(let blocks): return ["<blockquote>"] + html(blocks) + ["</blockquote>"]
    case .code(let text):
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { MarkupText.html(String($0)) }
      return ["<pre tabindex=\"0\"><code>\(lines.joined(separator: "\n"))</code></pre>"]
    case .rule: return ["<hr/>"]
    case .math(let formula, _): return [scrolling("div", formula.mathML(isBlock: true), " class=\"display\"")]
    case .table(let heading, let rows):
      let head = heading.map { "<th scope=\"col\">\(html($0))</th>" }.joined()
      let body = rows.map { "<tr>\($0.map { "<td>\(html($0))</td>" }.joined())</tr>" }
      return ["<table class=\"text\" tabindex=\"0\">", "<thead><tr>\(head)</tr></thead>", "<tbody>"] + body + [
        "</tbody>", "</table>",
      ]
    case .admonition(let kind, let blocks):
      return [
        "<aside class=\"\(kind.rawValue.lowercased())\">", "<p><strong>\(LessonWords.box(kind)[language])</strong></p>",
      ]
        + html(blocks) + ["</aside>"]
    }
  }

  private func html(_ inlines: [Prose.Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): return MarkupText.html(text)
      case .code(let text): return "<code>\(MarkupText.html(text))</code>"
      case .emphasis(let parts): return "<em>\(html(parts))</em>"
      case .strong(let parts): return "<strong>\(html(parts))</strong>"
      case .link(let parts, let address):
        guard MarkupText.isWebAddress(address) else { return html(parts) + " (\(MarkupText.html(address)))" }
        return "<a href=\"\(MarkupText.html(address))\">\(html(parts))</a>"
      case .picture(let parts, _): return "[\(html(parts))]"
      case .math(let formula, _): return formula.mathML(isBlock: false)
      case .lineBreak: return "<br/>"
      }
    }.joined()
  }

  // MARK: Questions

  private func html(_ task: LessonDocument.Task) -> [String] {
    var lines = ["<div class=\"task\">"]
    let number = task.number.map { "<b class=\"number\">\(MarkupText.html(LessonWords.question($0)[language]))</b> " }
    lines.append("<p class=\"prompt\">\(number ?? "")\(MarkupText.html(task.prompt))</p>")
    if !task.material.isEmpty {
      let tag = task.isNumbered ? "ol" : "ul"
      lines.append("<\(tag) class=\"material\">")
      lines += task.material.map { scrolling("li", html($0, isBlock: false)) }
      lines.append("</\(tag)>")
    }
    lines += choices(task.options, right: task.answer?.right)
    if task.answer == nil, task.room > 0 {
      lines.append("<div class=\"room\" style=\"height:\(task.room * 9)mm\"></div>")
    }
    if !task.reasons.isEmpty {
      lines.append("<p>\(LessonWords.why[language])</p>")
      lines += choices(task.reasons, right: task.answer?.rightReasons)
    }
    if let answer = task.answer { lines += html(answer) }
    return lines + ["</div>"]
  }

  private func choices(_ options: [String], right: Set<Int>?) -> [String] {
    if options.isEmpty { return [] }
    // Slides tell the answer only when it is opened.
    let marks = isSlides ? nil : right
    let items = options.enumerated().map { number, option in
      marks?.contains(number) == true
        ? "<li class=\"right\">\(MarkupText.html(option))</li>" : "<li>\(MarkupText.html(option))</li>"
    }
    return ["<ol class=\"choice\">"] + items + ["</ol>"]
  }

  private func html(_ answer: LessonDocument.Answer) -> [String] {
    var lines: [String] = []
    let letters = isSlides ? (answer.right.union(answer.rightReasons)).sorted().map(MarkupText.letter) : []
    if !letters.isEmpty { lines.append("<p class=\"right\">\(letters.joined(separator: ", "))</p>") }
    if let words = answer.words { lines.append("<p>\(MarkupText.html(words))</p>") }
    lines += displays(answer.steps + [answer.formula].compactMap { $0 })
    lines += answer.said.map { "<p>\(MarkupText.html($0))</p>" }
    if lines.isEmpty { return [] }
    let label = MarkupText.html(LessonWords.answer[language])
    return isSlides
      ? ["<details class=\"answer\"><summary>\(label)</summary>"] + lines + ["</details>"]
      : ["<div class=\"answer\">", "<p><strong>\(label)</strong></p>"] + lines + ["</div>"]
  }

  // MARK: Mathematics

  private func displays(_ lines: [LessonDocument.Mathematics]) -> [String] {
    LessonDocument.displays(lines).map { scrolling("div", html($0), " class=\"display\"") }
  }

  private func scrolling(_ tag: String, _ content: String, _ attributes: String = "") -> String {
    "<\(tag)\(attributes)\(MarkupText.scrolling(content))>\(content)</\(tag)>"
  }

  /// The sides of an equation in words, for whoever hears the page without MathML.
  private func alternative(_ sides: [Expression]) -> String {
    let said = sides.map { $0.spoken(in: document.letters, numberDigits: LessonDocument.digits)[language] }
    return " alttext=\"\(MarkupText.html(said.joined(separator: Words(en: " equals ", zh: " 等于 ")[language])))\""
  }

  private func html(_ display: LessonDocument.Display) -> String {
    switch display {
    case .line(let line): return html(line, isBlock: true)
    case .chain(let left, let rights):
      let rows = rights.enumerated().map { number, right in
        "<mtr><mtd class=\"left\">\(number == 0 ? element(left) : "<mrow></mrow>")</mtd><mtd class=\"right\"><mrow>"
          + "<mo form=\"infix\">=</mo>\(element(right))</mrow></mtd></mtr>"
      }
      return
        "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\"\(alternative([left] + rights))><mtable displaystyle=\"true\">"
        + rows.joined() + "</mtable></math>"
    }
  }

  private func element(_ expression: Expression) -> String {
    expression.mathMLElement(in: document.letters, numberDigits: LessonDocument.digits)
  }

  private func html(_ line: LessonDocument.Mathematics, isBlock: Bool) -> String {
    switch line {
    case .equation(let sides):
      let elements = sides.map(element)
      let display = isBlock ? " display=\"block\"" : ""
      return "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"\(display)\(alternative(sides))><mrow>"
        + elements.joined(separator: "<mo>=</mo>") + "</mrow></math>"
    case .labelled(let label, let inner): return MarkupText.html(label) + html(inner, isBlock: isBlock)
    case .list(let parts):
      return parts.map { "<span class=\"part\">\(html($0, isBlock: false))</span>" }.joined(separator: " ")
    case .text(let text): return MarkupText.html(text)
    }
  }
}
