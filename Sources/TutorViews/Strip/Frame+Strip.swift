import Lessons
import Screen
import Tutor

/// The numbers in sight: under every question, beside prose that speaks of numbers, at the same place whatever is said.
extension Frame {
  /// Draws the strip above the line at the bottom, so that what is said to an answer does not move it.
  ///
  /// A notice comes under it, so that it hides neither the keys nor anything that is asked.
  mutating func drawStrip(_ rows: [StyledRow], left: Int, columns: Int) {
    strip = rows + noticeRows
    let top = size.rows - 1 - strip.count
    for (number, row) in rows.enumerated() { row.draw(on: &grid, at: left, top + number, width: columns) }
    for (number, row) in noticeRows.enumerated() {
      row.draw(on: &grid, at: 1, top + rows.count + number, width: size.columns - 2)
    }
  }

  /// A short notice, in rows of its own where the screen has a foot for it.
  var noticeRows: [StyledRow] {
    guard hasFoot, let notice = BoardView(state: state, type: type).notice() else { return [] }
    return StyledRow.wrap(notice, columns: max(1, size.columns - 2), Style(.heading, bold: true)).suffix(2)
  }

  /// Whether a notice is above the line at the bottom rather than in it.
  var hasFoot: Bool {
    guard case .walk = state.page, size.rows >= 20, state.presentation?.isNotesScreen != true else { return false }
    switch state.kind {
    case .walk, .practice, .seat: return true
    case .lesson: return state.lesson?.isAtEnd == false
    case .menu, .training: return false
    }
  }

  /// The strip of a lesson's screen; nothing where that does not speak of numbers.
  ///
  /// `task` are the rows of the question above it.
  func lessonStrip(_ view: LessonView, columns: Int, besideTask task: Int = 0) -> [StyledRow] {
    guard view.run.action != nil || view.speaksOfNumbers else { return [] }
    // On a small screen the question comes before the numbers, and both before what was said.
    // One row says how much is above.
    let left = max(1, size.rows - 2 - firstRow - task)
    let limit = size.rows < 24 ? min(left, max(2, size.rows / 3)) : size.rows < 30 ? 5 : 8
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
    guard isAsking || state.isInLesson && !isPictured, rows >= 8 else {
      drawStrip([], left: left, columns: columns)
      return strip.count
    }
    let view = StripView(state, type)
    let spare = max(1, rows / 4)
    let content =
      showsAll
      ? view.foundRows(columns: columns, atMost: min(3, spare))
      : view.rows(columns: columns, atMost: max(StripView.usualRows, spare))
    drawStrip(content, left: left, columns: columns)
    return strip.count
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
