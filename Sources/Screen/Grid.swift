import Diagnostics

/// Columns and rows.
package struct Size: Hashable, Codable, Sendable {
  package var columns: Int
  package var rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A cell's place, counted from 0 at the top left.
package struct Point: Hashable, Codable, Sendable {
  package var column: Int
  package var row: Int

  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A screen as data.
///
/// Whatever is drawn outside is clipped; nothing here can trap or act on a terminal.
package struct Grid: Hashable, Sendable {
  package let size: Size
  /// Row by row.
  package private(set) var cells: [Cell]
  /// Where the terminal's cursor is; nil hides it.
  package var cursor: Point?

  /// What the terminal enlarges; at most one, below which all cells are blank.
  package internal(set) var large: [LargeArea] = []

  /// No terminal is larger, and a grid of this size takes 16 MB.
  package static let largest = Size(columns: 2000, rows: 1000)

  /// Blank; negative sizes count as none, giant ones as the largest.
  package init(_ size: Size) {
    self.size = Size(
      columns: max(0, min(size.columns, Self.largest.columns)), rows: max(0, min(size.rows, Self.largest.rows)))
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  /// A cell; blank outside.
  package subscript(column: Int, row: Int) -> Cell {
    contains(column, row) ? cells[row * size.columns + column] : .blank
  }

  /// Takes a whole row from a grid of the same width; of another width, or outside, nothing.
  package mutating func copy(row: Int, of other: Grid, to place: Int) {
    guard other.size.columns == size.columns, other.contains(0, row), contains(0, place) else { return }
    let cells = other.cells[row * size.columns..<(row + 1) * size.columns]
    self.cells.replaceSubrange(place * size.columns..<(place + 1) * size.columns, with: cells)
  }

  /// Whether a place is inside.
  package func contains(_ column: Int, _ row: Int) -> Bool {
    column >= 0 && column < size.columns && row >= 0 && row < size.rows
  }

  /// Writes text and returns the column behind it, even where it was clipped.
  ///
  /// At most `width` columns are used. A wide character that would be cut leaves a blank; one that is overwritten by half
  /// loses its other half. Control and invisible characters are shown as U+FFFD, marks beyond two on a character dropped.
  @discardableResult
  package mutating func write(
    _ text: String, at column: Int, _ row: Int, _ style: Style = Style(), width: Int = .max
  ) -> Int {
    // Clamped, so that no sum below can overflow.
    var at = max(-Self.farthest, min(column, Self.farthest))
    let end = min(size.columns, at + max(0, min(width, Self.farthest)))
    if text.unicodeScalars.allSatisfy({ DisplayWidth.ofSimple($0) != nil }) {
      for scalar in text.unicodeScalars where at < Self.farthest {
        write(Cell(scalar, style: style), columns: DisplayWidth.ofSimple(scalar) ?? 0, &at, end, row)
      }
      return at
    }
    for character in text where at < Self.farthest {
      let safe = SafeText.character(character)
      let columns = DisplayWidth.of(safe)
      if columns == 0 { continue }
      write(Cell(text: String(safe), style: style), columns: columns, &at, end, row)
    }
    return at
  }

  /// One character of a text that ends before the column `end`.
  private mutating func write(_ cell: Cell, columns: Int, _ at: inout Int, _ end: Int, _ row: Int) {
    if at < 0, at + columns > 0 {
      // Its left half is outside.
      put(Cell(" ", style: cell.style), columns: 1, 0, row)
    } else if at + columns <= end {
      put(cell, columns: columns, at, row)
    } else if at < end {
      put(Cell(" ", style: cell.style), columns: 1, at, row)
    }
    at += columns
  }

  /// Changes the style of cells and leaves their text.
  package mutating func restyle(_ columns: Range<Int>, _ row: Int, _ change: (inout Style) -> Void) {
    for column in columns where contains(column, row) { change(&cells[row * size.columns + column].style) }
  }

  /// Writes a text at every place of a rectangle.
  package mutating func fill(_ text: String, columns: Range<Int>, rows: Range<Int>, _ style: Style) {
    for row in rows { for column in columns { write(text, at: column, row, style) } }
  }

  /// Puts cells as they are, at indices row by row; the caller sees to both halves of what is wide.
  mutating func replace(_ indices: [Int32], with new: [Cell]) {
    cells.withUnsafeMutableBufferPointer { cells in
      for (index, cell) in zip(indices, new) where cells.indices.contains(Int(index)) { cells[Int(index)] = cell }
    }
  }

  /// Farther than any column of any screen.
  private static let farthest = 1 << 20

  private mutating func put(_ cell: Cell, columns: Int, _ column: Int, _ row: Int) {
    guard contains(column, row) else { return }
    for offset in 0..<columns { release(column + offset, row) }
    cells[row * size.columns + column] = cell
    if columns == 2, contains(column + 1, row) {
      cells[row * size.columns + column + 1] = Cell(text: "", style: cell.style)
    }
  }

  /// Blanks the other half of a wide character before one half is overwritten.
  private mutating func release(_ column: Int, _ row: Int) {
    guard contains(column, row) else { return }
    let index = row * size.columns + column
    if cells[index].isRightHalf, column > 0 {
      cells[index - 1].text = " "
    } else if contains(column + 1, row), cells[index + 1].isRightHalf {
      cells[index + 1].text = " "
    }
  }

  /// The lines of text without spaces at their ends.
  package var lines: [String] {
    (0..<size.rows).map { row in
      var line = ""
      for column in 0..<size.columns { line += self[column, row].text }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
