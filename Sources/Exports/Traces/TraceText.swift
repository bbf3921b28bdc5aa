package import Diagnostics
import Expressions
import Networks
package import Traces

/// The derivation as plain text, to be read on a terminal or aloud.
package enum TraceText {
  /// Cost: proportional to the steps.
  package static func text(_ trace: Trace, language: Language, style: TextStyle = .unicode) -> String {
    let document = TraceDocument(trace, language: language, style: style)
    let writer = TextWriter(language: language, style: style, letters: trace.network.architecture.letters)
    // Names come from files: no character of them may act on a terminal.
    return writer.lines(of: document).map { SourceText.harmless($0) + "\n" }.joined()
  }
}

/// Writes a document line by line.
private struct TextWriter {
  let language: Language
  let style: TextStyle
  let letters: NameTable?

  func lines(of document: TraceDocument) -> [String] {
    var lines = underlined(document.title, with: "=")
    for section in document.sections {
      lines.append("")
      let heading = text(section.heading)
      if section.level == 2 {
        lines += [""] + underlined(heading, with: "-")
      } else {
        lines.append(heading)
      }
      let indent = section.level == 2 ? "" : "  "
      lines += blocks(section.blocks).map { $0.isEmpty ? "" : indent + $0 }
    }
    return lines
  }

  private func underlined(_ heading: String, with sign: Character) -> [String] {
    [heading, String(repeating: sign, count: max(3, DisplayWidth.of(heading)))]
  }

  private func blocks(_ blocks: [TraceDocument.Block]) -> [String] {
    let labels = blocks.map { block in
      if case .labelled(let label, _) = block { label } else { "" }
    }
    let width = labels.map(DisplayWidth.of).max() ?? 0
    return blocks.flatMap { block -> [String] in
      switch block {
      case .prose(let inlines), .note(let inlines): return [text(inlines)]
      case .content(let content): return [text(content)]
      case .labelled(let label, let content):
        let room = String(repeating: " ", count: width - DisplayWidth.of(label))
        return [label + TraceWords.labelEnd[language] + room + text(content)]
      case .table(let head, let rows): return table(head, rows.map { $0.map(formula) })
      case .picture: return []
      }
    }
  }

  private func text(_ content: TraceDocument.Content) -> String {
    switch content {
    case .equation(let left, let right): ([left].compactMap { $0 } + right).map(formula).joined(separator: " = ")
    case .identity(let left, let factors, let marked):
      (left.map { formula($0) + " = " } ?? "")
        + factors.enumerated().map { $0 == marked ? "[\(formula($1))]" : formula($1) }
        .joined(separator: style == .unicode ? " · " : " * ")
    case .rule(let rule):
      rule.name[language] + TraceWords.labelEnd[language] + RuleNotation.text(rule, language: language, style: style)
    case .values(let values, let isShortened):
      values.map { "\(formula($0.name)) = \(formula($0.value))" }.joined(separator: ", ")
        + (isShortened ? (style == .unicode ? ", …" : ", ...") : "")
    case .prose(let inlines): text(inlines)
    }
  }

  private func text(_ inlines: [TraceDocument.Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): text
      case .formula(let expression): formula(expression)
      case .step(let id): TraceWords.step(id)[language]
      }
    }.joined()
  }

  private func formula(_ expression: Expression) -> String {
    expression.text(style, in: letters, numberDigits: TraceDocument.digits)
  }

  private func table(_ head: [String], _ rows: [[String]]) -> [String] {
    let all = [head] + rows
    let widths = head.indices.map { column in all.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    return all.map { row in
      zip(row, widths).map { $0 + String(repeating: " ", count: $1 - DisplayWidth.of($0)) }.joined(separator: "  ")
        .trimmingSpaces
    }
  }
}

extension String {
  /// Without spaces at the end.
  fileprivate var trimmingSpaces: String {
    lastIndex { $0 != " " }.map { String(self[...$0]) } ?? ""
  }
}
