import Networks
import Screen
import Traces
import Tutor

extension PictureView {
  mutating func drawNodes(_ number: Int, on grid: inout Grid) {
    let column = layout.columns[number]
    for placed in column.items {
      switch placed.item {
      case .input(let input): drawValue(.input(input), isLit(.input(input)), column, placed, on: &grid)
      case .bias(let bias):
        let parts = highlight.lit.filter { if case .bias(bias, neuron: _) = $0 { true } else { false } }
        drawValue(.parameter(bias), !parts.isEmpty, column, placed, on: &grid)
      case .more(let count, let first, let last): drawGap(count, first, last, column, placed.middle, on: &grid)
      case .neuron(let neuron) where number == 0 || layout.detail == .lines:
        drawLine(neuron, column, placed, isFirst: number == 0, on: &grid)
      case .neuron(let neuron): drawBox(neuron, column, placed, on: &grid)
      }
    }
  }

  /// What stands for nodes that are left out: their names, or where those are too long, how many they are.
  private mutating func drawGap(
    _ count: Int, _ first: PictureLayout.Item, _ last: PictureLayout.Item, _ column: PictureLayout.Column, _ row: Int,
    on grid: inout Grid
  ) {
    let mark = type.sign(.skipped) + " "
    let names = [first, last].compactMap(name(of:)).joined(separator: type.sign(.dots))
    let text = Screen.width(of: mark + names) <= column.width - 1 ? mark + names : mark + "\(count)"
    put(text, at: max(column.left, column.right - 1 - Screen.width(of: text)), row, Style(.faint), on: &grid)
  }

  private func name(of item: PictureLayout.Item) -> String? {
    switch item {
    case .input(let input): type.name(of: .input(input))
    case .neuron(let neuron): type.label(ofNeuron: neuron)
    case .bias(let bias): type.name(of: .parameter(bias))
    case .more: nil
    }
  }

  /// A given number with its name, at the right of its column, and the knob that its edges leave from.
  private mutating func drawValue(
    _ quantity: Quantity, _ isLit: Bool, _ column: PictureLayout.Column, _ placed: PictureLayout.Placed,
    on grid: inout Grid
  ) {
    let room = column.width - 1
    let text = pair(type.name(of: quantity), quantity, columns: room)
    let start = column.right - 1 - min(Screen.width(of: text), room)
    let style = style(of: quantity, Style(isLit ? .lit : .plain, bold: isLit))
    let end = put(text, at: start, placed.middle, style, on: &grid)
    put(type.sign(.port), at: end, placed.middle, Style(isLit ? .lit : .plain, bold: isLit), on: &grid)
    hits.append(Hit(start..<end + 1, placed.rows, .select(quantity)))
  }

  /// A name and a value with as many digits as fit; a long name gives way to at least one short number.
  private func pair(_ name: String, _ quantity: Quantity, columns: Int, fill: Bool = false) -> String {
    let shown = type.name(name, columns: columns)
    let room = columns - Screen.width(of: shown) - 1
    let text = room > 0 ? value(of: quantity, columns: room) : ""
    if text.isEmpty { return shown + (fill ? String(repeating: " ", count: max(0, room + 1)) : "") }
    let padding = fill ? room - Screen.width(of: text) : 0
    return shown + " " + text + String(repeating: " ", count: max(0, padding))
  }

  private mutating func drawBox(
    _ neuron: Int, _ column: PictureLayout.Column, _ placed: PictureLayout.Placed, on grid: inout Grid
  ) {
    let part = Highlight.Part.neuron(neuron)
    let isLit = isLit(part)
    let isFocus = highlight.focus.contains(part)
    // What has no value yet can wait.
    let isKnown = state.knows(.net(neuron)) || state.knows(.out(neuron))
    let border = Style(isLit || isFocus ? .lit : (isKnown ? .plain : .faint), bold: isLit || isFocus)
    let (top, width) = (placed.rows.lowerBound, column.width)
    let line = type.sign(.rule)
    let name = " " + type.name(type.label(ofNeuron: neuron), columns: width - 5) + " "
    let dashes = String(repeating: line, count: max(0, width - 3 - Screen.width(of: name)))
    grid.write(
      type.sign(.topLeft) + line + name + dashes + type.sign(.topRight), at: column.left, top, border, width: width)
    put(name, at: column.left + 2, top, isFocus ? Style(.focus, bold: true) : border, on: &grid)
    for row in placed.rows.dropFirst().dropLast() {
      grid.write(type.sign(.upright), at: column.left, row, border)
      grid.write(type.sign(.upright), at: column.right - 1, row, border)
    }
    let bottom = type.sign(.bottomLeft) + String(repeating: line, count: width - 2) + type.sign(.bottomRight)
    grid.write(bottom, at: column.left, placed.rows.upperBound - 1, border, width: width)
    if type.namesDeltas { drawDelta(neuron, column, placed.rows.upperBound - 1, on: &grid) }
    for (row, quantity) in [(placed.outRow - 1, Quantity.net(neuron)), (placed.outRow, .out(neuron))] {
      drawContent(quantity, at: column.left + 1, row, width: width - 2, on: &grid)
      hits.append(Hit(column.left..<column.right, row..<row + 1, .select(quantity)))
    }
  }

  /// δ of a neuron, in the lower edge of its box: it is what comes back from the right.
  private mutating func drawDelta(_ neuron: Int, _ column: PictureLayout.Column, _ row: Int, on grid: inout Grid) {
    let delta: Quantity = .gradient(.net(neuron))
    let letter = letter(ofDelta: neuron)
    // A longer name takes the room around it, so that the number keeps its own.
    let edge = letter.count == 1 ? " " : ""
    let name = edge + type.name(letter, columns: column.width - 7) + " "
    let isAtHand = state.walk.step.quantity == delta || state.walk.step.goals.last == delta
    let base = Style(isAtHand ? .focus : (state.knows(delta) ? .plain : .faint), bold: isAtHand)
    let text = name + value(ofDelta: neuron, columns: column.width - 2 - Screen.width(of: name + edge)) + edge
    put(text, at: column.left + 1, row, style(of: delta, base), on: &grid)
    hits.append(Hit(column.left..<column.right, row..<row + 1, .select(delta)))
  }

  private mutating func drawContent(_ quantity: Quantity, at left: Int, _ row: Int, width: Int, on grid: inout Grid) {
    let label = type.name(letter(of: quantity), columns: width - 3)
    let isAtHand = state.walk.step.quantity == quantity && (state.lightsStep || state.drill != nil)
    let text = value(of: quantity, columns: width - Screen.width(of: label) - 1)
    let base = Style(isAtHand ? .focus : (state.knows(quantity) ? .plain : .faint), bold: isAtHand)
    let padding = String(repeating: " ", count: max(0, width - Screen.width(of: label)))
    grid.write(label + padding, at: left, row, base, width: width)
    labels.append((label, left, row))
    put(text, at: left + width - Screen.width(of: text), row, style(of: quantity, base), on: &grid)
  }

  /// A neuron in one line: its name and output value.
  private mutating func drawLine(
    _ neuron: Int, _ column: PictureLayout.Column, _ placed: PictureLayout.Placed, isFirst: Bool, on grid: inout Grid
  ) {
    let part = Highlight.Part.neuron(neuron)
    let isLit = isLit(part)
    let base = Style(highlight.focus.contains(part) ? .focus : (isLit ? .lit : .plain), bold: isLit)
    // What comes before the first column is not shown.
    if isFirst { grid.write(type.sign(.andSoOn), at: column.left, placed.middle, Style(.faint)) }
    let left = column.left + (isFirst ? 2 : 0)
    let text = pair(type.label(ofNeuron: neuron), .out(neuron), columns: column.right - 1 - left, fill: true)
    put(text, at: left, placed.middle, style(of: .out(neuron), base), on: &grid)
    put(type.sign(.port), at: column.right - 1, placed.middle, base, on: &grid)
    hits.append(Hit(left..<column.right, placed.rows, .select(.out(neuron))))
  }
}
