package import Diagnostics
import Expressions
import Networks
package import Traces

/// The derivation as Markdown with `$…$` mathematics, as forges and notebooks render it.
package enum TraceMarkdown {
  /// Cost: proportional to the steps.
  package static func text(_ trace: Trace, language: Language) -> String {
    MarkdownWriter(language: language, formulas: LaTeXFormula(letters: trace.network.architecture.letters))
      .text(of: TraceDocument(trace, language: language))
  }
}

private struct MarkdownWriter {
  let language: Language
  let formulas: LaTeXFormula

  func text(of document: TraceDocument) -> String {
    let sections = document.sections.map { section in
      let anchor = section.step.map { "<a id=\"step-\($0)\"></a>" } ?? ""
      let heading = String(repeating: "#", count: min(6, section.level)) + " " + anchor + text(section.heading)
      return ([heading] + blocks(section.blocks)).joined(separator: "\n\n")
    }
    return (["# " + MarkupText.markdown(document.title)] + sections).joined(separator: "\n\n") + "\n"
  }

  /// Labelled lines that follow each other are one list.
  private func blocks(_ blocks: [TraceDocument.Block]) -> [String] {
    var result: [String] = []
    var isList = false
    for block in blocks {
      let wasList = isList
      isList = false
      switch block {
      case .prose(let inlines): result.append(text(inlines))
      case .note(let inlines): result.append("> " + text(inlines))
      case .content(let content): result.append(display(content))
      case .labelled(let label, let content):
        let item = "- **\(MarkupText.markdown(label))**\(MarkupText.markdown(separator)) \(inline(content))"
        isList = true
        if wasList { result[result.count - 1] += "\n" + item } else { result.append(item) }
      case .table(let head, let rows): result.append(table(head, rows))
      case .picture: break
      }
    }
    return result
  }

  private var separator: String { language == .en ? ":" : "：" }

  private func display(_ content: TraceDocument.Content) -> String {
    math(content).map { "$$\n\($0)\n$$" } ?? inline(content)
  }

  private func inline(_ content: TraceDocument.Content) -> String {
    if let math = math(content) { return "$\(math)$" }
    switch content {
    case .rule(let rule):
      return MarkupText.markdown(rule.name[language] + TraceWords.labelEnd[language])
        + "$\(MarkupText.harmlessMath(RuleNotation.latex(rule.statement[language])))$"
    case .prose(let inlines): return text(inlines)
    default: return ""
    }
  }

  /// The content as one line of mathematics, if it is that.
  private func math(_ content: TraceDocument.Content) -> String? {
    formulas.math(content) { "\\boxed{\($0)}" }.map(MarkupText.harmlessMath)
  }

  private func text(_ inlines: [TraceDocument.Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): MarkupText.markdown(text)
      case .formula(let expression): "$\(MarkupText.harmlessMath(formulas.text(expression)))$"
      case .step(let id): "[\(TraceWords.step(id)[language])](#step-\(id))"
      }
    }.joined()
  }

  private func table(_ head: [String], _ rows: [[Expression]]) -> String {
    let lines =
      [head.map(MarkupText.markdown), head.map { _ in "---" }]
      + rows.map { $0.map { "$\(MarkupText.harmlessMath(formulas.text($0)))$" } }
    return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }
}
