import Configuration
import Diagnostics
import Expressions
import Progress
import Reports
import Screen
import Skills
import Tutor

/// The menu: the one thing to do stands out, everything else is a line below it.
extension Frame {
  private static let widestMenu = 76

  private var isWideHome: Bool { size.columns >= 140 }
  var homeLeft: Int { isWideHome ? 4 : max(1, (size.columns - Self.widestMenu) / 2) }
  var homeColumns: Int { min(Self.widestMenu, size.columns - 2) }

  mutating func drawHome() {
    guard let text = HomeText(state) else { return }
    drawHomeBar(text)
    if let row = text.home.skillRow { return drawSkills(text.home, row) }
    if text.home.search != nil { return drawSearch(text) }
    if size.rows >= 20, state.banner == nil {
      grid.write(type[text.growth], at: homeLeft + 1, 1, Style(.good), width: homeColumns - 2)
    }
    var row = size.rows >= 20 ? 2 : 1
    let suggestions = state.suggestions
    if let first = suggestions.first { row = drawCard(first, text, row) }
    if size.rows >= 20 { row += 1 }
    for (number, item) in suggestions.enumerated().dropFirst() where row < size.rows - 1 {
      drawSuggestion(item, number, text, row)
      row += 1
    }
    drawLessons(text, from: row, first: suggestions.count)
    if isWideHome { drawSkillsBeside(text.home) }
  }

  // MARK: Parts

  private mutating func drawHomeBar(_ text: HomeText) {
    grid.fill(" ", columns: 0..<size.columns, rows: 0..<1, Style(.bar))
    let purpose = Words(en: "backpropagation, one factor at a time", zh: "逐个因子地学习反向传播")
    let (count, all) = text.mastered
    let right = type[Words(en: "\(count) of \(all) skills", zh: "已掌握 \(count)/\(all) 项技能")]
    let filled = all == 0 ? 0 : count * 10 / all
    let bar =
      String(repeating: type.sign(.filled), count: filled) + String(repeating: type.sign(.unfilled), count: 10 - filled)
    let end = " \(right) \(bar) "
    let room = max(0, size.columns - Screen.width(of: end))
    let title = " bptutor" + type.sign(.dot) + type[purpose]
    grid.write(Screen.width(of: title) < room ? title : " bptutor", at: 0, 0, Style(.bar, bold: true), width: room)
    grid.write(end, at: room, 0, Style(.bar))
  }

  /// The entry to choose, in a frame; returns the row below it.
  private mutating func drawCard(_ item: MenuActivity.Item, _ text: HomeText, _ top: Int) -> Int {
    let isChosen = text.home.selected == 0
    let (left, columns) = (homeLeft, homeColumns)
    let reason = type.wrap(type[text.reason(item)], columns: columns - 8).prefix(size.rows >= 20 ? 2 : 1)
    let height = 3 + reason.filter { !$0.isEmpty }.count
    let edge = Style(isChosen ? .lit : .faint, bold: isChosen)
    drawFrame(left: left, top: top, columns: columns, rows: height, edge)
    grid.write(" \(type[text.label(item)]) ", at: left + 3, top, Style(isChosen ? .focus : .heading, bold: true))
    if isChosen { grid.write(type.sign(.pointer), at: left + 3, top + 1, Style(.focus, bold: true)) }
    let at = left + 5
    grid.write(
      type.name(type[text.title(item)], columns: columns - (hasRoomForProgress ? 29 : 7)), at: at, top + 1,
      Style(.plain, bold: true))
    if let id = text.lesson(item), let progress = text.progress(id) {
      drawProgress(progress, right: left + columns - 2, row: top + 1)
    }
    for (number, line) in reason.enumerated() { grid.write(line, at: left + 5, top + 2 + number, width: columns - 8) }
    hits.append(Hit(left..<left + columns, top..<top + height, .choose(item: 0)))
    return top + height
  }

  private mutating func drawFrame(left: Int, top: Int, columns: Int, rows: Int, _ style: Style) {
    let isHeavy = style.isBold
    let signs =
      state.notation == .unicode
      ? (isHeavy ? "┏━┓┃┗┛" : "┌─┐│└┘").map(String.init) : ["+", isHeavy ? "=" : "-", "+", "|", "+", "+"]
    let across = String(repeating: signs[1], count: max(0, columns - 2))
    grid.write(signs[0] + across + signs[2], at: left, top, style)
    for row in top + 1..<max(top + 1, top + rows - 1) {
      grid.write(signs[3], at: left, row, style)
      grid.write(signs[3], at: left + columns - 1, row, style)
    }
    grid.write(signs[4] + across + signs[5], at: left, top + rows - 1, style)
  }

  mutating func drawSuggestion(_ item: MenuActivity.Item, _ number: Int, _ text: HomeText, _ row: Int) {
    let isChosen = text.home.selected == number
    let style = Style(isChosen ? .focus : .plain, bold: isChosen)
    let at = homeLeft + 16
    // One bar, so that the eye does not look for what the gaps mean.
    if isChosen { grid.fill(" ", columns: homeLeft + 1..<at, rows: row..<row + 1, style) }
    grid.write(isChosen ? type.sign(.pointer) : " ", at: homeLeft + 1, row, style)
    grid.write(type[text.label(item)], at: homeLeft + 3, row, Style(isChosen ? .focus : .heading, bold: true))
    if case .screen(let id, let screen) = item {
      drawExcerpt(text.excerpt(id, screen), screen, at: at, row, style)
    } else {
      let room = homeColumns - (hasRoomForProgress ? 38 : 17)
      grid.write(type.name(type[text.title(item)], columns: room), at: at, row, style)
    }
    if let id = text.lesson(item), let progress = text.progress(id) {
      drawProgress(progress, right: homeLeft + homeColumns - 2, row: row)
    }
    hits.append(Hit(homeLeft..<homeLeft + homeColumns, row..<row + 1, .choose(item: number)))
  }

  /// On a narrow screen titles come before how far each lesson is.
  var hasRoomForProgress: Bool { homeColumns > 52 }

  /// A bar of ten, a blank, and a count as long as `12/12`.
  static let progressColumns = 16

  /// A bar and a count that end before a column.
  mutating func drawProgress(_ progress: LessonProgress, right: Int, row: Int) {
    let (settled, count) = (progress.settled, progress.count)
    let share = count == 0 ? (progress.isDone ? 10 : 0) : settled * 10 / count
    let text = progress.isDone ? type.sign(.finished) : count == 0 ? "" : "\(settled)/\(count)"
    guard hasRoomForProgress else { return }
    let start = right - Self.progressColumns
    let full = String(repeating: type.sign(.full), count: share)
    let at = grid.write(full, at: start, row, Style(progress.isDone ? .good : .lit))
    let end = grid.write(String(repeating: type.sign(.missing), count: 10 - share), at: at, row, Style(.faint))
    grid.write(text, at: max(end + 1, right - Screen.width(of: text)), row, Style(progress.isDone ? .good : .faint))
  }

  // MARK: Skills

  private func learnerPage(_ home: MenuActivity, columns: Int, chosen: Skill? = nil) -> LearnerPage {
    LearnerPage(home.report, now: home.now, type.look.sized(columns: columns, rows: size.rows), chosen: chosen)
  }

  /// The parts of the page on the skills.
  static let skillParts: [LearnerPage.Part] = [.bars, .growth, .gone, .mistakes, .map]

  /// The page on the skills, so far down that the chosen one is to be seen.
  private mutating func drawSkills(_ home: MenuActivity, _ chosenRow: Int) {
    let learner = learnerPage(home, columns: min(100, size.columns - 2), chosen: home.chosenSkill)
    let page = learner.grid(Self.skillParts)
    let places = learner.skillRows(Self.skillParts)
    let rows = size.rows - 3
    let wanted =
      places.indices.contains(chosenRow)
      ? places[chosenRow] - rows / 2 : (places.last ?? 0) - rows / 2 + chosenRow - places.count + 1
    let offset = max(0, min(wanted, page.size.rows - rows))
    let left = max(1, (size.columns - page.size.columns) / 2)
    copy(page, rows: offset..<offset + rows, to: Point(column: left, row: 2))
    for (number, place) in places.enumerated() where (offset..<offset + rows).contains(place) {
      let row = 2 + place - offset
      hits.append(Hit(left..<left + page.size.columns, row..<row + 1, .choose(item: number)))
    }
    if offset > 0 { grid.write(type.sign(.above), at: size.columns - 2, 2, Style(.faint)) }
    if offset + rows < page.size.rows {
      grid.write(type.sign(.below), at: size.columns - 2, size.rows - 2, Style(.faint))
    }
  }

  private mutating func drawSkillsBeside(_ home: MenuActivity) {
    let left = homeLeft + homeColumns + 6
    let page = learnerPage(home, columns: min(92, size.columns - left - 3)).grid([.bars, .growth, .gone, .mistakes])
    copy(page, rows: 0..<size.rows - 4, to: Point(column: left, row: 2))
  }

  mutating func copy(_ page: Grid, rows: Range<Int>, to place: Point) {
    for row in rows where row < page.size.rows {
      for column in 0..<page.size.columns where !page[column, row].isRightHalf && !page[column, row].isSpace {
        grid.write(
          page[column, row].text, at: place.column + column, place.row + row - rows.lowerBound, page[column, row].style)
      }
    }
  }

  // MARK: The edges

  func homeHints() -> [(String, Words)] {
    let context: Keymap.Context =
      state.home?.skillRow != nil ? .skills : state.home?.search != nil ? .search : .menu
    func key(_ command: KeyCommand, _ en: String, _ zh: String) -> (String, Words) {
      hint(command, context, Words(en: en, zh: zh))
    }
    let move = pairHint(.next, .back, context, Words(en: "choose", zh: "选择"))
    if context == .skills {
      let practise = state.home?.chosenSkill.map { hint(.enter, .skills, HomeText.opening($0)) }
      return [practise, move, key(.close, "close", "关闭")].compactMap { $0 }
    }
    if context == .search { return [move, key(.enter, "open", "打开"), key(.close, "close", "关闭")] }
    return [
      key(.enter, "open", "打开"), move, key(.search, "find", "查找"), key(.skills, "skills", "技能"),
      key(.practise, "practice", "练习"), key(.walk, "walk", "推导"), key(.leave, "quit", "退出"),
      key(.help, "help", "帮助"), key(.switchLanguage, "中文", "English"),
    ]
  }

  /// That nothing is being saved is said on every screen until it is.
  mutating func drawBanner() {
    guard let banner = state.banner, size.columns >= View.smallest.columns, size.rows >= View.smallest.rows else {
      return
    }
    let text = " ! " + type[banner] + " "
    if state.isAtHome, size.rows >= 20 {
      grid.write(text, at: homeLeft, 1, Style(.bad, bold: true), width: homeColumns)
    } else {
      // Not all of the bar: where one is stays to be seen.
      let width = min(Screen.width(of: text), size.columns * 2 / 3)
      grid.write(text, at: size.columns - width, 0, Style(.bad, bold: true, reversed: true), width: width)
    }
  }
}
