import Diagnostics

/// A table set in columns: as wide as their longest cell, and where that is too wide, the widest are broken into lines.
package struct TableLayout: Equatable, Sendable {
  /// The width of each column.
  package let widths: [Int]
  /// The lines of each cell, row by row, the heading first.
  package let rows: [[[String]]]
  /// Between two columns.
  package static let gap = 3

  package init(_ heading: [[Prose.Inline]], _ rows: [[[Prose.Inline]]], columns: Int) {
    self.init(([heading] + rows).map { $0.map { $0.map(\.plain).joined() } }, columns: columns)
  }

  /// The texts of the cells, the heading's first.
  package init(_ texts: [[String]], columns: Int) {
    let count = texts.map(\.count).max() ?? 0
    var widths = (0..<count).map { column in
      texts.compactMap { $0.indices.contains(column) ? DisplayWidth.of($0[column]) : nil }.max() ?? 0
    }
    let room = max(count * 4, columns - Self.gap * max(0, count - 1))
    while widths.reduce(0, +) > room, let widest = widths.max(), let index = widths.firstIndex(of: widest), widest > 4 {
      widths[index] -= 1
    }
    self.widths = widths
    rows = texts.map { row in
      row.enumerated().map { TextFlow.lines(of: $1, columns: max(2, widths[$0])) }
    }
  }

  /// The rows of text that it takes, with the line under the heading.
  package var height: Int { 1 + rows.reduce(0) { $0 + ($1.map(\.count).max() ?? 1) } }

  /// The lines of one row, cells filled up with blanks.
  package func lines(ofRow row: Int) -> [[String]] {
    let height = rows[row].map(\.count).max() ?? 1
    return (0..<height).map { line in
      rows[row].enumerated().map { column, cell in
        let text = cell.indices.contains(line) ? cell[line] : ""
        return text + String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(text)))
      }
    }
  }
}
