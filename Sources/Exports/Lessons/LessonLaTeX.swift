import Diagnostics
import Expressions
import Lessons

/// A lesson as a complete article for pdfLaTeX, XeLaTeX or LuaLaTeX; Chinese needs the package ctex.
struct LessonLaTeX {
  private let document: LessonDocument
  private var language: Language { document.language }

  init(_ document: LessonDocument) { self.document = document }

  var text: String {
    let title = MarkupText.latex(document.title)
    var lines = [
      language == .zh
        ? "\\documentclass[UTF8,11pt,a4paper]{ctexart}"
        : "\\documentclass[11pt,a4paper]{article}\n\\usepackage[T1]{fontenc}\n\\usepackage{textcomp}",
      "\\usepackage{amsmath,amssymb,xcolor,tikz}", "\\usepackage[margin=22mm]{geometry}",
      "\\usepackage[hidelinks]{hyperref}", "\\definecolor{lit}{HTML}{B3261E}", "\\setlength{\\parindent}{0pt}",
      "\\setlength{\\parskip}{5pt}", "\\allowdisplaybreaks", "\\sloppy", "\\title{\(title)}", "\\author{}", "\\date{}",
      "\\begin{document}", "\\maketitle",
    ]
    lines += document.picture.tikz
    for section in document.sections {
      lines += section.blocks.flatMap(latex) + [""]
    }
    return (lines + ["\\end{document}"]).joined(separator: "\n") + "\n"
  }

  // MARK: Blocks

  private func latex(_ block: LessonDocument.Block) -> [String] {
    switch block {
    case .prose(let prose): latex(prose)
    case .picture(let picture): picture.tikz
    // Without the curve itself its sentences say what it shows.
    case .plot(_, let sentences): [MarkupText.latex(sentences.joined(separator: language == .en ? " " : "")) + "\n"]
    case .derivation(let result, let steps): align(steps + [result])
    case .task(let task): latex(task)
    }
  }

  private func latex(_ blocks: [Prose.Block]) -> [String] { blocks.flatMap { latex($0) } }

  private func latex(_ block: Prose.Block) -> [String] {
    switch block {
    case .paragraph(let inlines): return [latex(inlines) + "\n"]
    case .heading(let level, let inlines):
      return ["\\\(level <= 2 ? "section*" : "subsection*"){\(latex(inlines))}"]
    case .list(let items, let start):
      let name = start == nil ? "itemize" : "enumerate"
      let from = start.map { $0 == 1 ? [] : ["\\setcounter{enumi}{\($0 - 1)}"] } ?? []
      return ["\\begin{\(name)}"] + from + items.flatMap { ["\\item{}"] + latex($0) } + ["\\end{\(name)}"]
    case .quote(let blocks): return ["\\begin{quote}"] + latex(blocks) + ["\\end{quote}"]
    case .code(let text):
      let lines = text.split(separator: "\n").map { line in
        let indent = line.prefix { $0 == " " }.count
        return "\\hspace*{\(indent)ex}\\texttt{\(MarkupText.latex(String(line.drop { $0 == " " })))}"
      }
      return ["\\begin{quote}", lines.joined(separator: "\\\\\n"), "\\end{quote}"]
    case .rule: return ["\\par\\hrule\\par"]
    case .math(_, let source): return ["\\[ \(source) \\]"]
    case .table(let heading, let rows):
      let share = DecimalText.significant(0.92 / Double(max(1, heading.count)), digits: 3)
      let column = "p{\(share)\\linewidth}"
      return [
        "\\begin{center}\\begin{tabular}{\(String(repeating: column, count: heading.count))}", "\\hline",
        row(heading) + " \\hline",
      ] + rows.map(row) + ["\\hline", "\\end{tabular}\\end{center}"]
    case .admonition(let kind, let blocks):
      return ["\\begin{quote}\\textbf{\(LessonWords.box(kind)[language])}\\par"] + latex(blocks) + ["\\end{quote}"]
    }
  }

  private func row(_ cells: [[Prose.Inline]]) -> String { cells.map(latex).joined(separator: " & ") + " \\\\" }

  private func latex(_ inlines: [Prose.Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): MarkupText.latex(text)
      case .code(let text): "\\texttt{\(MarkupText.latex(text))}"
      case .emphasis(let parts): "\\emph{\(latex(parts))}"
      case .strong(let parts): "\\textbf{\(latex(parts))}"
      // On paper an address is read, not clicked.
      case .link(let parts, let address): "\(latex(parts)) (\\texttt{\(MarkupText.latex(address))})"
      case .picture(let parts, _): "[\(latex(parts))]"
      case .math(_, let source): "$\(source)$"
      case .lineBreak: "\\newline{}"
      }
    }.joined()
  }

  // MARK: Questions

  private func latex(_ task: LessonDocument.Task) -> [String] {
    var lines = ["\\medskip"]
    let number = task.number.map { "\\textbf{\(MarkupText.latex(LessonWords.question($0)[language]))}\\quad " } ?? ""
    lines.append(number + MarkupText.latex(task.prompt) + "\n")
    if !task.material.isEmpty {
      lines.append(task.isNumbered ? "\\begin{enumerate}" : "\\begin{itemize}")
      lines += task.material.map { "\\item{} \(inline($0))" }
      lines.append(task.isNumbered ? "\\end{enumerate}" : "\\end{itemize}")
    }
    lines += choices(task.options, right: task.answer?.right)
    if task.answer == nil, task.room > 0 { lines.append("\\vspace*{\(task.room * 9)mm}\n") }
    if !task.reasons.isEmpty {
      lines.append(MarkupText.latex(LessonWords.why[language]) + "\n")
      lines += choices(task.reasons, right: task.answer?.rightReasons)
    }
    if let answer = task.answer { lines += latex(answer) }
    return lines
  }

  private func choices(_ options: [String], right: Set<Int>?) -> [String] {
    if options.isEmpty { return [] }
    let items = options.enumerated().map { number, option in
      let mark = right?.contains(number) == true ? "$\\boxtimes$" : "$\\square$"
      return "\\item[\(mark)] \(MarkupText.letter(number))) \(MarkupText.latex(option))"
    }
    return ["\\begin{itemize}"] + items + ["\\end{itemize}"]
  }

  private func latex(_ answer: LessonDocument.Answer) -> [String] {
    var lines: [String] = []
    if let words = answer.words { lines.append(MarkupText.latex(words) + "\n") }
    let formulas = answer.steps + [answer.formula].compactMap { $0 }
    lines += align(formulas)
    lines += answer.said.map { MarkupText.latex($0) + "\n" }
    return lines.isEmpty ? [] : ["\\textit{\(MarkupText.latex(LessonWords.answer[language]))}\\quad"] + lines
  }

  // MARK: Mathematics

  private func math(_ expression: Expression) -> String {
    expression.latex(in: document.letters, numberDigits: LessonDocument.digits).replacing("\\text{▢}", with: "\\square")
  }

  private func align(_ lines: [LessonDocument.Mathematics]) -> [String] {
    if lines.isEmpty { return [] }
    let rows = LessonDocument.displays(lines).flatMap { display -> [String] in
      switch display {
      case .chain(let left, let rights):
        return rights.enumerated().map { ($0 == 0 ? math(left) : "") + " &= " + math($1) }
      case .line(.equation(let sides)): return ["& " + sides.map(math).joined(separator: " = ")]
      case .line(let line): return ["& \\text{\(inline(line))}"]
      }
    }
    return ["\\begin{align*}", rows.joined(separator: " \\\\\n"), "\\end{align*}"]
  }

  private func inline(_ line: LessonDocument.Mathematics) -> String {
    switch line {
    case .equation(let sides): "$\(sides.map(math).joined(separator: " = "))$"
    case .labelled(let label, let inner): MarkupText.latex(label) + inline(inner)
    case .list(let parts): parts.map(inline).joined(separator: "\\quad ")
    case .text(let text): MarkupText.latex(text)
    }
  }
}
