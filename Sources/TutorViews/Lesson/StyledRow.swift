import Diagnostics
import Lessons
import Screen

/// One line of text whose parts may look different.
struct StyledRow {
  typealias Part = (text: String, style: Style)

  var parts: [Part]

  init(_ text: String = "", _ style: Style = Style()) { parts = text.isEmpty ? [] : [(text, style)] }

  init(_ row: TextRow) { self.init(row.text, row.style) }

  private init(parts: [(String, Style)]) { self.parts = parts }

  var text: String { parts.map(\.text).joined() }

  func draw(on grid: inout Grid, at column: Int, _ row: Int, width: Int) {
    var at = column
    for part in parts where at < column + width {
      at = grid.write(part.text, at: at, row, part.style, width: column + width - at)
    }
  }

  func indented(_ prefix: String, _ style: Style = Style()) -> StyledRow { StyledRow(parts: [(prefix, style)] + parts) }

  static func width(of parts: [Part]) -> Int { parts.reduce(0) { $0 + Screen.width(of: $1.text) } }

  /// Cells one behind the other, a new row where one does not fit; aligned, all are as wide as the widest.
  static func flow(_ cells: [[Part]], columns: Int, isAligned: Bool = false) -> [StyledRow] {
    let widest = isAligned ? cells.map(width).max() ?? 0 : 0
    var rows: [StyledRow] = []
    var (row, at, padding) = (StyledRow(), 0, 0)
    for cell in cells where !cell.isEmpty {
      let used = width(of: cell)
      if at > 0, at + 2 + max(used, widest) > columns {
        rows.append(row)
        (row, at, padding) = (StyledRow(), 0, 0)
      }
      if at > 0 {
        row.parts.append((String(repeating: " ", count: 2 + padding), Style()))
        at += 2
      }
      row.parts += cell
      at += max(used, widest)
      padding = max(0, widest - used)
    }
    if at > 0 { rows.append(row) }
    return rows
  }

  /// Broken into lines as the lint counts them; the styles follow their characters.
  static func wrap(_ characters: [(character: Character, style: Style)], columns: Int) -> [StyledRow] {
    var place = 0
    return TextFlow.lines(of: String(characters.map(\.character)), columns: columns).map { line in
      var row = StyledRow()
      for character in line {
        // Blanks at a line's end were left out.
        while place < characters.count, characters[place].character != character { place += 1 }
        let style = place < characters.count ? characters[place].style : Style()
        place += 1
        if let last = row.parts.last, last.style == style {
          row.parts[row.parts.count - 1].text.append(character)
        } else {
          row.parts.append((String(character), style))
        }
      }
      return row
    }
  }
}

extension StyledRow {
  /// Plain text broken into lines.
  static func wrap(_ text: String, columns: Int, _ style: Style = Style()) -> [StyledRow] {
    TextFlow.lines(of: text, columns: columns).map { StyledRow($0, style) }
  }
}
