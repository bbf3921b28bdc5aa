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

  /// A heading and the notes; nothing where nobody is to see them.
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

  // MARK: The presenter's own screen

  mutating func drawNotesScreen(_ presentation: Presentation) {
    guard let view = LessonView(state, type) else { return }
    let notes = NotesView(view)
    drawLessonBar(view.run)
    let columns = textColumns
    let left = max(2, (size.columns - columns) / 2)
    var rows: [StyledRow] = []
    func label(_ words: Words) { rows.append(StyledRow(type[words], Style(.faint))) }
    rows.append(StyledRow(notes.time(presentation), Style(notes.isOver(presentation) ? .bad : .lit, bold: true)))
    rows += [
      StyledRow(), StyledRow(type[status(presentation)], Style(isLost(presentation) ? .bad : .faint)), StyledRow(),
    ]
    label(Words(en: "On the screen", zh: "屏幕上"))
    rows += StyledRow.wrap(notes.here, columns: columns - 2, Style(.plain, bold: true)).map { $0.indented("  ") }
    if let answer = notes.answer {
      rows += StyledRow.wrap(answer, columns: columns - 4, Style(.good)).prefix(2).map {
        $0.indented("  " + type.sign(.right) + " ", Style(.good))
      }
    }
    rows.append(StyledRow())
    label(Words(en: "Notes", zh: "备注"))
    let texts = notes.notes(columns: columns - 2, Style(.heading))
    rows += texts.map { $0.indented("  ") }
    if texts.isEmpty {
      rows.append(StyledRow("  " + type[Words(en: "none for this screen", zh: "这一屏没有备注")], Style(.faint)))
    }
    rows.append(StyledRow())
    label(Words(en: "Next", zh: "接下来"))
    rows += notes.next.flatMap { StyledRow.wrap($0, columns: columns - 2) }.map { $0.indented("  ") }
    for (number, row) in rows.prefix(lessonRows).enumerated() {
      row.draw(on: &grid, at: left, firstRow + number, width: columns)
    }
  }

  private func isLost(_ presentation: Presentation) -> Bool {
    switch presentation.side {
    case .notes(.ended), .notes(.apart): true
    default: false
    }
  }

  private func status(_ presentation: Presentation) -> Words {
    switch presentation.side {
    case .notes(.projector) where presentation.isBlank:
      Words(en: "The room's screen is dark.", zh: "教室屏幕已黑屏。")
    case .notes(.projector) where presentation.isAway:
      Words(en: "The room sees the walk.", zh: "教室屏幕上是推导。")
    case .notes(.projector): Words(en: "Follows the room's screen.", zh: "跟随教室屏幕。")
    case .notes(.ended):
      Words(en: "The presentation has ended; these keys move only this screen.", zh: "演示已结束，按键只移动本屏。")
    case .notes(.apart(.noFolder)):
      Words(
        en: "Cannot follow the room's screen: XDG_RUNTIME_DIR names no folder.",
        zh: "无法跟随教室屏幕：XDG_RUNTIME_DIR 没有指向文件夹。")
    case .notes(.apart(.sharedFolder)):
      Words(
        en: "Cannot follow the room's screen: others can use XDG_RUNTIME_DIR.",
        zh: "无法跟随教室屏幕：XDG_RUNTIME_DIR 不是你独用的文件夹。")
    case .notes(.own), .projector:
      Words(en: "No presentation is on; these keys move only this screen.", zh: "没有正在进行的演示，按键只移动本屏。")
    }
  }
}
