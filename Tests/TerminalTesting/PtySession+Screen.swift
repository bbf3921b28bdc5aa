package import Screen

extension PtySession {
  package var isOnAlternateScreen: Bool { terminal.isOnAlternateScreen }
  package var isCursorVisible: Bool { terminal.isCursorVisible }
  package var isBracketedPasteOn: Bool { terminal.isPasteMarked }
  package var isMouseReported: Bool { terminal.isMouseReported }
  package var cursor: Point { Point(column: terminal.cursor.column, row: terminal.cursor.row) }

  /// A cell of the screen.
  package func cell(_ column: Int, _ row: Int) -> ScreenCell { terminal.cell(column, row) }

  /// The screen's lines without blanks at their ends.
  package var lines: [String] {
    (0..<terminal.rows).map { row in
      var line = (0..<terminal.columns).map { terminal.cell($0, row).text }.joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The cells of the first place where a text stands; empty if it stands nowhere.
  package func cells(of text: String) -> [ScreenCell] {
    for row in 0..<terminal.rows {
      let cells = (0..<terminal.columns).map { terminal.cell($0, row) }
      for start in cells.indices {
        var rest = text[...]
        var end = start
        while end < cells.count, !rest.isEmpty, rest.hasPrefix(cells[end].text) {
          rest = rest.dropFirst(cells[end].text.count)
          end += 1
        }
        if rest.isEmpty { return Array(cells[start..<end]) }
      }
    }
    return []
  }

  /// The screen for a person to look at when a test fails.
  package var picture: String {
    let rule = String(repeating: "-", count: terminal.columns)
    return ([rule] + lines + [rule]).joined(separator: "\n")
  }
}
