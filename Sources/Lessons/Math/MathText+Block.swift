package import Diagnostics
package import Expressions

extension MathText {
  /// The formula as on a board, by `sign` in what characters the terminal has.
  ///
  /// Fractions are stacked; indices that are more than digits stand a row lower, powers a row higher.
  package func block(_ style: TextStyle, _ sign: (String) -> String) -> TextBlock {
    switch self {
    case .sign(let text), .words(let text): return TextBlock(sign(text))
    case .row(let parts): return .row(Self.spaced(parts, style, sign))
    case .fraction(let over, let under):
      return .fraction(over.block(style, sign), under.block(style, sign), style: style)
    case .root(let inner):
      let block = inner.block(style, sign)
      let root = TextBlock(sign("√"))
      return .row([root, inner.isTall || inner.line.count > 1 ? block.parenthesised(style: style) : block])
    case .scripts(let base, let below, let above):
      return base.block(style, sign).scripts(
        below: below.map { Self.script($0, MathText.lowered, style, sign) },
        above: above.map { Self.script($0, MathText.raised, style, sign) })
    case .accented(let base, let mark): return TextBlock(sign(Self.accented(base.line, mark)))
    case .fenced(let left, let inner, let right):
      return inner.block(style, sign).fenced(sign(left), sign(right), style: style)
    case .grid(let rows, let alignment): return Self.grid(rows, alignment, style, sign)
    }
  }

  /// A script that has raised or lowered signs is a text of one line on its base's row, else a block of its own.
  private static func script(
    _ script: MathText, _ set: (MathText) -> String, _ style: TextStyle, _ sign: (String) -> String
  ) -> (text: String?, block: TextBlock) {
    let text = set(script)
    let isInline = text.first != "_" && text.first != "^"
    return (isInline ? sign(text) : nil, script.block(style, sign))
  }

  private static func spaced(_ parts: [MathText], _ style: TextStyle, _ sign: (String) -> String) -> [TextBlock] {
    parts.enumerated().map { number, part in
      let block = part.block(style, sign)
      guard case .words(let text) = part, number + 1 < parts.count, needsGap(text.last, parts[number + 1].line.first)
      else {
        return block
      }
      return .row([block, TextBlock(" ")])
    }
  }

  private static func grid(
    _ rows: [[MathText]], _ alignment: Alignment, _ style: TextStyle, _ sign: (String) -> String
  ) -> TextBlock {
    let blocks = rows.map { $0.map { $0.block(style, sign) } }
    let columns = blocks.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      blocks.compactMap { $0.indices.contains(column) ? $0[column].width : nil }.max() ?? 0
    }
    let gap = TextBlock(alignment == .equations ? "" : "  ")
    var lines: [String] = []
    var isTall = false
    for (number, row) in blocks.enumerated() {
      let cells = row.enumerated().flatMap { column, cell -> [TextBlock] in
        let room = widths[column] - cell.width
        let left: Int =
          switch alignment {
          case .equations: column.isMultiple(of: 2) ? room : 0
          case .left: 0
          case .centered: room / 2
          }
        let (before, after) = (TextBlock(blank(left)), TextBlock(blank(room - left)))
        return (column == 0 ? [] : [gap]) + [before, cell, after]
      }
      let line = TextBlock.row(cells)
      // A blank row keeps stacked fractions apart.
      if number > 0, isTall || line.height > 1 { lines.append("") }
      isTall = line.height > 1
      lines += line.rows
    }
    return TextBlock(rows: lines, baseline: (lines.count - 1) / 2)
  }

  private static func blank(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

extension TextBlock {
  /// With scripts at the right: signs of one line beside the base, blocks in rows of their own above and below.
  fileprivate func scripts(
    below: (text: String?, block: TextBlock)?, above: (text: String?, block: TextBlock)?
  ) -> TextBlock {
    let inline = (below?.text ?? "") + (above?.text ?? "")
    let base = inline.isEmpty ? self : .row([self, TextBlock(inline)])
    let low = below.flatMap { $0.text == nil ? $0.block : nil }
    let high = above.flatMap { $0.text == nil ? $0.block : nil }
    guard low != nil || high != nil else { return base }
    let width = max(low?.width ?? 0, high?.width ?? 0)
    func room(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
    func padded(_ block: TextBlock) -> [String] { block.rows.map { room(base.width) + $0 + room(width - block.width) } }
    let middle = base.rows.map { $0 + room(width) }
    return TextBlock(
      rows: (high.map(padded) ?? []) + middle + (low.map(padded) ?? []), baseline: (high?.height ?? 0) + base.baseline)
  }

  /// Between delimiters as tall as the block.
  fileprivate func fenced(_ left: String, _ right: String, style: TextStyle) -> TextBlock {
    if left == "(", right == ")" { return parenthesised(style: style) }
    return .row([delimiter(left, style), self, delimiter(right, style)])
  }

  private func delimiter(_ sign: String, _ style: TextStyle) -> TextBlock {
    guard height > 1, !sign.isEmpty else { return TextBlock(sign) }
    let tall: [String: (top: String, middle: String, bottom: String, center: String)] =
      style == .unicode
      ? [
        "(": ("⎛", "⎜", "⎝", "⎜"), ")": ("⎞", "⎟", "⎠", "⎟"), "[": ("⎡", "⎢", "⎣", "⎢"), "]": ("⎤", "⎥", "⎦", "⎥"),
        "{": ("⎧", "⎪", "⎩", "⎨"), "}": ("⎫", "⎪", "⎭", "⎬"),
      ]
      : ["(": ("/", "|", "\\", "|"), ")": ("\\", "|", "/", "|")]
    let parts = tall[sign] ?? (style == .unicode && sign == "|" ? ("│", "│", "│", "│") : ("|", "|", "|", "|"))
    let rows = (0..<height).map { row in
      switch row {
      case 0: parts.top
      case height - 1: parts.bottom
      case height / 2: parts.center
      default: parts.middle
      }
    }
    return TextBlock(rows: rows, baseline: baseline)
  }
}
