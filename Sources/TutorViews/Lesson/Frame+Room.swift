import Classroom
import Configuration
import Diagnostics
import Lessons
import Networks
import Questions
import Screen
import Traces
import Tutor

/// A lesson in front of a room: in the middle of large screens, empty and dark when it is to be.
extension Frame {
  /// Nothing at all, and black where there are colours.
  mutating func drawDark() {
    grid.fill(" ", columns: 0..<size.columns, rows: 0..<size.rows, Style(.dark))
  }

  /// All but what the spotlight is on becomes faint.
  mutating func drawSpotlight(isInner: Bool = false) {
    guard let spot = state.spotlight, state.page == .walk else { return }
    let lit =
      hits.filter { $0.event == .select(spot) }.map { ($0.columns, $0.rows) }
      + factors.filter { $0.factor == spot }.map { ($0.columns, $0.rows) }
    if lit.isEmpty { return }
    for row in 1..<max(2, isInner ? size.rows : size.rows - 1) {
      for column in 0..<size.columns {
        let isLit = lit.contains { $0.0.contains(column) && $0.1.contains(row) }
        grid.restyle(column..<column + 1, row) { $0 = isLit ? Style(.focus, bold: true) : Style(.faint) }
      }
    }
  }

  /// The presenter's countdown, at the right end of the line at the bottom.
  mutating func drawCountdown() {
    guard let seconds = state.countdownSeconds else { return }
    let text = " \(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60) "
    grid.write(text, at: size.columns - text.count, size.rows - 1, Style(seconds > 0 ? .focus : .bad, bold: true))
  }

  // MARK: Large screens

  /// Whether there is room for air around what is shown.
  var isAiry: Bool { state.presentation != nil && size.columns >= 100 && size.rows >= 30 }

  /// What is shown on a large screen is so wide, and is in its middle.
  var airyColumns: Int { min(size.columns - 8, 110) }

  /// Words, picture and question one below the other in the middle, each at a place that an answer does not change.
  mutating func drawInTheMiddle(_ view: LessonView) {
    drawStrip([], left: lessonLeft, columns: size.columns - 2)
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
      most: lessonRows - prose.count - task.count - reserve - gaps, state.notation)
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
    func key(_ command: KeyCommand, _ en: String, _ zh: String, in context: Keymap.Context = .lesson) -> (
      String, Words
    ) { hint(command, context, Words(en: en, zh: zh)) }
    let always = [key(.overview, "screens", "各屏"), key(.help, "help", "帮助"), key(.leave, "quit", "退出")]
    let back = key(.back, "back", "后退")
    return onward() + [
      back, key(.dark, "dark", "黑屏", in: .room), key(.notes, "notes", "备注", in: .room), key(.walk, "walk", "推导"),
    ] + always
  }

  /// Hands are counted for options; a room that takes part is asked anything.
  var handsHint: [(String, Words)] {
    if state.room != nil {
      guard state.asking?.isSettled == false, state.put?.vote.isOpen == true || state.put?.vote.round != 2 else {
        return []
      }
      let words =
        state.put?.vote.isOpen == true ? Words(en: "close the vote", zh: "结束投票") : Words(en: "vote", zh: "投票")
      return [hint(.tally, .room, words)]
    }
    return state.asking?.isSettled == false && state.asking?.choiceCount != nil
      ? [hint(.tally, .room, Words(en: "hands", zh: "举手"))] : []
  }

  /// What the next click does, and what else the room can do here.
  private func onward() -> [(String, Words)] {
    if state.lesson?.isAtEnd == true { return [hint(.nextLesson, .lesson, Words(en: "next lesson", zh: "下一课"))] }
    if let asking = state.asking, !asking.isSettled {
      let next = hint(.next, .lesson, Words(en: "go on", zh: "继续"))
      // What has no right answer is not given one.
      if asking.isPoll, let count = asking.choiceCount {
        return [("1-\(count)", Words(en: "one more hand", zh: "再记一票")), next]
      }
      if asking.wantsWords { return [next] }
      return [
        hint(.next, .lesson, Words(en: "the answer", zh: "揭晓答案")),
        hint(.answer, .lesson, Words(en: "type an answer", zh: "输入答案")),
      ] + handsHint
    }
    if state.lesson?.attempt != nil, state.lesson?.isDone == false {
      return [
        hint(.next, .lesson, Words(en: "reach the goal", zh: "达到目标")),
        pairHint(.raise, .lower, .lesson, Words(en: "move it", zh: "调整")),
      ]
    }
    return [hint(.next, .lesson, Words(en: "next", zh: "前进"))]
  }
}
