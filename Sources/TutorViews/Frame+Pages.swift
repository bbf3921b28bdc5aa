import Diagnostics
import Networks
import Screen
import Traces
import Tutor

/// The pages that are not the walk.
extension Frame {
  mutating func drawHelp(_ scrolled: Int) {
    drawTitle(type[Phrases.help])
    let rows = size.rows - 3
    var lines: [(String, String)] = keys.map { ($0.0, type[$0.1]) }
    lines.append(("", ""))
    // What does not fit beside its explanation stands above it.
    lines += state.commands.flatMap { command in
      let (usage, summary) = (command.usage, type[state.summary(of: command)])
      return Screen.width(of: usage) <= Self.keyColumns ? [(usage, summary)] : [(usage, ""), ("", summary)]
    }
    let first = max(0, min(scrolled, lines.count - rows))
    for (number, line) in lines.dropFirst(first).prefix(max(0, rows)).enumerated() {
      let width = line.1.isEmpty ? size.columns - 3 : Self.keyColumns
      grid.write(keyNames(line.0), at: 2, 2 + number, Style(.heading, bold: true), width: width)
      grid.write(line.1, at: 28, 2 + number, Style(), width: size.columns - 29)
    }
  }

  private static let keyColumns = 25

  private var keys: [(String, Words)] {
    let leave = Phrases.leave(state.leaving)
    switch state.kind {
    case .menu: return Self.homeKeys
    case .lesson where state.presentation != nil:
      return Self.roomKeys + Self.lessonKeys(leave).filter { key in !Self.roomKeys.contains { $0.0 == key.0 } }
    case .lesson: return Self.lessonKeys(leave)
    case .practice, .walk: return Self.walkKeys(leave)
    case .training: return []
    }
  }

  /// What is pressed in front of a room; of the learner's keys, these stand in for those of the same names.
  private static let roomKeys: [(String, Words)] = [
    ("PgDn  PgUp", Words(en: "a clicker: on, with the answer of a question; back", zh: "翻页器：前进（先提问，再揭晓答案）；后退")),
    (".  b", Words(en: "a dark screen; any key brings it back", zh: "黑屏，按任意键恢复")),
    ("N", Words(en: "the notes and the time on this screen", zh: "在本屏显示备注和用时")),
    ("s", Words(en: "show the whole derivation; pass over a question", zh: "显示全部推导；略过一道题")),
    ("g  G  nG", Words(en: "the first screen, the end, screen n", zh: "第一屏、课程末尾、第 n 屏")),
    ("q", Words(en: "quit; nothing is kept", zh: "退出，不保存任何内容")),
  ]

  private static let homeKeys: [(String, Words)] = [
    ("↓ j Tab  ↑ k", Words(en: "next, previous entry", zh: "下一项、上一项")),
    ("→ l Space Enter", Words(en: "open it", zh: "打开")),
    ("1 2 3…", Words(en: "choose the lesson of that number", zh: "按编号选择课程")),
    ("g  G", Words(en: "first, last entry", zh: "第一项、最后一项")),
    ("w  p", Words(en: "the walk; practice", zh: "推导；练习")),
    ("o", Words(en: "what you know: all skills", zh: "你的掌握情况：全部技能")),
    ("/", Words(en: "find words in lessons, or a step of the walk", zh: "在课程和推导步骤中查找")),
    ("L", Words(en: "Chinese", zh: "切换为英文")),
    (":", Words(en: "command line; most commands leave for the walk", zh: "命令行，多数命令会进入推导")),
    ("?  F1", Words(en: "this page", zh: "本页")),
    ("Ctrl-L  Ctrl-Z", Words(en: "redraw; suspend", zh: "重绘；挂起")),
    ("q", Words(en: "quit", zh: "退出")),
  ]

  private static func lessonKeys(_ leave: Words) -> [(String, Words)] {
    [
      ("→ l j ↓ Space Enter", Words(en: "go on: the next stage or screen", zh: "前进：下一步或下一屏")),
      ("← h k ↑ Backspace", Words(en: "back", zh: "后退")),
      ("a  =  Enter", Words(en: "answer; Enter in the answer's line gives it", zh: "作答，在答案行按 Enter 提交")),
      ("1 2 3…", Words(en: "choose an option, or begin to type a number", zh: "选择一项，或直接输入数值")),
      ("+  -", Words(en: "rises, falls; where a number is to be moved: nudge it", zh: "升、降；需要调整数值时：增、减")),
      ("H  F1", Words(en: "a hint; F1 in the answer's line", zh: "提示（在答案行按 F1）")),
      ("c", Words(en: "my derivation beside the right one", zh: "把我的推导与正确推导对照")),
      ("s", Words(en: "show the whole derivation; leave a question open", zh: "显示全部推导；跳过一道题")),
      ("Tab  Shift-Tab", Words(en: "next, previous factor of a derivation", zh: "推导中的下一个、上一个因子")),
      ("]  [", Words(en: "next, previous lesson", zh: "下一课、上一课")),
      ("g  G  nG", Words(en: "the first screen, the farthest one seen, screen n", zh: "第一屏、看过的最后一屏、第 n 屏")),
      ("w", Words(en: "the walk on these numbers; q comes back", zh: "用这些数值进入推导，按 q 返回")),
      ("e  E", Words(en: "another number to move", zh: "换一个可调的数")),
      ("u  Ctrl-R", Words(en: "undo, redo a move", zh: "撤销、重做调整")),
      ("o", Words(en: "all screens", zh: "各屏目录")),
      ("v", Words(en: "all that the screen says", zh: "查看这一屏的全部文字")),
      (":", Words(en: "command line: a command or anything to evaluate", zh: "命令行：输入命令或要求值的式子")),
      ("Ctrl-L  Ctrl-Z", Words(en: "redraw; suspend", zh: "重绘；挂起")),
      ("q", Words(en: "\(leave.en); the place is kept", zh: "\(leave.zh)，进度会保留")),
    ]
  }

  /// Arrow keys by their signs where the terminal has them, else the first of a pair by its name.
  private func keyNames(_ keys: String) -> String {
    guard !type.isUnicode else { return keys }
    let names = ["→": "Right", "←": "Left", "↓": "", "↑": ""]
    return keys.split(separator: " ", omittingEmptySubsequences: false).compactMap { key in
      let name = names[String(key)] ?? String(key)
      return name.isEmpty && !key.isEmpty ? nil : ASCIIText.spelled(name)
    }.joined(separator: " ")
  }

  private static func walkKeys(_ leave: Words) -> [(String, Words)] {
    [
      ("→ l j ↓ Space Enter", Words(en: "next", zh: "前进")),
      ("← h k ↑ Backspace", Words(en: "back", zh: "后退")),
      ("Tab  Shift-Tab", Words(en: "next, previous factor", zh: "下一个、上一个因子")),
      ("]  [", Words(en: "next, previous gradient", zh: "下一个、上一个梯度")),
      ("s", Words(en: "reveal the rest of this factor", zh: "显示本因子的其余部分")),
      ("g  G  nG", Words(en: "beginning, end, place n", zh: "开头、末尾、第 n 处")),
      ("m x  ' x", Words(en: "mark this place as x; come back to it", zh: "把这里标记为 x；回到标记 x")),
      ("v", Words(en: "the whole of a long answer", zh: "查看较长回答的全文")),
      ("a  =", Words(en: "answer before it is shown; or type a number", zh: "先作答再揭晓，也可直接输入数值")),
      ("H  c", Words(en: "a hint; my derivation beside the right one", zh: "提示；把我的推导与正确推导对照")),
      ("p", Words(en: "predict mode: nothing is shown unpredicted", zh: "预测模式：先预测，后揭晓")),
      ("d  f", Words(en: "factor view or δ view; paths folded into δ", zh: "因子视图或 δ 视图；路径怎样合成 δ")),
      ("w", Words(en: "which rule made this step, and why", zh: "这一步用了哪条法则，为什么")),
      ("e  E", Words(en: "choose a number to edit: next, previous", zh: "选择要修改的数：下一个、上一个")),
      ("+  -", Words(en: "nudge the chosen number", zh: "调整选中的数")),
      ("u  Ctrl-R", Words(en: "undo, redo an edit", zh: "撤销、重做修改")),
      ("/  n  N", Words(en: "search for a quantity; next, previous", zh: "查找一个量；下一处、上一处")),
      (":", Words(en: "command line: a command or anything to evaluate", zh: "命令行：输入命令或要求值的式子")),
      ("o", Words(en: "all steps", zh: "全部步骤")),
      ("?  F1", Words(en: "this page", zh: "本页")),
      ("Ctrl-L  Ctrl-Z", Words(en: "redraw; suspend", zh: "重绘；挂起")),
      ("Esc  q", Words(en: "close; \(leave.en)", zh: "关闭；\(leave.zh)")),
      ("", Words(en: "Click a weight to walk its gradient, a node to find its value.", zh: "点击权重可推导它的梯度，点击节点可跳到求值处。")),
    ]
  }

  mutating func drawOverview(_ chosen: Int) {
    drawTitle(type[Phrases.steps])
    let (walk, steps) = (state.walk, state.walk.trace.steps)
    let rows = max(1, size.rows - 3)
    let first = max(0, min(chosen - 1 - rows / 2, steps.count - rows))
    for (number, step) in steps.dropFirst(first).prefix(rows).enumerated() {
      let row = 2 + number
      let isChosen = step.id == chosen
      let isPast = step.id < walk.stop.step
      let sign = step.id == walk.stop.step ? type.sign(.pointer) : (isPast ? type.sign(.done) : " ")
      let style = Style(isChosen ? .focus : (isPast || step.id == walk.stop.step ? .plain : .faint))
      grid.fill(" ", columns: 1..<size.columns - 1, rows: row..<row + 1, style)
      let indent = String(repeating: "  ", count: min(6, step.goals.count + (step.kind == .factor ? 1 : 0)))
      let label = "\(step.id)"
      let padded = String(repeating: " ", count: max(0, 4 - label.count)) + label + " \(sign) " + indent
      var at = grid.write(padded, at: 1, row, style)
      // One path's product is no value of the whole gradient, so its title stands alone.
      if !step.isShareOfQuantity || step.kind == .chain {
        at = grid.write(type.line(walk.network.architecture.expression(of: step.quantity)) + "  ", at: at, row, style)
      }
      at = grid.write(type[walk.trace.title(of: step, state.notation)], at: max(at, 30), row, style)
      if let origin = step.reuses {
        at = grid.write("  " + type[Phrases.reused(origin)], at: at, row, isChosen ? style : Style(.reused))
      }
      if isPast, step.kind != .chain {
        let value = type.number(walk.trace.value(of: step))
        grid.write(value, at: max(at + 1, size.columns - 2 - Screen.width(of: value)), row, style)
      }
      hits.append((0..<size.columns, row..<row + 1, .goTo(stop: walk.firstStop(of: step.id))))
    }
  }

  mutating func drawAnswer(_ scrolled: Int) {
    drawTitle(type[Phrases.answer])
    BoardView(state: state, type: type)
      .drawAnswer(from: scrolled, on: &grid, left: 2, top: 2, columns: size.columns - 4, rows: size.rows - 3)
  }

  private mutating func drawTitle(_ title: String) {
    grid.fill(" ", columns: 0..<size.columns, rows: 0..<1, Style(.bar))
    grid.write(" bptutor" + type.sign(.dot) + title, at: 0, 0, Style(.bar, bold: true))
  }
}
