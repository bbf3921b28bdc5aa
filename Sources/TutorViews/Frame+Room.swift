import Diagnostics
import Lessons
import Networks
import Screen
import Traces
import Tutor

/// A lesson in front of a room: in the middle of large screens, empty and dark when it is to be; and the presenter's notes.
extension Frame {
  /// Nothing at all, and black where there are colours.
  mutating func drawDark() {
    grid.fill(" ", columns: 0..<size.columns, rows: 0..<size.rows, Style(.dark))
  }

  // MARK: Large screens

  /// Whether there is room for air around what is shown.
  var isAiry: Bool { state.presentation != nil && size.columns >= 100 && size.rows >= 30 }

  /// What is shown on a large screen is so wide, and stands in its middle.
  var airyColumns: Int { min(size.columns - 8, 110) }

  /// Words, picture and question one below the other in the middle, each at a place that an answer does not change.
  mutating func drawInTheMiddle(_ view: LessonView) {
    let columns = textColumns
    let (prose, task, said) = (
      view.prose(columns: columns), view.task(columns: columns), view.said(columns: columns)
    )
    let air = size.rows >= 44 ? 2 : 1
    // An answer has its room beforehand, so that nothing moves when it comes.
    let reserve = task.isEmpty ? 0 : max(said.count + view.rowsToCome(columns: columns), Screenful.rowsOfFeedback)
    let gaps = air * [prose.count, task.count, reserve].count { $0 > 0 }
    let picture = PictureLayout.rows(
      state.walk.network.architecture, columns: airyColumns, usual: 9 + max(0, size.rows - 24) * 2 / 5,
      most: lessonRows - prose.count - task.count - reserve - gaps)
    let height = picture >= 7 ? picture : 0
    let used = prose.count + task.count + reserve + gaps + height
    var top = firstRow + max(0, (lessonRows - used) / 3)
    if height == 0, used > lessonRows { return drawRows(joined([prose, task, said]), from: 0) }
    top = drawColumn(prose, top, air)
    if height > 0 {
      drawPicture(left: lessonLeft, top: top, Size(columns: airyColumns, rows: height))
      top += height + air
    }
    top = drawColumn(task, top, air)
    _ = drawColumn(said, top, air)
  }

  /// Rows in the column of words; the row behind them and the air.
  private mutating func drawColumn(_ rows: [StyledRow], _ top: Int, _ air: Int) -> Int {
    for (number, row) in rows.enumerated() where top + number < size.rows - 1 {
      row.draw(on: &grid, at: lessonLeft, top + number, width: drawnColumns)
    }
    return rows.isEmpty ? top : top + rows.count + air
  }

  func roomHints() -> [(String, Words)] {
    let (next, back) = (type.sign("→", "Space"), type.sign("←", "BS"))
    let always = [
      ("o", Words(en: "screens", zh: "各屏")), ("?", Words(en: "help", zh: "帮助")), ("q", Words(en: "quit", zh: "退出")),
    ]
    if state.presentation?.isNotesScreen == true {
      return [(next, Words(en: "next", zh: "前进")), (back, Words(en: "back", zh: "后退"))] + always
    }
    return onward(next) + [
      (back, Words(en: "back", zh: "后退")), (".", Words(en: "dark", zh: "黑屏")), ("N", Words(en: "notes", zh: "备注")),
      ("w", Words(en: "walk", zh: "推导")),
    ] + always
  }

  /// What the next click does, and what else the room can do here.
  private func onward(_ next: String) -> [(String, Words)] {
    if state.lesson?.isAtEnd == true { return [("]", Words(en: "next lesson", zh: "下一课"))] }
    if state.asking?.isSettled == false {
      return [(next, Words(en: "the answer", zh: "揭晓答案")), ("a", Words(en: "type an answer", zh: "输入答案"))]
    }
    if state.lesson?.attempt != nil, state.lesson?.isDone == false {
      return [(next, Words(en: "reach the goal", zh: "达到目标")), ("+ -", Words(en: "move it", zh: "调整"))]
    }
    return [(next, Words(en: "next", zh: "前进"))]
  }

  // MARK: Notes on the same screen

  /// The notes above the line at the bottom: in rows that are free, else what is shown moves together for them.
  mutating func drawNotes() {
    guard state.page == .walk, state.desk == .lesson, let view = LessonView(state, type) else { return }
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
      heading += type.sign(" · ", " - ") + notes.time(presentation)
    }
    var rows = notes.notes(columns: textColumns - 2, Style(.faint))
    let most = max(2, size.rows / 3)
    if rows.count > most {
      rows = rows.prefix(most - 1) + [StyledRow(type.sign("…", "..."), Style(.faint))]
    }
    if rows.isEmpty { rows = [StyledRow(type[Words(en: "none for this screen", zh: "这一屏没有备注")], Style(.faint))] }
    let mark = type.sign("│ ", "| ")
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
        $0.indented("  " + type.sign("✓ ", "+ "), Style(.good))
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
    rows += StyledRow.wrap(notes.next, columns: columns - 2).map { $0.indented("  ") }
    for (number, row) in rows.prefix(lessonRows).enumerated() {
      row.draw(on: &grid, at: left, firstRow + number, width: columns)
    }
  }

  private func isLost(_ presentation: Presentation) -> Bool { presentation.side == .notes(.ended) }

  private func status(_ presentation: Presentation) -> Words {
    switch presentation.side {
    case .notes(.projector) where presentation.isBlank:
      Words(en: "The room's screen is dark.", zh: "教室屏幕已黑屏。")
    case .notes(.projector) where presentation.isAway:
      Words(en: "The room sees the walk.", zh: "教室屏幕上是推导。")
    case .notes(.projector): Words(en: "Follows the room's screen.", zh: "跟随教室屏幕。")
    case .notes(.ended):
      Words(en: "The presentation has ended; these keys move only this screen.", zh: "演示已结束，按键只移动本屏。")
    case .notes(.own), .projector:
      Words(en: "No presentation is on; these keys move only this screen.", zh: "没有正在进行的演示，按键只移动本屏。")
    }
  }
}
