import Diagnostics
import Screen
import Tutor

/// The notes of a lesson's screen: above the line at the bottom, or on the presenter's own screen.
extension Frame {
  // MARK: Notes on the same screen

  /// The notes above the line at the bottom: in rows that are free, else what is shown moves together for them.
  mutating func drawNotes() {
    guard state.page == .walk, state.kind == .lesson, let view = LessonView(state, type) else { return }
    let rows = noteRows(NotesView(view))
    guard !rows.isEmpty, size.rows - rows.count >= View.smallest.rows else { return }
    let bottom = size.rows - 1
    let used = (1..<bottom).last { row in (0..<size.columns).contains { !grid[$0, row].isSpace } } ?? 0
    if bottom - used - 1 <= rows.count {
      var upper = Frame(state, Size(columns: size.columns, rows: size.rows - rows.count))
      upper.drawPage()
      hits = upper.hits
      for row in 0..<upper.size.rows {
        // The line at the bottom stays there.
        let place = row == upper.size.rows - 1 ? bottom : row
        grid.copy(row: row, of: upper.grid, to: place)
      }
      grid.cursor = upper.grid.cursor.map { Point(column: $0.column, row: $0.row + rows.count) }
    }
    for (number, row) in rows.enumerated() {
      let place = bottom - rows.count + number
      grid.fill(" ", columns: 0..<size.columns, rows: place..<place + 1, Style())
      row.draw(on: &grid, at: lessonLeft, place, width: textColumns)
    }
  }

  /// A heading and the notes; nothing where no one is to see them.
  private func noteRows(_ notes: NotesView) -> [StyledRow] {
    var heading = type[Words(en: "Notes", zh: "备注")]
    switch state.audience {
    case .learner: return []
    case .author: if notes.texts.isEmpty { return [] }
    case .room(let presentation):
      guard presentation.showsNotes else { return [] }
      heading += type.sign(.dot) + notes.time(presentation)
    }
    var rows = notes.notes(columns: textColumns - 2, Style(.faint))
    let most = max(2, size.rows / 3)
    if rows.count > most {
      rows = rows.prefix(most - 1) + [StyledRow(type.sign(.ellipsis), Style(.faint))]
    }
    if rows.isEmpty { rows = [StyledRow(type[Words(en: "none for this screen", zh: "这一屏没有备注")], Style(.faint))] }
    let mark = type.sign(.upright) + " "
    return ([StyledRow(heading, Style(.faint, bold: true))] + rows).map { $0.indented(mark, Style(.faint)) }
  }
}
