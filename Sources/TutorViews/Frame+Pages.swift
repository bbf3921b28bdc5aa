import Diagnostics
import Keys
import Networks
import Screen
import Traces
import Tutor

/// The pages that are not the walk.
extension Frame {
  mutating func drawHelp(_ scrolled: Int) {
    drawTitle(type[Phrases.help])
    let rows = size.rows - 3
    var lines: [(String, String)] = keyRows.map { (type.keys.text($0), type[$0.words]) }
    if state.kind == .walk { lines.append(("", type[Self.clicks])) }
    lines.append(("", ""))
    // What does not fit beside its explanation is above it.
    lines += state.commands.flatMap { command in
      let (usage, summary) = (command.usage, type[state.summary(of: command)])
      return Screen.width(of: usage) <= Self.keyColumns ? [(usage, summary)] : [(usage, ""), ("", summary)]
    }
    let first = max(0, min(scrolled, lines.count - rows))
    for (number, line) in lines.dropFirst(first).prefix(max(0, rows)).enumerated() {
      let width = line.1.isEmpty ? size.columns - 3 : Self.keyColumns
      grid.write(line.0, at: 2, 2 + number, Style(.heading, bold: true), width: width)
      grid.write(line.1, at: 28, 2 + number, Style(), width: size.columns - 29)
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
