import Configuration
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
    var entries: [(String, String)] = keyRows.map { (type.keys.text($0), type[$0.words]) }
    if state.kind == .walk { entries.append(("", type[Self.clicks])) }
    entries.append(("", ""))
    entries += state.commands.map { ($0.usage, type[state.summary(of: $0)]) }
    // On a narrow screen the explanations are below, a little to the right.
    let isNarrow = size.columns < 60
    let left = isNarrow ? 4 : 3 + Self.keyColumns
    let lines = entries.flatMap { keys, text in
      var lines = TextFlow.lines(of: text, columns: max(1, size.columns - 1 - left)).map { ("", $0) }
      // What does not fit beside its explanation is above it.
      if isNarrow || Screen.width(of: keys) > Self.keyColumns {
        return keys.isEmpty ? lines : [(keys, "")] + lines
      }
      if lines.isEmpty { lines = [("", "")] }
      lines[0].0 = keys
      return lines
    }
    let first = max(0, min(scrolled, lines.count - rows))
    for (number, line) in lines.dropFirst(first).prefix(max(0, rows)).enumerated() {
      grid.write(line.0, at: 2, 2 + number, Style(.heading, bold: true), width: size.columns - 3)
      grid.write(line.1, at: left, 2 + number, Style(), width: size.columns - 1 - left)
    }
  }

  private static let keyColumns = 25

  private var keyRows: [KeyHelp.Row] {
    let leave = Phrases.leave(state.leaving)
    return switch state.kind {
    case .menu: KeyHelp.rows(.menu, leave: leave)
    case .lesson where state.presentation != nil: KeyHelp.rowsOfRoom(leave: leave)
    case .lesson: KeyHelp.rows(.lesson, leave: leave)
    case .walk where state.presentation != nil: KeyHelp.rowsOfWalkInRoom(leave: leave)
    case .practice, .walk: KeyHelp.rows(.walk, leave: leave)
    case .training: KeyHelp.rows(.training, leave: leave)
    case .seat: KeyHelp.rows(.seat, leave: leave)
    }
  }

  private static let clicks = Words(
    en: "Click a weight to walk its gradient, a node to find its value.", zh: "点击权重可推导它的梯度，点击节点可跳到求值处。")

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
      // One path's product is no value of the whole gradient, so its title is alone.
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
      hits.append(Hit(0..<size.columns, row..<row + 1, .goTo(stop: walk.firstStop(of: step.id))))
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
