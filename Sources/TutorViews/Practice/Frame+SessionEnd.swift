import Diagnostics
import Progress
import Reports
import Screen
import Tutor

/// The end of a session of practice.
extension Frame {
  private static let widestPage = 76
  private static let widestMap = 100

  mutating func drawSessionEnd() {
    guard let summary = state.summary else { return }
    grid.fill(" ", columns: 0..<size.columns, rows: 0..<1, Style(.bar))
    let title = type[summary.isReview ? Phrases.review : Phrases.practice]
    grid.write(" bptutor" + type.sign(.dot) + title, at: 0, 0, Style(.bar, bold: true), width: size.columns)
    let columns = min(Self.widestPage, size.columns - 2)
    let page = SessionPage(
      summary, now: state.calendarTime, offset: state.utcOffset, type.look.sized(columns: columns, rows: size.rows)
    ).grid
    let top = size.rows >= 20 ? 2 : 1
    copy(
      page, rows: 0..<max(0, size.rows - 1 - top), to: Point(column: max(1, (size.columns - columns) / 2), row: top))
    drawSkillMap(from: top + page.size.rows + 2)
  }

  /// Where there is room, the map of all skills below, as the session has left it.
  private mutating func drawSkillMap(from row: Int) {
    let columns = min(Self.widestMap, size.columns - 2)
    let report = ProgressReport(state.shared.learner, now: state.calendarTime)
    let look = type.look.sized(columns: columns, rows: size.rows)
    let page = LearnerPage(report, now: state.calendarTime, look).grid([.map])
    guard row + page.size.rows < size.rows else { return }
    copy(page, rows: 0..<page.size.rows, to: Point(column: max(1, (size.columns - columns) / 2), row: row))
  }
}
