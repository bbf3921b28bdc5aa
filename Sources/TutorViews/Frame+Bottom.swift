import Configuration
import Diagnosis
import Diagnostics
import Networks
import Questions
import Screen
import Tutor

/// The line at the bottom: what is being typed, what is chosen, or which keys there are.
extension Frame {
  mutating func drawBottom() {
    let row = size.rows - 1
    if let counting = state.presentation?.counting {
      return drawPrompt(counting, row, sign: type[Words(en: "hands: ", zh: "举手人数：")])
    }
    if let prompt = state.prompt, prompt.purpose != .sheet { return drawPrompt(prompt, row) }
    grid.fill(" ", columns: 0..<size.columns, rows: row..<row + 1, Style(.bar))
    if let ask = state.presentation?.asks {
      grid.write(type[words(of: ask)], at: 1, row, Style(.focus, bold: true), width: size.columns - 2)
      return
    }
    if !hasFoot, let notice = BoardView(state: state, type: type).notice() {
      return drawNotice(notice)
    }
    var at = 1
    // What no key asks for is not offered.
    let hints = state.page == .sheet ? sheetHints() : hints()
    drawChoices(row)
    for (key, words) in hints where !key.isEmpty {
      let text = type[words]
      let width = Screen.width(of: key) + 1 + Screen.width(of: text) + 2
      guard at + width <= size.columns + 1 else { break }
      at = grid.write(key, at: at, row, Style(.bar, bold: true))
      at = grid.write(" " + text + "  ", at: at, row, Style(.bar))
    }
  }

  /// On a small screen in as many lines as it takes.
  private mutating func drawNotice(_ notice: String) {
    let lines = type.wrap(notice, columns: max(1, size.columns - 2)).suffix(3)
    let top = size.rows - lines.count
    grid.fill(" ", columns: 0..<size.columns, rows: top..<size.rows, Style(.bar))
    for (number, line) in lines.enumerated() {
      grid.write(line, at: 1, top + number, Style(.bar, bold: true), width: size.columns - 2)
    }
  }

  private func hints() -> [(String, Words)] {
    if case .walk = state.page {
    } else {
      let go = isOverview ? [hint(.enter, .page, Words(en: "go there", zh: "前往"))] : []
      return [pairHint(.next, .back, .page, Words(en: "move", zh: "移动"))] + go + [
        hint(.close, .page, Words(en: "close", zh: "关闭")), hint(.commandLine, .page, Words(en: "command", zh: "命令")),
      ]
    }
    if state.presentation?.isNotesScreen == true { return notesHints() }
    switch state.kind {
    case .menu: return homeHints()
    case .lesson: return lessonHints()
    case .practice, .walk: return walkHints()
    case .training: return []
    case .seat: return seatHints()
    }
  }

  /// A command's first key, and what it does.
  func hint(_ command: KeyCommand, _ context: Keymap.Context, _ words: Words) -> (String, Words) {
    (type.keys.first(command, in: context), words)
  }

  /// The same of two commands that belong together.
  func pairHint(
    _ one: KeyCommand, _ other: KeyCommand, _ context: Keymap.Context, _ words: Words
  ) -> (String, Words) {
    (type.keys.pair(one, other, in: context), words)
  }

  private func walkHints() -> [(String, Words)] {
    func key(_ command: KeyCommand, _ en: String, _ zh: String) -> (String, Words) {
      hint(command, .walk, Words(en: en, zh: zh))
    }
    let leave = hint(.leave, .walk, Phrases.place(state.leaving))
    if state.summary != nil {
      return [hint(.enter, .walk, Phrases.anotherSession), leave, key(.help, "help", "帮助")]
    }
    if let asking = state.asking {
      // A problem cannot be closed, only left.
      let close = state.drill == nil ? key(.close, "close", "关闭") : leave
      if asking.isSettled { return [key(.next, "next", "前进"), close] }
      let compare = [key(.compare, "compare", "对照")].filter { _ in asking.lastVerdict?.kind == .mistake }
      let goOn = [key(.next, "go on", "前进")].filter { _ in !state.holdsForPrediction }
      let hands = state.presentation == nil ? [] : handsHint
      return [key(.answer, "answer", "作答"), key(.hint, "hint", "提示")] + hands + compare + goOn + [close]
    }
    if let selection = state.selection {
      let name = type.line(state.walk.network.architecture.expression(of: selection))
      return [
        pairHint(.raise, .lower, .walk, Words(en: "nudge \(name)", zh: "调整 \(name)")),
        key(.enter, "type a value", "输入数值"),
        pairHint(.selectNext, .selectPrevious, .walk, Words(en: "another", zh: "换一个")), key(.undo, "undo", "撤销"),
        key(.close, "done", "完成"), key(.next, "next", "前进"),
      ]
    }
    let dark = state.presentation == nil ? [] : [hint(.dark, .room, Words(en: "dark", zh: "黑屏"))]
    return [key(.next, "next", "前进"), key(.back, "back", "后退")] + dark + [
      key(.nextFactor, "factor", "因子"),
      key(.answer, "answer", "作答"), key(.commandLine, "command", "命令"), key(.help, "help", "帮助"), leave,
      type.namesDeltas ? key(.switchForm, "factors", "因子视图") : key(.switchForm, "δ view", "δ 视图"),
      key(.explain, "why", "为什么"), key(.selectNext, "edit", "修改"), key(.overview, "steps", "步骤"),
    ]
  }

  private var isOverview: Bool { if case .overview = state.page { true } else { false } }

  private mutating func drawPrompt(_ prompt: Console.Prompt, _ row: Int, sign known: String? = nil) {
    let sign: String
    switch prompt.purpose {
    case .search: sign = "/"
    case .command: sign = known ?? ":"
    case .sheet: sign = ""
    case .answer:
      let answer = type[Words(en: "answer: ", zh: "答案：")]
      sign = state.asking.map { " " + QuestionView(state: state, type: type).label($0) } ?? " " + answer
    }
    let start = Screen.width(of: sign)
    // Only the part around the cursor is shown where the line is longer than the screen.
    let room = max(1, size.columns - 1 - start)
    var shown = prompt.editor.textBeforeCursor
    while Screen.width(of: shown) > room - 1 { shown.removeFirst() }
    grid.write(sign, at: 0, row, Style(.heading, bold: true))
    let cursor = grid.write(shown, at: start, row)
    grid.write(prompt.editor.textAfterCursor, at: cursor, row)
    grid.cursor = Point(column: min(cursor, size.columns - 1), row: row)
    drawChoices(row)
  }

  /// What Tab offers, above the bottom line.
  private mutating func drawChoices(_ row: Int) {
    guard let prompt = state.prompt, !prompt.choices.isEmpty, row > 0 else { return }
    grid.fill(" ", columns: 0..<size.columns, rows: row - 1..<row, Style())
    grid.write(prompt.choices.joined(separator: "  "), at: 1, row - 1, Style(.heading), width: size.columns - 2)
  }
}
