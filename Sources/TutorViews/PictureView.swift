import Expressions
import Networks
import Screen
import Traces
import Tutor

/// Draws the network: nodes with their values, edges with their names, the path at hand lit.
struct PictureView {
  let state: State
  let type: Typesetter
  let highlight: Highlight
  let layout: PictureLayout
  /// What a click on a place means.
  private(set) var hits: [(columns: Range<Int>, rows: Range<Int>, quantity: Quantity)] = []

  private var architecture: Architecture { state.walk.network.architecture }

  /// nil where there is no room.
  init?(_ state: State, _ type: Typesetter, left: Int, top: Int, size: Size) {
    self.state = state
    self.type = type
    highlight = Highlight(state)
    guard
      let layout = PictureLayout(
        state.walk.network.architecture, highlight: highlight, left: left, top: top, size: size)
    else { return nil }
    self.layout = layout
  }

  mutating func draw(on grid: inout Grid) {
    for column in layout.columns.indices { drawNodes(column, on: &grid) }
    for column in layout.columns.indices.dropFirst() { drawEdges(into: column, on: &grid) }
    drawLoss(on: &grid)
  }

  // MARK: Nodes

  private mutating func drawNodes(_ number: Int, on grid: inout Grid) {
    let column = layout.columns[number]
    for placed in column.items {
      switch placed.item {
      case .input(let input): drawValue(.input(input), isLit(.input(input)), column, placed, on: &grid)
      case .bias(let bias):
        let parts = highlight.lit.filter { if case .bias(bias, neuron: _) = $0 { true } else { false } }
        drawValue(.parameter(bias), !parts.isEmpty, column, placed, on: &grid)
      case .more(let count):
        let text = type.sign("⋮", ":") + " \(count)"
        grid.write(text, at: column.left + max(0, column.width - text.count - 2), placed.middle, Style(.faint))
      case .neuron(let neuron) where number == 0 || layout.detail == .lines:
        drawLine(neuron, column, placed, on: &grid)
      case .neuron(let neuron): drawBox(neuron, column, placed, on: &grid)
      }
    }
  }

  /// A given number with its name, at the right of its column, and the knob that its edges leave from.
  private mutating func drawValue(
    _ quantity: Quantity, _ isLit: Bool, _ column: PictureLayout.Column, _ placed: PictureLayout.Placed,
    on grid: inout Grid
  ) {
    let name = architecture.name(of: quantity)
    let text = name + " " + value(of: quantity, columns: column.width - 2 - name.count)
    let knob = type.sign("●", "o")
    let start = column.right - 1 - min(text.count, column.width - 1)
    let style = style(of: quantity, Style(isLit ? .lit : .plain, bold: isLit))
    let end = grid.write(text, at: start, placed.middle, style, width: column.width - 1)
    grid.write(knob, at: end, placed.middle, Style(isLit ? .lit : .plain, bold: isLit))
    hits.append((start..<end + 1, placed.rows, quantity))
  }

  private mutating func drawBox(
    _ neuron: Int, _ column: PictureLayout.Column, _ placed: PictureLayout.Placed, on grid: inout Grid
  ) {
    let part = Highlight.Part.neuron(neuron)
    let isLit = isLit(part)
    let isFocus = highlight.focus.contains(part)
    let border = Style(isLit || isFocus ? .lit : .plain, bold: isLit || isFocus)
    let (top, width) = (placed.rows.lowerBound, column.width)
    let line = type.sign("─", "-")
    let name = " " + architecture.neuronName(neuron) + " "
    let dashes = String(repeating: line, count: max(0, width - 3 - name.count))
    grid.write(type.sign("╭─", "+-") + name + dashes + type.sign("╮", "+"), at: column.left, top, border, width: width)
    if isFocus { grid.write(name, at: column.left + 2, top, Style(.focus, bold: true), width: width - 3) }
    let bottom = type.sign("╰", "+") + String(repeating: line, count: width - 2) + type.sign("╯", "+")
    grid.write(bottom, at: column.left, placed.rows.upperBound - 1, border, width: width)
    if type.namesDeltas { drawDelta(neuron, column, placed.rows.upperBound - 1, on: &grid) }
    for (row, quantity) in [(top + 1, Quantity.net(neuron)), (top + 2, .out(neuron))] {
      grid.write(type.sign("│", "|"), at: column.left, row, border)
      grid.write(type.sign("│", "|"), at: column.right - 1, row, border)
      drawContent(quantity, at: column.left + 1, row, width: width - 2, on: &grid)
      hits.append((column.left..<column.right, row..<row + 1, quantity))
    }
  }

  /// δ of a neuron, in the lower edge of its box: it is what comes back from the right.
  private mutating func drawDelta(_ neuron: Int, _ column: PictureLayout.Column, _ row: Int, on grid: inout Grid) {
    let delta: Quantity = .gradient(.net(neuron))
    let name = type.sign(" δ ", " d ")
    let isAtHand = state.walk.step.quantity == delta || state.walk.step.goals.last == delta
    let base = Style(isAtHand ? .focus : (state.walk.knows(delta) ? .plain : .faint), bold: isAtHand)
    let text = name + value(of: delta, columns: column.width - 3 - name.count) + " "
    grid.write(text, at: column.left + 1, row, style(of: delta, base), width: column.width - 2)
    hits.append((column.left..<column.right, row..<row + 1, delta))
  }

  private func drawContent(_ quantity: Quantity, at left: Int, _ row: Int, width: Int, on grid: inout Grid) {
    let label: String
    if case .net = quantity { label = "net" } else { label = "out" }
    let isAtHand = state.walk.step.quantity == quantity
    let text = value(of: quantity, columns: width - 4)
    let used = Screen.width(of: text)
    let base = Style(isAtHand ? .focus : (state.walk.knows(quantity) ? .plain : .faint), bold: isAtHand)
    let padding = String(repeating: " ", count: max(0, width - 3))
    grid.write(label + padding, at: left, row, Style(isAtHand ? .focus : .plain, bold: isAtHand), width: width)
    grid.write(text, at: left + width - used, row, style(of: quantity, base))
  }

  /// A neuron in one line: its name and output value.
  private mutating func drawLine(
    _ neuron: Int, _ column: PictureLayout.Column, _ placed: PictureLayout.Placed, on grid: inout Grid
  ) {
    let part = Highlight.Part.neuron(neuron)
    let isLit = isLit(part)
    let base = Style(highlight.focus.contains(part) ? .focus : (isLit ? .lit : .plain), bold: isLit)
    let name = architecture.neuronName(neuron)
    let room = column.width - 1
    let text = name + " " + value(of: .out(neuron), columns: room - 1 - name.count)
    grid.write(text, at: column.left, placed.middle, style(of: .out(neuron), base), width: room)
    grid.write(type.sign("●", "o"), at: column.right - 1, placed.middle, base)
    hits.append((column.left..<column.right, placed.rows, .out(neuron)))
  }

  // MARK: Edges

  private mutating func drawEdges(into number: Int, on grid: inout Grid) {
    let (from, to) = (layout.columns[number - 1], layout.columns[number])
    let labelLeft = to.left - layout.labelWidth
    let start = from.right
    var canvas = Canvas(
      origin: Point(column: start, row: layout.area.top),
      size: Size(columns: labelLeft - start, rows: layout.area.size.rows), isUnicode: type.isUnicode)
    for target in to.items {
      guard case .neuron(let neuron) = target.item else { continue }
      let edges = edges(into: neuron, from: from)
      for (port, edge) in edges.enumerated() {
        let row = self.row(ofPort: port, of: edges.count, target)
        let isLit = isLit(edge.part)
        let style = Style(isLit ? .lit : .faint, bold: isLit)
        canvas.line(
          from: Point(column: start, row: edge.row), to: Point(column: labelLeft - 1, row: row), style,
          rank: isLit ? 1 : 0, heavy: isLit)
        drawLabel(edge, at: labelLeft, row, width: layout.labelWidth, isLit: isLit, on: &grid)
      }
    }
    canvas.paint(on: &grid)
  }

  private struct Edge {
    let part: Highlight.Part
    let quantity: Quantity
    /// The row that it leaves from.
    let row: Int
  }

  private func edges(into neuron: Int, from column: PictureLayout.Column) -> [Edge] {
    column.items.compactMap { placed in
      switch placed.item {
      case .input(let input): edge(from: input, to: neuron, placed.middle)
      case .neuron(let source): edge(from: architecture.inputs.count + source, to: neuron, placed.middle)
      case .bias(let bias): Edge(part: .bias(bias, neuron: neuron), quantity: .parameter(bias), row: placed.middle)
      case .more: nil
      }
    } + ownBias(of: neuron)
  }

  private func edge(from source: Int, to neuron: Int, _ row: Int) -> Edge {
    let weight = architecture.weight(from: source, to: neuron)
    return Edge(part: .weight(weight), quantity: .parameter(weight), row: row)
  }

  /// A bias of its own has no node: its edge comes from below.
  private func ownBias(of neuron: Int) -> [Edge] {
    let block = architecture.block(ofNeuron: neuron)
    guard block.bias == .each, layout.detail == .full, let bias = architecture.biasParameter(ofNeuron: neuron) else {
      return []
    }
    let column = layout.columns.first { $0.items.contains { $0.item == .neuron(neuron) } }
    let row = column?.items.first { $0.item == .neuron(neuron) }?.rows.upperBound ?? 0
    return [Edge(part: .bias(bias, neuron: neuron), quantity: .parameter(bias), row: row)]
  }

  private func row(ofPort port: Int, of count: Int, _ target: PictureLayout.Placed) -> Int {
    let height = target.rows.count
    guard height > 1, count > 0 else { return target.middle }
    let first = max(0, (height - count) / 2)
    return target.rows.lowerBound + min(height - 1, count <= height ? first + port : port * height / count)
  }

  private mutating func drawLabel(
    _ edge: Edge, at left: Int, _ row: Int, width: Int, isLit: Bool, on grid: inout Grid
  ) {
    let isFocus = highlight.focus.contains(edge.part)
    let style = Style(isFocus ? .focus : (isLit ? .lit : .plain), bold: isLit)
    let arrow = isLit ? type.sign("▶", ">") : type.sign("→", ">")
    grid.write(arrow, at: left + width - 1, row, Style(isLit ? .lit : .faint, bold: isLit))
    guard layout.detail == .full else { return }
    let name = architecture.name(of: edge.quantity)
    if case .bias = edge.part {
      // The number stands at the bias's own node.
      if architecture.block(ofNeuron: 0).bias != .each {
        grid.write(" \(name)", at: left, row, isLit ? style : Style(.faint), width: width - 1)
        hits.append((left..<left + width, row..<row + 1, edge.quantity))
        return
      }
    }
    let value = value(of: edge.quantity, columns: width - 3 - name.count)
    let room = width - 2 - name.count
    let padding = String(repeating: " ", count: max(1, room - value.count))
    grid.write(" " + name + padding + value, at: left, row, self.style(of: edge.quantity, style), width: width - 1)
    hits.append((left..<left + width, row..<row + 1, edge.quantity))
  }

  // MARK: Loss

  private mutating func drawLoss(on grid: inout Grid) {
    guard let last = layout.columns.last else { return }
    let (left, width) = (layout.lossLeft, layout.lossWidth)
    for placed in last.items {
      guard case .neuron(let neuron) = placed.item, architecture.isOutput(neuron) else { continue }
      let output = neuron - architecture.firstOutput
      let isLit = isLit(.loss(neuron: neuron))
      let isFocus = highlight.focus.contains(.loss(neuron: neuron))
      let loss: Quantity = architecture.outputCount == 1 ? .loss : .partialLoss(output)
      let style = Style(isFocus ? .focus : (isLit ? .lit : .plain), bold: isLit)
      let row = placed.rows.count > 1 ? placed.rows.lowerBound + 2 : placed.middle
      let arrow = isLit ? type.sign("━▶", "=>") : type.sign("─→", "->")
      let end = grid.write(arrow, at: left, row, style)
      grid.write(" " + architecture.name(of: loss), at: end, row, style)
      hits.append((left..<left + width, row..<row + 1, loss))
      guard placed.rows.count > 1 else { continue }
      let text = value(of: loss, columns: width - 2)
      let base = state.walk.knows(loss) ? style : Style(.faint)
      grid.write(text, at: left + 2, row + 1, self.style(of: loss, base), width: width - 2)
      let target: Quantity = .target(output)
      grid.write("target", at: left + 3, row - 2, Style(.plain), width: width - 3)
      let number = value(of: target, columns: width - 3)
      grid.write(number, at: left + 3, row - 1, self.style(of: target, Style(.plain)), width: width - 3)
      hits.append((left..<left + width, row - 2..<row, target))
    }
    guard architecture.outputCount > 1 else { return }
    let row = layout.area.top + layout.area.size.rows - 1
    let isAtHand = state.walk.step.quantity == .loss
    let text = "E " + value(of: .loss, columns: width - 2)
    let base = Style(isAtHand ? .focus : (state.walk.knows(.loss) ? .plain : .faint), bold: isAtHand)
    grid.write(text, at: left, row, style(of: .loss, base), width: width)
  }

  // MARK: Values

  private func isLit(_ part: Highlight.Part) -> Bool { highlight.lit.contains(part) }

  /// As many digits as fit.
  private func value(of quantity: Quantity, columns: Int) -> String {
    guard state.walk.knows(quantity) else { return type.notYet(columns: columns) }
    let value = state.walk.trace.pass.value(of: quantity)
    return type.number(value, columns: columns, isMarked: state.hasChanged(quantity))
  }

  /// What has changed is marked, what is chosen for editing is turned around.
  private func style(of quantity: Quantity, _ base: Style) -> Style {
    var style = base
    if state.hasChanged(quantity), state.walk.knows(quantity) { style.role = .fresh }
    if state.selection == quantity {
      style.isReversed = style.role != .focus
      style.isUnderlined = true
    }
    return style
  }
}
