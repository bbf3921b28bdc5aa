package import Diagnostics

/// A formula as a rectangle of text: rows of equal display width and the row on which its axis lies.
package struct TextBlock: Hashable, Sendable {
  /// At least one row; all of the same display width.
  package let rows: [String]
  /// The index of the row that is in line with an operator beside the block.
  package let baseline: Int
  /// Terminal columns.
  package let width: Int

  /// One line of text.
  package init(_ line: String) {
    self.init(rows: [line], baseline: 0)
  }

  /// Rows of any widths, filled up with spaces on the right; the baseline is brought into range.
  package init(rows: [String], baseline: Int) {
    let rows = rows.isEmpty ? [""] : rows
    let widths = rows.map(DisplayWidth.of)
    let width = widths.reduce(0, max)
    self.rows = zip(rows, widths).map { $0 + Self.spaces(width - $1) }
    self.baseline = max(0, min(baseline, rows.count - 1))
    self.width = width
  }

  package var height: Int { rows.count }

  /// The rows joined by line feeds, without spaces at the ends of lines.
  package var text: String {
    rows.map { row in
      let end = row.lastIndex { $0 != " " }.map { row.index(after: $0) } ?? row.startIndex
      return String(row[..<end])
    }.joined(separator: "\n")
  }

  // MARK: Putting blocks together

  /// Blocks beside each other, baselines in line.
  package static func row(_ blocks: [TextBlock]) -> TextBlock {
    let above = blocks.map(\.baseline).reduce(0, max)
    let below = blocks.map { $0.height - 1 - $0.baseline }.reduce(0, max)
    var rows = Array(repeating: "", count: above + 1 + below)
    for block in blocks {
      let top = above - block.baseline
      for index in rows.indices {
        let own = index - top
        rows[index] += block.rows.indices.contains(own) ? block.rows[own] : spaces(block.width)
      }
    }
    return TextBlock(rows: rows, baseline: above)
  }

  /// One block over the other with a bar between, which is the axis.
  ///
  /// A fraction within a fraction gets a longer bar.
  package static func fraction(_ numerator: TextBlock, _ denominator: TextBlock, style: TextStyle) -> TextBlock {
    let isNested = numerator.height > 1 || denominator.height > 1
    let width = max(numerator.width, denominator.width) + (isNested ? 2 : 0)
    let bar = String(repeating: style == .unicode ? "─" : "-", count: width)
    return TextBlock(
      rows: numerator.centred(in: width) + [bar] + denominator.centred(in: width), baseline: numerator.height)
  }

  /// The exponent at the upper right: on the top row if one line of raised digits, else on rows of its own.
  package func raised(to exponent: TextBlock, isRaisedText: Bool) -> TextBlock {
    if isRaisedText {
      let rows = self.rows.enumerated().map { $1 + ($0 == 0 ? exponent.rows[0] : Self.spaces(exponent.width)) }
      return TextBlock(rows: rows, baseline: baseline)
    }
    let above = exponent.rows.map { Self.spaces(width) + $0 }
    return TextBlock(rows: above + rows.map { $0 + Self.spaces(exponent.width) }, baseline: baseline + exponent.height)
  }

  /// In parentheses as tall as the block.
  package func parenthesised(style: TextStyle) -> TextBlock {
    if height == 1 { return TextBlock(rows: ["(" + rows[0] + ")"], baseline: 0) }
    let isUnicode = style == .unicode
    let left = isUnicode ? ("⎛", "⎜", "⎝") : ("/", "|", "\\")
    let right = isUnicode ? ("⎞", "⎟", "⎠") : ("\\", "|", "/")
    let rows = self.rows.enumerated().map { index, row in
      switch index {
      case 0: left.0 + row + right.0
      case height - 1: left.2 + row + right.2
      default: left.1 + row + right.1
      }
    }
    return TextBlock(rows: rows, baseline: baseline)
  }

  private func centred(in total: Int) -> [String] {
    let left = (total - width) / 2
    return rows.map { Self.spaces(left) + $0 + Self.spaces(total - width - left) }
  }

  private static func spaces(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }
}
