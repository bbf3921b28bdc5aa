import Diagnostics
import Progress
import Screen
import Tutor

/// The menu's list of lessons.
extension Frame {
  mutating func drawLessons(_ text: HomeText, from top: Int, first: Int) {
    let lessons = text.home.report.lessons
    let isRoomy = size.rows >= 20
    let heading = top + (isRoomy ? 1 : 0)
    let start = heading + (isRoomy ? 1 : 0)
    let rows = size.rows - 1 - start
    guard !lessons.isEmpty, rows > 0 else { return }
    // The chosen lesson is always to be seen; else what comes next.
    let next = lessons.firstIndex { !$0.isDone } ?? 0
    let wanted = text.home.selected >= first ? text.home.selected - first : next
    let offset = max(0, min(wanted - rows / 2, lessons.count - rows))
    if isRoomy {
      let words = Words(en: "Lessons", zh: "课程")
      let end = grid.write(type[words], at: homeLeft + 1, heading, Style(.heading, bold: true))
      let done = lessons.filter(\.isDone).count
      grid.write(
        "  " + type[Words(en: "\(done) of \(lessons.count) done", zh: "共 \(lessons.count) 课，学完 \(done) 课")], at: end,
        heading,
        Style(.faint))
    }
    for (number, progress) in lessons.enumerated().dropFirst(offset).prefix(rows) {
      drawLesson(progress, number, isChosen: text.home.selected == first + number, start + number - offset)
      hits.append(
        Hit(
          homeLeft..<homeLeft + homeColumns, start + number - offset..<start + number - offset + 1,
          .choose(item: first + number)))
    }
    if offset > 0 { grid.write(type.sign(.above), at: homeLeft + homeColumns - 1, start, Style(.faint)) }
    if offset + rows < lessons.count {
      grid.write(type.sign(.below), at: homeLeft + homeColumns - 1, start + rows - 1, Style(.faint))
    }
  }

  mutating func drawLesson(_ progress: LessonProgress, _ number: Int, isChosen: Bool, _ row: Int) {
    let style = Style(isChosen ? .focus : progress.isDone ? .faint : .plain, bold: isChosen)
    if isChosen { grid.fill(" ", columns: homeLeft + 1..<homeLeft + 7, rows: row..<row + 1, style) }
    grid.write(isChosen ? type.sign(.pointer) : " ", at: homeLeft + 1, row, style)
    let name = number + 1 < 10 ? " \(number + 1)" : "\(number + 1)"
    grid.write(name, at: homeLeft + 3, row, Style(isChosen ? .focus : .heading, bold: true))
    let title = type[progress.lesson.title]
    // What is said of it ends where its bar begins, or the row; a long title gives way to it.
    let words = (hasRoomForProgress ? remark(progress) : shortRemark(progress)).map { type[$0] } ?? ""
    let end = homeColumns - (hasRoomForProgress ? Self.progressColumns + 3 : 2)
    let width = Screen.width(of: words)
    let room = end - 7 - (width == 0 ? 0 : width + 2)
    grid.write(type.name(title, columns: room), at: homeLeft + 7, row, style)
    let isGood = !hasRoomForProgress && progress.isDone
    grid.write(words, at: homeLeft + end - width, row, Style(isGood ? .good : .faint))
    drawProgress(progress, right: homeLeft + homeColumns - 2, row: row)
  }

  /// What to expect of a lesson that was not begun; what is left of one that was read.
  private func remark(_ progress: LessonProgress) -> Words? {
    if progress.isLeftOpen { return Words(en: "\(progress.openCount) open", zh: "余 \(progress.openCount) 题") }
    guard let minutes = progress.lesson.minutes, !progress.isBegun else { return nil }
    return Words(en: "\(minutes) min", zh: "\(minutes) 分钟")
  }

  /// The same where there is no room for how far it is: that comes first, once it was begun.
  private func shortRemark(_ progress: LessonProgress) -> Words? {
    if progress.isLeftOpen { return remark(progress) }
    if progress.isDone { return Words(type.sign(.finished)) }
    return progress.isBegun ? Words("\(progress.settled)/\(progress.count)") : remark(progress)
  }
}
