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
    if let prompt = state.prompt { return drawPrompt(prompt, row) }
    grid.fill(" ", columns: 0..<size.columns, rows: row..<row + 1, Style(.bar))
    if let notice = BoardView(state: state, type: type).notice() {
      grid.write(notice, at: 1, row, Style(.bar, bold: true), width: size.columns - 2)
      return
    }
    var at = 1
    for (key, words) in hints() {
      let text = type[words]
      let width = Screen.width(of: key) + 1 + Screen.width(of: text) + 2
      guard at + width <= size.columns + 1 else { break }
      at = grid.write(key, at: at, row, Style(.bar, bold: true))
      at = grid.write(" " + text + "  ", at: at, row, Style(.bar))
    }
  }

  private func hints() -> [(String, Words)] {
    if case .walk = state.page {
    } else {
      return [
        (type.sign(.moveKeys), Words(en: "move", zh: "移动")), ("Enter", Words(en: "go there", zh: "前往")),
        ("Esc", Words(en: "close", zh: "关闭")), (":", Words(en: "command", zh: "命令")),
      ].filter { $0.0 != "Enter" || isOverview }
    }
    switch state.kind {
    case .menu: return homeHints()
    case .lesson: return lessonHints()
    case .practice, .walk: return walkHints()
    case .training: return []
    }
  }

  private func walkHints() -> [(String, Words)] {
    let (next, back) = (type.sign(.nextKey), type.sign(.backKey))
    if let asking = state.asking {
      let answer = ("a", Words(en: "answer", zh: "作答"))
      // A problem cannot be closed, only left.
      let close =
        state.drill == nil ? ("Esc", Words(en: "close", zh: "关闭")) : ("q", Phrases.place(state.leaving))
      if asking.isSettled { return [(next, Words(en: "next", zh: "前进")), close] }
      let compare = [("c", Words(en: "compare", zh: "对照"))].filter { _ in asking.lastVerdict?.kind == .mistake }
      let goOn = [(next, Words(en: "go on", zh: "前进"))].filter { _ in !state.holdsForPrediction }
      return [answer, ("H", Words(en: "hint", zh: "提示"))] + compare + goOn + [close]
    }
    if let selection = state.selection {
      let name = type.line(state.walk.network.architecture.expression(of: selection))
      return [
        ("+ -", Words(en: "nudge \(name)", zh: "调整 \(name)")), ("Enter", Words(en: "type a value", zh: "输入数值")),
        ("e E", Words(en: "another", zh: "换一个")), ("u", Words(en: "undo", zh: "撤销")),
        ("Esc", Words(en: "done", zh: "完成")), (next, Words(en: "next", zh: "前进")),
      ]
    }
    return [
      (next, Words(en: "next", zh: "前进")), (back, Words(en: "back", zh: "后退")),
      ("Tab", Words(en: "factor", zh: "因子")), ("a", Words(en: "answer", zh: "作答")),
      (":", Words(en: "command", zh: "命令")), ("?", Words(en: "help", zh: "帮助")), ("q", Phrases.place(state.leaving)),
      ("d", type.namesDeltas ? Words(en: "factors", zh: "因子视图") : Words(en: "δ view", zh: "δ 视图")),
      ("w", Words(en: "why", zh: "为什么")), ("e", Words(en: "edit", zh: "修改")), ("o", Words(en: "steps", zh: "步骤")),
    ]
  }

  private var isOverview: Bool { if case .overview = state.page { true } else { false } }

  private mutating func drawPrompt(_ prompt: Console.Prompt, _ row: Int) {
    let sign: String
    switch prompt.purpose {
    case .search: sign = "/"
    case .command: sign = ":"
    case .answer:
      sign = state.asking.map { " " + QuestionView(state: state, type: type).label($0) } ?? ""
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
    guard !prompt.choices.isEmpty, row > 0 else { return }
    grid.fill(" ", columns: 0..<size.columns, rows: row - 1..<row, Style())
    grid.write(prompt.choices.joined(separator: "  "), at: 1, row - 1, Style(.heading), width: size.columns - 2)
  }
}
