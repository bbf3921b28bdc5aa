import Lessons
import Screen

/// What a lesson says, set in lines: headings bold, code and emphasis to be told apart, lists indented.
struct ProseView {
  let type: Typesetter

  /// The rows of blocks, a blank one between them.
  func rows(_ blocks: [Prose.Block], columns: Int) -> [StyledRow] {
    Array(blocks.map { rows($0, columns: columns) }.joined(separator: [StyledRow()]))
  }

  private func rows(_ block: Prose.Block, columns: Int) -> [StyledRow] {
    switch block {
    case .paragraph(let inlines): return wrap(inlines, columns, Style())
    case .heading(_, let inlines): return wrap(inlines, columns, Style(.heading, bold: true))
    case .list(let items, let start): return items.enumerated().flatMap { list($1, $0, start, columns) }
    case .quote(let blocks):
      return rows(blocks, columns: columns - 2).map { $0.indented(type.sign(.upright) + " ", Style(.faint)) }
    case .code(let text):
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last == "" { lines.removeLast() }
      // Set in where the longest line leaves room for it.
      let isSetIn = lines.allSatisfy { Screen.width(of: type.formula($0)) <= columns - 2 }
      return lines.map { StyledRow(type.formula($0), Style(.lit)).indented(isSetIn ? "  " : "") }
    case .rule: return [StyledRow(String(repeating: type.sign(.rule), count: min(columns, 24)), Style(.faint))]
    }
  }

  private func list(_ blocks: [Prose.Block], _ number: Int, _ start: Int?, _ columns: Int) -> [StyledRow] {
    let mark = start.map { "\($0 + number). " } ?? type.sign(.bullet) + " "
    let width = start == nil ? 2 : 4
    let padding = String(repeating: " ", count: width)
    return rows(blocks, columns: columns - width).enumerated().map { place, row in
      let prefix = place == 0 ? mark + String(repeating: " ", count: max(0, width - Screen.width(of: mark))) : padding
      return row.indented(prefix, Style(place == 0 ? .heading : .plain))
    }
  }

  private func wrap(_ inlines: [Prose.Inline], _ columns: Int, _ base: Style) -> [StyledRow] {
    StyledRow.wrap(inlines.flatMap { characters($0, base) }, columns: columns)
  }

  private func characters(_ inline: Prose.Inline, _ style: Style) -> [(character: Character, style: Style)] {
    switch inline {
    case .text(let text): return type.formula(text).map { ($0, style) }
    case .code(let text): return type.formula(text).map { ($0, Style(.lit, bold: style.isBold)) }
    case .emphasis(let parts):
      var underlined = style
      underlined.isUnderlined = true
      return parts.flatMap { characters($0, underlined) }
    case .strong(let parts):
      var bold = style
      bold.isBold = true
      return parts.flatMap { characters($0, bold) }
    case .link(let parts, _): return parts.flatMap { characters($0, style) }
    case .lineBreak: return [("\n", style)]
    }
  }
}

extension Prose.Block {
  /// The words alone, a line for each paragraph, item or line of code.
  func lines(_ type: Typesetter) -> [String] {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines):
      [type.formula(inlines.map(\.plain).joined())].flatMap { $0.split(separator: "\n").map(String.init) }
    case .list(let items, let start):
      items.enumerated().flatMap { number, blocks in
        let mark = start.map { "\($0 + number). " } ?? "- "
        return blocks.flatMap { $0.lines(type) }.enumerated().map { ($0 == 0 ? mark : "  ") + $1 }
      }
    case .quote(let blocks): blocks.flatMap { $0.lines(type) }
    case .code(let text): text.split(separator: "\n").map { "  " + type.formula(String($0)) }
    case .rule: []
    }
  }
}
