import Diagnostics
import Lessons
import Screen

/// One line of text whose parts may look different.
struct StyledRow {
  var parts: [(text: String, style: Style)]

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
