/// How text of twice the usual size comes on a screen.
package enum LargeText: String, Codable, Sendable {
  /// As lines of double height (DEC's DECDHL).
  case lines
  /// As characters of two rows (kitty's text sizing protocol).
  case sized
  /// As characters with spaces between them, where the terminal has neither.
  case spaced
}

/// A part of a screen whose cells are four cells large.
package struct LargeArea: Hashable, Sendable {
  package let text: LargeText
  /// The row of the screen where it begins.
  package let top: Int
  /// Half as many columns and rows as it covers.
  package let grid: Grid

  package init(_ text: LargeText, top: Int, _ grid: Grid) { (self.text, self.top, self.grid) = (text, top, grid) }

  /// The rows of the screen that it covers.
  package var rows: Range<Int> { top..<top + 2 * grid.size.rows }
}

extension Grid {
  /// Puts the area in: as it is, where the terminal enlarges it, else with a space behind each character.
  package mutating func put(_ area: LargeArea) {
    guard area.text == .spaced else {
      large = [area]
      return
    }
    for row in 0..<area.grid.size.rows {
      for column in 0..<area.grid.size.columns {
        let cell = area.grid[column, row]
        if cell.isRightHalf || cell == .blank { continue }
        let place = area.top + 2 * row
        write(cell.text, at: 2 * column, place, cell.style)
        // A ground goes on, and so do lines.
        let next = area.grid[column + 1, row]
        if next.isRightHalf { continue }
        if next.style == cell.style { write(" ", at: 2 * column + 1, place, cell.style) }
        if ["─", "-", "━", "╌"].contains(cell.text), next.text == cell.text {
          write(cell.text, at: 2 * column + 1, place, cell.style)
        }
      }
    }
  }
}
