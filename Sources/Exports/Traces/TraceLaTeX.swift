package import Diagnostics
import Expressions
import Networks
package import Traces

/// The derivation as a complete article for pdfLaTeX, XeLaTeX or LuaLaTeX; Chinese needs the package ctex.
package enum TraceLaTeX {
  /// Cost: proportional to the steps.
  package static func text(_ trace: Trace, language: Language) -> String {
    LaTeXWriter(language: language, formulas: LaTeXFormula(letters: trace.network.architecture.letters))
      .text(of: TraceDocument(trace, language: language))
  }
}

private struct LaTeXWriter {
  let language: Language
  let formulas: LaTeXFormula

  func text(of document: TraceDocument) -> String {
    let title = MarkupText.latex(document.title)
    // Other scripts than Latin in a name, under an English heading, need the fonts too.
    let needsChinese = language == .zh || document.title.unicodeScalars.contains { $0.value >= 0x2E80 }
    let lines =
      [
        needsChinese
          ? "\\documentclass[UTF8,11pt,a4paper\(language == .en ? ",scheme=plain" : "")]{ctexart}"
          : "\\documentclass[11pt,a4paper]{article}\n\\usepackage[T1]{fontenc}\n\\usepackage{textcomp}",
        "\\usepackage{amsmath,amssymb,xcolor,tikz}", "\\usepackage[margin=22mm]{geometry}",
        "\\usepackage[hidelinks]{hyperref}", "\\definecolor{lit}{HTML}{B3261E}", "\\setlength{\\parindent}{0pt}",
        "\\setlength{\\parskip}{4pt}", "\\allowdisplaybreaks", "\\sloppy", "\\title{\(title)}", "\\author{}",
        "\\date{}", "\\begin{document}", "\\maketitle",
      ] + document.sections.flatMap(section) + ["\\end{document}"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ section: TraceDocument.Section) -> [String] {
    let command =
      switch section.level {
      case ...2: "section*"
      case 3 where section.step == nil: "subsection*"
      default: "paragraph"
      }
    var lines = ["", "\\\(command){\(heading(section.heading))}"]
    if let step = section.step { lines[1] += "\\hypertarget{step-\(step)}{}\\mbox{}" }
    return lines + blocks(section.blocks)
  }

  private func blocks(_ blocks: [TraceDocument.Block]) -> [String] {
    var lines: [String] = []
    var isList = false
    for block in blocks {
      var item: String?
      switch block {
      case .labelled(let label, let content):
        item = "\\item[\(MarkupText.latex(label))] \(inline(content))"
      default: break
      }
      if let item {
        if !isList { lines.append("\\begin{description}") }
        lines.append(item)
      } else if isList {
        lines.append("\\end{description}")
      }
      isList = item != nil
      switch block {
      case .prose(let inlines): lines.append(text(inlines) + "\n")
      case .note(let inlines): lines.append("{\\small\\itshape \(text(inlines))}\n")
      case .content(let content): lines.append(display(content))
      case .table(let head, let rows): lines += table(head, rows)
      case .picture(let picture): lines += picture.tikz
      case .labelled: break
      }
    }
    if isList { lines.append("\\end{description}") }
    return lines
  }

  private func display(_ content: TraceDocument.Content) -> String {
    switch content {
    case .equation(let left, let right):
      let equation = EquationRows(left, right)
      let rows = equation.rows.enumerated().map { index, row in
        (index == 0 ? equation.left.map(formulas.text) ?? "" : "") + Self.sign(row.sign)
          + formulas.text(row.expression)
      }
      return "\\begin{align*}\n\(rows.joined(separator: " \\\\\n"))\n\\end{align*}"
    default: return math(content).map { "\\[ \($0) \\]" } ?? inline(content)
    }
  }

  private static func sign(_ sign: EquationRows.Sign) -> String {
    switch sign {
    case .none: " & "
    case .equals: " &= "
    case .plus: " &\\quad {}+ "
    case .minus: " &\\quad {}- "
    }
  }

  private func inline(_ content: TraceDocument.Content) -> String {
    if case .values = content { return math(content)?.replacing(",\\; ", with: "$, $").inMath ?? "" }
    if let math = math(content) { return "\\displaystyle \(math)".inMath }
    switch content {
    case .rule(let rule):
      return MarkupText.latex(rule.name[language] + TraceWords.labelEnd[language])
        + RuleNotation.latex(rule.statement[language]).inMath
    case .prose(let inlines): return text(inlines)
    default: return ""
    }
  }

  private func math(_ content: TraceDocument.Content) -> String? {
    formulas.math(content) { "\\colorbox{lit!15}{$\\displaystyle \($0)$}" }
  }

  private func text(_ inlines: [TraceDocument.Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): MarkupText.latex(text)
      case .formula(let expression): formulas.text(expression).inMath
      case .step(let id): "\\hyperlink{step-\(id)}{\(MarkupText.latex(TraceWords.step(id)[language]))}"
      }
    }.joined()
  }

  /// Bookmarks hold no mathematics: they get the formula as text.
  private func heading(_ inlines: [TraceDocument.Inline]) -> String {
    inlines.map { inline in
      guard case .formula(let expression) = inline else { return text([inline]) }
      let plain = MarkupText.latex(expression.text(.ascii, in: formulas.letters, numberDigits: TraceDocument.digits))
      return "\\texorpdfstring{\(formulas.text(expression).inMath)}{\(plain)}"
    }.joined()
  }

  private func table(_ head: [String], _ rows: [[Expression]]) -> [String] {
    let lines = rows.map { $0.map { formulas.text($0).inMath }.joined(separator: " & ") + " \\\\" }
    return [
      "\\begin{center}\\renewcommand{\\arraystretch}{1.2}",
      "\\begin{tabular}{l\(String(repeating: "r", count: max(0, head.count - 1)))}", "\\hline",
      head.map(MarkupText.latex).joined(separator: " & ") + " \\\\ \\hline",
    ] + lines + ["\\hline", "\\end{tabular}", "\\end{center}"]
  }
}

extension String {
  fileprivate var inMath: String { "$\(self)$" }
}
