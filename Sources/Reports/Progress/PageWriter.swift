import Diagnostics
import Screen

/// Lines of styled text of one width, as many as it takes.
struct PageWriter {
  let look: Look
  private(set) var lines: [[Piece]] = []
  /// The rows that were marked, so that they can be found again.
  private(set) var marks: [Int] = []

  struct Piece {
    let text: String
    let style: Style
  }

  init(_ look: Look) { self.look = look }

  /// Narrower pages say nothing.
  var columns: Int { max(20, look.size.columns) }

  /// Marks the row that comes next.
  mutating func mark() { marks.append(lines.count) }

  mutating func add(_ pieces: [Piece] = []) { lines.append(pieces) }

  mutating func add(_ text: String, _ style: Style = Style()) { add([Piece(text: text, style: style)]) }

  /// A heading, with a blank line before it unless it is the first.
  mutating func heading(_ words: Words) {
    if !lines.isEmpty { add() }
    add(look[words], Style(.heading, bold: true))
  }

  /// A paragraph, broken at the width, all its lines behind the indentation.
  mutating func paragraph(_ text: String, indent: Int = 2, _ style: Style = Style()) {
    for line in TextFlow.lines(of: look.prose(text), columns: columns - indent) {
      add(String(repeating: " ", count: indent) + line, style)
    }
  }

  /// The page; what is longer than its width is cut.
  var grid: Grid {
    var grid = Grid(Size(columns: columns, rows: lines.count))
    for (row, line) in lines.enumerated() {
      var column = 0
      for piece in line { column = grid.write(look.prose(piece.text), at: column, row, piece.style) }
    }
    return grid
  }
}
