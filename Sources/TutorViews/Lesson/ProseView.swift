import Diagnostics
import Expressions
import Lessons
import Screen

/// What a lesson says, set in lines: headings bold, code and emphasis set apart, lists indented.
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
    case .math(let formula, _): return mathRows(formula, columns)
    case .table(let heading, let rows): return tableRows(heading, rows, columns)
    case .admonition(let kind, let blocks):
      let style = Style(kind.role, bold: true)
      let bar = type.sign(.heavyUpright) + " "
      return [StyledRow(type[kind.words], style).indented(bar, style)]
        + rows(blocks, columns: columns - 2).map { $0.indented(bar, style) }
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

  // MARK: Formulas and tables

  /// A formula of its own, as on a board; on one line where that is wider than there is room.
  private func mathRows(_ formula: MathText, _ columns: Int) -> [StyledRow] {
    let formula = type.lettered(formula)
    let block = formula.block(type.notation) { type.look.formula($0) }
    guard block.width <= columns else {
      return StyledRow.wrap(type.look.formula(formula.line), columns: columns, Style(.lit))
    }
    let inset = String(repeating: " ", count: min(4, columns - block.width))
    return block.rows.map { StyledRow($0, Style(.lit)).indented(inset) }
  }

  private func tableRows(
    _ heading: [[Prose.Inline]], _ rows: [[[Prose.Inline]]], _ columns: Int
  ) -> [StyledRow] {
    let texts = ([heading] + rows).map { $0.map { type.formula($0.map(\.plain).joined()) } }
    let layout = TableLayout(texts, columns: columns)
    let bar = " " + type.sign(.upright) + " "
    let (line, cross) = (type.sign(.rule), type.sign(.rule) + type.sign(.crossing) + type.sign(.rule))
    let under = layout.widths.map { String(repeating: line, count: $0) }.joined(separator: cross)
    return layout.rows.indices.flatMap { number in
      let lines = layout.lines(ofRow: number).map { cells in
        StyledRow(cells.joined(separator: bar), number == 0 ? Style(.heading, bold: true) : Style())
      }
      return number == 0 ? lines + [StyledRow(under, Style(.faint))] : lines
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
    case .picture(let parts, _):
      return [("[", Style(.faint))] + parts.flatMap { characters($0, style) } + [("]", Style(.faint))]
    case .math(let formula, _):
      return type.look.formula(type.lettered(formula).line).map { ($0, Style(.lit, bold: style.isBold)) }
    case .lineBreak: return [("\n", style)]
    }
  }
}

extension Prose.Block {
  /// The words alone, a line for each paragraph, item or line of code; with the addresses of links where these are to be
  /// read.
  func lines(_ type: Typesetter, hasAddresses: Bool = false) -> [String] {
    func plain(_ inlines: [Prose.Inline]) -> String {
      type.formula(inlines.map { hasAddresses ? $0.plainWithAddress : $0.plain }.joined())
    }
    return switch self {
    case .paragraph(let inlines), .heading(_, let inlines):
      [plain(inlines)].flatMap { $0.split(separator: "\n").map(String.init) }
    case .list(let items, let start):
      items.enumerated().flatMap { number, blocks in
        let mark = start.map { "\($0 + number). " } ?? "- "
        return blocks.flatMap { $0.lines(type, hasAddresses: hasAddresses) }.enumerated().map {
          ($0 == 0 ? mark : "  ") + $1
        }
      }
    case .quote(let blocks): blocks.flatMap { $0.lines(type, hasAddresses: hasAddresses) }
    case .admonition(let kind, let blocks):
      [type[kind.words] + ":"] + blocks.flatMap { $0.lines(type, hasAddresses: hasAddresses) }
    case .math(let formula, _): ["  " + Self.onOneLine(type.look.formula(type.lettered(formula).line))]
    case .table(let heading, let rows):
      ([heading] + rows).map {
        $0.map(plain).joined(separator: " " + type.sign(.upright) + " ")
      }
    case .code(let text): text.split(separator: "\n").map { "  " + type.formula(String($0)) }
    case .rule: []
    }
  }

  /// Rows that are aligned below each other, and go on with `=`, as one chain of equals.
  private static func onOneLine(_ formula: String) -> String {
    let words = formula.split(separator: " ")
    var parts: [Substring] = []
    for word in words {
      if word == "=", let last = parts.last, last.hasSuffix(";") { parts[parts.count - 1] = last.dropLast() }
      parts.append(word)
    }
    return parts.joined(separator: " ")
  }
}

extension Prose.Inline {
  /// The words, and behind each link where it leads, as paper needs it.
  fileprivate var plainWithAddress: String {
    switch self {
    case .text, .code, .math, .lineBreak: plain
    case .emphasis(let parts), .strong(let parts): parts.map(\.plainWithAddress).joined()
    case .picture(let parts, _): "[" + parts.map(\.plainWithAddress).joined() + "]"
    case .link(let parts, let address):
      address.isEmpty || address == plain ? plain : parts.map(\.plainWithAddress).joined() + " (\(address))"
    }
  }
}

extension Prose.Admonition {
  /// What its first line says.
  fileprivate var words: Words {
    switch self {
    case .note: Words(en: "Note", zh: "说明")
    case .tip: Words(en: "Tip", zh: "提示")
    case .important: Words(en: "Important", zh: "重要")
    case .warning: Words(en: "Warning", zh: "警告")
    case .caution: Words(en: "Caution", zh: "注意")
    }
  }

  fileprivate var role: Role {
    switch self {
    case .note, .tip: .heading
    case .important: .focus
    case .warning, .caution: .bad
    }
  }
}
