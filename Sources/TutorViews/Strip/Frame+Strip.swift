import Lessons
import Screen
import Tutor

/// The numbers in sight: under every question, beside prose that speaks of numbers, at the same place whatever is said.
extension Frame {
  /// Draws the strip above the line at the bottom, so that what is said to an answer does not move it.
  mutating func drawStrip(_ rows: [StyledRow], left: Int, columns: Int) {
    strip = rows
    let top = size.rows - 1 - rows.count
    for (number, row) in rows.enumerated() { row.draw(on: &grid, at: left, top + number, width: columns) }
  }

  /// The strip of a lesson's screen; nothing where that does not speak of numbers.
  func lessonStrip(_ view: LessonView, columns: Int) -> [StyledRow] {
    guard view.run.action != nil || view.speaksOfNumbers else { return [] }
    // On a small screen the question comes before the numbers, and both before what was said.
    let limit = size.rows < 24 ? max(2, (size.rows - 2) / 3) : size.rows < 30 ? 5 : 8
    return StripView(state, type).rows(columns: columns, atMost: limit)
  }

  /// In front of a room everything said comes before the strip, which may stand in the picture.
  func fittingStrip(_ rows: [StyledRow], beside text: Int) -> [StyledRow] {
    let isForRoom = state.presentation != nil
    return isForRoom && text + rows.count > size.rows - 1 - firstRow ? [] : rows
  }

  /// Under a step: what was found where the picture has all numbers, else all of them; the rows that it takes.
  ///
  /// Without a question only where a lesson's words left no room for a picture.
  mutating func drawStripUnderStep(
    left: Int, columns: Int, rows: Int, isPictured: Bool, showsAll: Bool
  ) -> Int {
    let isAsking = state.asking?.isSettled == false
    guard isAsking || state.isInLesson && !isPictured, rows >= 8 else { return 0 }
    let view = StripView(state, type)
    let spare = max(1, rows / 4)
    let content =
      showsAll
      ? view.foundRows(columns: columns, atMost: min(2, spare))
      : view.rows(columns: columns, atMost: max(StripView.usualRows, spare))
    drawStrip(content, left: left, columns: columns)
    return content.count
  }
}

extension LessonView {
  /// Whether the words of the screen name a number of the network, or any number.
  var speaksOfNumbers: Bool {
    run.elements.contains { element in
      guard case .prose(let block) = element.content else { return false }
      return block.lines(type).contains { $0.contains { $0.isNumber } || $0.contains("η") || $0.contains("E") }
    }
  }
}
