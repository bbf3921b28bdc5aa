import Diagnostics
import Screen
import Tutor

/// The menu while something is searched for.
extension Frame {
  private static let widestExcerpt = 120

  static let nothingFound = Words(en: "Nothing found.", zh: "没有找到。")

  mutating func drawSearch(_ text: HomeText) {
    guard let editor = text.home.search else { return }
    let items = state.homeItems
    let label = type[Words(en: "Find in lessons and steps: ", zh: "在课程和步骤中查找：")]
    let at = grid.write(label, at: homeLeft, 2, Style(.heading, bold: true))
    let cursor = grid.write(editor.textBeforeCursor, at: at, 2, width: max(0, size.columns - at - 1))
    grid.write(editor.textAfterCursor, at: cursor, 2, width: max(0, size.columns - cursor - 1))
    grid.cursor = Point(column: min(cursor, size.columns - 1), row: 2)
    let rows = size.rows - 5
    if items.isEmpty {
      grid.write(type[Self.nothingFound], at: homeLeft + 3, 4, Style(.faint))
    } else if !editor.text.isEmpty {
      let count = Words(en: "\(items.count) found", zh: "找到 \(items.count) 项")
      grid.write(type[count], at: homeLeft + 3, 3, Style(.faint))
    }
    let offset = max(0, min(text.home.selected - rows / 2, items.count - rows))
    for (number, item) in items.enumerated().dropFirst(offset).prefix(max(0, rows)) {
      drawSuggestion(item, number, text, 4 + number - offset)
    }
  }

  /// What a screen of a lesson says, what was searched for in it lit.
  mutating func drawExcerpt(
    _ excerpt: (before: String, hit: String, after: String)?, _ screen: Int, at left: Int, _ row: Int, _ style: Style
  ) {
    guard let excerpt else { return }
    // There is no bar at the right that room would be needed for.
    let end = min(size.columns - 2, left + Self.widestExcerpt)
    let screen = type[Words(en: "screen \(screen + 1): ", zh: "第 \(screen + 1) 屏：")]
    var lit = Style(.lit, bold: true)
    lit.isUnderlined = true
    var at = grid.write(screen, at: left, row, Style(.faint), width: end - left)
    for (part, style) in [(excerpt.before, style), (excerpt.hit, lit), (excerpt.after, style)] where at < end {
      let text = type.formula(part)
      let dots = type.sign(.ellipsis)
      let isWhole = Screen.width(of: text) <= end - at
      let room = end - at - Screen.width(of: dots)
      let shown = isWhole ? text : (type.wrap(text, columns: max(1, room)).first ?? "") + dots
      at = grid.write(shown, at: at, row, style, width: end - at)
      if !isWhole { break }
    }
  }
}
