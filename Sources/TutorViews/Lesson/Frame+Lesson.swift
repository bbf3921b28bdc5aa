import Configuration
import Diagnosis
import Diagnostics
import Exports
import Lessons
import Networks
import Questions
import Screen
import Traces
import Tutor

/// A lesson's screen: its words, the picture where there is room, the question and what was said to it.
extension Frame {
  /// Lines longer than that are hard to read.
  private static let widestText = 76

  mutating func drawLesson() {
    guard let view = LessonView(state, type) else { return }
    drawLessonBar(view.run)
    if view.run.isAtEnd { return drawEnd(view) }
    if view.run.show != nil, state.shown != nil { return drawShow(view) }
    if let plot = view.run.plot, !isWide { return drawBelow(view, plot) }
    if isAiry { return drawInTheMiddle(view) }
    isWide ? drawBeside(view) : drawBelow(view)
  }

  var textColumns: Int { max(10, min(size.columns - 4, Self.widestText)) }
  /// Lines of code are not broken: a long one may use the margin.
  var drawnColumns: Int { min(size.columns - lessonLeft, textColumns + 3) }
  private var isWide: Bool { size.columns >= 150 }
  var firstRow: Int { size.rows >= 24 ? 2 : 1 }
  var lessonLeft: Int { isAiry ? (size.columns - airyColumns) / 2 : isWide ? 4 : 2 }
  /// The rows between the bar and the strip, or the line at the bottom.
  var lessonRows: Int { max(0, size.rows - 1 - firstRow - strip.count) }

  mutating func drawLessonBar(_ run: LessonRun) {
    let style = Style(.bar)
    grid.fill(" ", columns: 0..<size.columns, rows: 0..<1, style)
    let count = run.screens.count
    let number = min(run.screen + 1, count)
    let filled = count == 0 ? 0 : min(10, run.screen * 10 / count)
    let bar =
      String(repeating: type.sign(.filled), count: filled) + String(repeating: type.sign(.unfilled), count: 10 - filled)
    let place = run.isAtEnd ? type[Words(en: "end", zh: "结束")] : "\(number)/\(count)"
    let left = state.secondsLeft.map { countdown($0) + type.sign(.dot) } ?? ""
    let right = "\(left)\(place) \(bar) "
    let title = " bptutor" + type.sign(.dot) + type.formula(run.lesson.title)
    let room = size.columns - Screen.width(of: right) - 1
    grid.write(title, at: 0, 0, Style(.bar, bold: true), width: max(0, room))
    grid.write(right, at: size.columns - Screen.width(of: right), 0, style)
  }

  /// How long a room still has for a question, as in `0:25`.
  private func countdown(_ seconds: Int) -> String {
    if seconds == 0 { return type[Words(en: "time is up", zh: "时间到")] }
    let rest = seconds % 60
    return "\(seconds / 60):" + (rest < 10 ? "0" : "") + "\(rest)"
  }

  /// Rows one below the other; of those that do not fit the first are left out.
  mutating func drawRows(_ rows: [StyledRow], from first: Int) {
    let top = firstRow + first
    let room = size.rows - 1 - strip.count - top
    guard room > 0 else { return }
    let hidden = max(0, rows.count - room)
    for (number, row) in rows.dropFirst(hidden).enumerated() {
      row.draw(on: &grid, at: lessonLeft, top + number, width: drawnColumns)
    }
    guard hidden > 0 else { return }
    let words = Words(en: "… \(hidden + 1) more lines above: v shows all", zh: "…… 上面还有 \(hidden + 1) 行，按 v 查看全部")
    grid.fill(" ", columns: 0..<size.columns, rows: top..<top + 1, Style())
    grid.write(type[words], at: lessonLeft, top, Style(.faint), width: textColumns)
  }

  func joined(_ parts: [[StyledRow]]) -> [StyledRow] {
    Array(parts.filter { !$0.isEmpty }.joined(separator: [StyledRow()]))
  }

  private mutating func drawEnd(_ view: LessonView) {
    let rows = view.end(columns: textColumns)
    drawRows(rows, from: isAiry ? max(0, (lessonRows - rows.count) / 3) : 0)
  }

  /// On a wide screen the picture is beside the words, as high as it looks well, and the numbers are under the question.
  private mutating func drawBeside(_ view: LessonView) {
    let rows = joined([
      view.prose(columns: textColumns), view.task(columns: textColumns), view.said(columns: textColumns),
    ])
    let numbers = lessonStrip(view, columns: drawnColumns)
    drawStrip(
      numbersBeside(numbers, rows: rows.count), left: lessonLeft, columns: drawnColumns)
    drawRows(rows, from: 0)
    let left = lessonLeft + textColumns + 4
    let room = Size(columns: size.columns - left - 2, rows: size.rows - 2 - firstRow)
    if let plot = view.run.plot {
      drawPlot(plot, view.run, left: left, top: firstRow, Size(columns: room.columns, rows: min(room.rows, 40)))
    } else {
      drawPictures(left: left, room, hasNumbers: !numbers.isEmpty)
    }
  }

  /// The network, and on a tall screen that is about numbers the activation at hand under it, with my point.
  private mutating func drawPictures(left: Int, _ room: Size, hasNumbers: Bool) {
    let rows = min(room.rows, Self.tallest)
    let below = Size(columns: room.columns, rows: min(room.rows - rows - 2, Self.tallestPlot))
    let activation = state.board.functionPictures.first { if case .activation = $0 { true } else { false } }
    drawPicture(left: left, top: firstRow, Size(columns: room.columns, rows: rows))
    guard hasNumbers, state.functionPicture == nil, below.rows >= 2 * FunctionView.minRows, let activation
    else { return }
    FunctionView(state, type, activation).draw(on: &grid, left: left, top: firstRow + rows + 2, size: below)
  }

  private static let (tallest, tallestPlot) = (36, 20)

  /// The strip, and above it all that was found in a list where there is room for one; else as it is.
  private func numbersBeside(_ strip: [StyledRow], rows: Int) -> [StyledRow] {
    guard !strip.isEmpty else { return [] }
    let view = StripView(state, type)
    let (list, network) = (view.foundList(), view.networkRows(columns: drawnColumns, atMost: strip.count))
    let whole = list + (list.isEmpty ? [] : [StyledRow()]) + network
    return rows + whole.count + Self.roomForWords < size.rows - firstRow ? whole : strip
  }

  /// Rows that stay free for what will be said.
  private static let roomForWords = 8

  /// Elsewhere below the words, above the question, where it leaves both their room.
  private mutating func drawBelow(_ view: LessonView) {
    let (prose, task, said) = (
      view.prose(columns: textColumns), view.task(columns: textColumns), view.said(columns: textColumns)
    )
    let gaps = [prose, task, said].count { !$0.isEmpty }
    // What is said to an answer must not take the picture away: room for it is kept.
    let coming = view.rowsToCome(columns: textColumns)
    let text = joined([prose, task, said]).count + (coming > 0 ? coming + 1 : 0)
    drawStrip(
      fittingStrip(lessonStrip(view, columns: size.columns - 3, besideTask: task.count), beside: text),
      left: lessonLeft, columns: size.columns - 3)
    // A notice takes of the rows that are kept, so that it neither moves the picture nor takes it away.
    let reserve = task.isEmpty ? 0 : max(said.count + coming, Screenful.rowsOfFeedback - noticeRows.count)
    let free = lessonRows - prose.count - task.count - reserve - gaps
    let height = PictureLayout.rows(
      state.walk.network.architecture, columns: min(size.columns - 4, 100),
      usual: 9 + max(0, size.rows - 24) * 2 / 5, most: free, state.notation)
    // A function that was asked for comes before the words.
    if height < 7, state.functionPicture != nil, lessonRows - task.count - said.count > FunctionView.minRows {
      let rows = min(9, lessonRows - task.count - said.count - 1)
      drawPicture(left: lessonLeft, top: firstRow, Size(columns: min(size.columns - 4, 100), rows: rows))
      return drawRows(joined([task, said]), from: rows + 1)
    }
    guard height >= 7, size.columns >= 60 else { return drawRows(joined([prose, task, said]), from: 0) }
    drawRows(prose, from: 0)
    let top = firstRow + prose.count + (prose.isEmpty ? 0 : 1)
    drawPicture(left: lessonLeft, top: top, Size(columns: min(size.columns - 4, 100), rows: height))
    drawRows(joined([task, said]), from: top - firstRow + height + (task.isEmpty ? 0 : 1))
  }

  /// A curve below the words takes all the room that there is.
  private mutating func drawBelow(_ view: LessonView, _ plot: Show.Plot) {
    let prose = view.prose(columns: textColumns)
    let top = firstRow + prose.count + (prose.isEmpty ? 0 : 1)
    let columns = size.columns - 3
    if size.rows - top > 12 { drawStrip(lessonStrip(view, columns: columns), left: lessonLeft, columns: columns) }
    let rows = min(28, size.rows - 1 - strip.count - top)
    guard rows >= 5 else {
      let words = ShownPlot(plot, from: view.run.base).sentences(type.name(of:)) { type.number($0) }
      let text = words.flatMap { StyledRow.wrap(type[$0], columns: textColumns) }
      return drawRows(joined([prose, text]), from: 0)
    }
    drawRows(prose, from: 0)
    drawPlot(plot, view.run, left: lessonLeft, top: top, Size(columns: min(size.columns - 4, 110), rows: rows))
  }

  private mutating func drawPlot(_ plot: Show.Plot, _ run: LessonRun, left: Int, top: Int, _ room: Size) {
    let picture = ShownPlot(plot, from: run.base).picture(type.look, type.name(of:))
    picture.draw(in: &grid, at: Point(column: left, row: top), room, type.look)
  }

  mutating func drawPicture(left: Int, top: Int, _ room: Size) {
    if let picture = state.functionPicture {
      return FunctionView(state, type, picture).draw(on: &grid, left: left, top: top, size: room)
    }
    guard var picture = PictureView(state, type, left: left, top: top, size: room) else { return }
    picture.draw(on: &grid)
    hits += picture.hits
  }

  /// A derivation under the words, by the walk's own view.
  private mutating func drawShow(_ view: LessonView) {
    let prose = view.prose(columns: textColumns)
    // Where every row counts, the words begin right under the bar, and long ones stand close to what they speak of.
    let isTight = size.rows < 30
    let start = isTight ? 1 : firstRow
    let shown = prose.prefix(max(0, lessonRows - 9))
    let left = isTight ? 1 : isAiry ? stepLeft : lessonLeft
    for (number, row) in shown.enumerated() {
      row.draw(on: &grid, at: left, start + number, width: drawnColumns)
    }
    let gap = shown.isEmpty || isTight && shown.count > 3 ? 0 : 1
    // Chain and board: five rows each, and one more for a long line where there is room for it.
    let board = !isTight ? 13 : shown.count > 4 ? 10 : 11
    drawStep(from: start + shown.count + gap, boardRows: board)
  }

  /// All that the screen says, scrolled.
  mutating func drawLessonText(_ scrolled: Int) {
    guard let view = LessonView(state, type) else { return }
    drawLessonBar(view.run)
    let rows =
      view.run.isAtEnd
      ? view.end(columns: textColumns)
      : joined([view.prose(columns: textColumns), view.task(columns: textColumns), view.said(columns: textColumns)])
    let first = max(0, min(scrolled, rows.count - lessonRows))
    for (number, row) in rows.dropFirst(first).prefix(lessonRows).enumerated() {
      row.draw(on: &grid, at: lessonLeft, firstRow + number, width: drawnColumns)
    }
  }

  // MARK: All screens

  mutating func drawLessonOverview(_ chosen: Int) {
    guard let view = LessonView(state, type) else { return }
    let run = view.run
    drawLessonBar(run)
    let room = max(1, size.rows - 3)
    let first = max(0, min(chosen - 1 - room / 2, run.screens.count + 1 - room))
    for (line, number) in (first...run.screens.count).prefix(room).enumerated() {
      let isChosen = number + 1 == chosen
      let isSeen = number <= run.farthest
      let style = Style(isChosen ? .focus : (isSeen ? .plain : .faint))
      let row = 2 + line
      grid.fill(" ", columns: 1..<size.columns - 1, rows: row..<row + 1, style)
      let label = number < run.screens.count ? "\(number + 1)" : ""
      let padded = String(repeating: " ", count: max(0, 4 - label.count)) + label
      let text = "\(padded) \(mark(number, run)) \(view.title(ofScreen: number))"
      grid.write(text, at: 1, row, style, width: size.columns - 3)
      hits.append(Hit(0..<size.columns, row..<row + 1, .goTo(stop: number)))
    }
  }

  private func mark(_ number: Int, _ run: LessonRun) -> String {
    if number == run.screen { return type.sign(.pointer) }
    guard let task = run.tasks.first(where: { $0.screen == number }) else {
      return number <= run.farthest && state.presentation == nil ? type.sign(.done) : " "
    }
    if run.isDone(task.id) { return type.sign(.done) }
    return run.outcomes[task.id]?.isSkipped == true ? type.sign(.open) : " "
  }

  // MARK: Keys

  func lessonHints() -> [(String, Words)] {
    func key(_ command: KeyCommand, _ en: String, _ zh: String) -> (String, Words) {
      hint(command, .lesson, Words(en: en, zh: zh))
    }
    let always = [
      key(.overview, "screens", "各屏"), key(.help, "help", "帮助"), hint(.leave, .lesson, Phrases.place(state.leaving)),
    ]
    let (back, skip, walk) = (key(.back, "back", "后退"), key(.skip, "skip", "跳过"), key(.walk, "walk", "推导"))
    guard let run = state.lesson else { return always }
    if state.presentation != nil { return roomHints() }
    if run.isAtEnd { return [key(.nextLesson, "next lesson", "下一课"), back, walk] + always }
    if let asking = state.asking, !asking.isSettled {
      let words = Words(en: "answer", zh: "作答")
      let choices = asking.choiceCount
      let hasLetters = !asking.question.options(ofPart: asking.part).isEmpty && !asking.isPoll
      // In front of a room letters have other meanings.
      let tiles = asking.question.tiles?.factors.count
      let first = hasLetters || choices == nil ? "a" : "1"
      func last(_ count: Int) -> String { first == "a" ? Letter.text(count - 1) : String(count) }
      let isSign = asking.question.sort == .sign
      let answer =
        isSign
        ? (pairHint(.raise, .lower, .lesson, words).0 + " 0", words)
        : (choices ?? tiles).map { ("\(first)-\(last($0))", words) } ?? hint(.answer, .lesson, words)
      let hasComparison = asking.question.wantsValue && asking.lastVerdict?.mistakes.count == 1
      let compare = hasComparison ? [key(.compare, "compare", "对照")] : []
      // A prediction that was tried is given up for the answer.
      if asking.isGuessTried {
        return [answer, key(.next, "show the answer", "看答案"), key(.hint, "hint", "提示"), back, walk] + always
      }
      // A test gives no help.
      let isTest = asking.question.mode == .test
      let hints =
        isTest
        ? [skip, back] + always : [key(.hint, "hint", "提示")] + compare + [skip, back, walk] + always
      return [answer] + hints.filter { !asking.question.opensAnswer(with: $0.0, part: asking.part) }
    }
    if let attempt = run.attempt, !run.isDone {
      let other = attempt.moved.count > 1 ? [key(.selectNext, "another", "换一个")] : []
      return [
        pairHint(.raise, .lower, .lesson, Words(en: "move it", zh: "调整")), key(.enter, "type a value", "输入数值"),
      ] + other + [key(.undo, "undo", "撤销"), skip] + always
    }
    let isShow = run.show != nil && state.shown != nil
    return [key(.next, "next", "前进"), back]
      + (isShow ? [key(.nextFactor, "factor", "因子"), key(.skip, "show all", "全部显示")] : []) + [walk] + always
  }
}
