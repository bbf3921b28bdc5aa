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
  /// Every text that was put down, and where; nothing may be drawn over it.
  private(set) var labels: [(text: String, column: Int, row: Int)] = []
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
      case .more(let count, let first, let last): drawGap(count, first, last, column, placed.middle, on: &grid)
      case .neuron(let neuron) where number == 0 || layout.detail == .lines:
        drawLine(neuron, column, placed, isFirst: number == 0, on: &grid)
      case .neuron(let neuron): drawBox(neuron, column, placed, on: &grid)
      }
    }
  }

  /// Puts a text down whose every column has been made room for.
  @discardableResult
  private mutating func put(_ text: String, at column: Int, _ row: Int, _ style: Style, on grid: inout Grid) -> Int {
    labels.append((text, column, row))
    return grid.write(text, at: column, row, style)
  }

  /// What stands for nodes that are left out: their names, or where those are too long, how many they are.
  private mutating func drawGap(
    _ count: Int, _ first: PictureLayout.Item, _ last: PictureLayout.Item, _ column: PictureLayout.Column, _ row: Int,
    on grid: inout Grid
  ) {
    let mark = type.sign("⋮", ":") + " "
    let names = [first, last].compactMap(name(of:)).joined(separator: type.sign("…", ".."))
    let text = Screen.width(of: mark + names) <= column.width - 1 ? mark + names : mark + "\(count)"
    put(text, at: max(column.left, column.right - 1 - Screen.width(of: text)), row, Style(.faint), on: &grid)
  }

  private func name(of item: PictureLayout.Item) -> String? {
    switch item {
    case .input(let input): architecture.inputs[input]
    case .neuron(let neuron): architecture.neuronName(neuron)
    case .bias(let bias): architecture.name(of: .parameter(bias))
    case .more: nil
    }
  }

  /// A given number with its name, at the right of its column, and the knob that its edges leave from.
  private mutating func drawValue(
    _ quantity: Quantity, _ isLit: Bool, _ column: PictureLayout.Column, _ placed: PictureLayout.Placed,
    on grid: inout Grid
  ) {
    let room = column.width - 1
    let text = pair(architecture.name(of: quantity), quantity, columns: room)
    let start = column.right - 1 - min(Screen.width(of: text), room)
    let style = style(of: quantity, Style(isLit ? .lit : .plain, bold: isLit))
    let end = put(text, at: start, placed.middle, style, on: &grid)
    put(type.sign("●", "o"), at: end, placed.middle, Style(isLit ? .lit : .plain, bold: isLit), on: &grid)
    hits.append((start..<end + 1, placed.rows, quantity))
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
    let isKnown = state.walk.knows(.net(neuron)) || state.walk.knows(.out(neuron))
    let border = Style(isLit || isFocus ? .lit : (isKnown ? .plain : .faint), bold: isLit || isFocus)
    let (top, width) = (placed.rows.lowerBound, column.width)
    let line = type.sign("─", "-")
    let name = " " + type.name(architecture.neuronName(neuron), columns: width - 5) + " "
    let dashes = String(repeating: line, count: max(0, width - 3 - Screen.width(of: name)))
    grid.write(type.sign("╭─", "+-") + name + dashes + type.sign("╮", "+"), at: column.left, top, border, width: width)
    put(name, at: column.left + 2, top, isFocus ? Style(.focus, bold: true) : border, on: &grid)
    for row in placed.rows.dropFirst().dropLast() {
      grid.write(type.sign("│", "|"), at: column.left, row, border)
      grid.write(type.sign("│", "|"), at: column.right - 1, row, border)
    }
    let bottom = type.sign("╰", "+") + String(repeating: line, count: width - 2) + type.sign("╯", "+")
    grid.write(bottom, at: column.left, placed.rows.upperBound - 1, border, width: width)
    if type.namesDeltas { drawDelta(neuron, column, placed.rows.upperBound - 1, on: &grid) }
    for (row, quantity) in [(placed.outRow - 1, Quantity.net(neuron)), (placed.outRow, .out(neuron))] {
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
    put(text, at: column.left + 1, row, style(of: delta, base), on: &grid)
    hits.append((column.left..<column.right, row..<row + 1, delta))
  }

  private mutating func drawContent(_ quantity: Quantity, at left: Int, _ row: Int, width: Int, on grid: inout Grid) {
    let label: String
    if case .net = quantity { label = "net" } else { label = "out" }
    let isAtHand = state.walk.step.quantity == quantity && (state.lightsStep || state.drill != nil)
    let text = value(of: quantity, columns: width - 4)
    let base = Style(isAtHand ? .focus : (state.walk.knows(quantity) ? .plain : .faint), bold: isAtHand)
    let padding = String(repeating: " ", count: max(0, width - 3))
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
    if isFirst { grid.write(type.sign("⋯", "~"), at: column.left, placed.middle, Style(.faint)) }
    let left = column.left + (isFirst ? 2 : 0)
    let text = pair(architecture.neuronName(neuron), .out(neuron), columns: column.right - 1 - left, fill: true)
    put(text, at: left, placed.middle, style(of: .out(neuron), base), on: &grid)
    put(type.sign("●", "o"), at: column.right - 1, placed.middle, base, on: &grid)
    hits.append((left..<column.right, placed.rows, .out(neuron)))
  }

  // MARK: Edges

  private mutating func drawEdges(into number: Int, on grid: inout Grid) {
    let (from, to) = (layout.columns[number - 1], layout.columns[number])
    let labelLeft = to.left - layout.labelWidth
    let start = from.right
    var canvas = Canvas(
      origin: Point(column: start, row: layout.area.top),
      size: Size(columns: to.left - 1 - start, rows: layout.area.size.rows), isUnicode: type.isUnicode)
    var shown: [(edge: Edge, row: Int, isLabelled: Bool)] = []
    for target in to.items {
      guard case .neuron(let neuron) = target.item else { continue }
      let edges = edges(into: neuron, from: from)
      let rows = edges.indices.map { row(ofPort: $0, of: edges.count, target) }
      let labelled = self.labelled(edges, rows)
      for (edge, row) in zip(edges, rows) {
        let isLabelled = labelled[row] == edge.part
        shown.append((edge, row, isLabelled))
        let isLit = isLit(edge.part)
        canvas.line(
          from: Point(column: start, row: edge.row),
          to: Point(column: labelled[row] == nil ? to.left - 2 : labelLeft - 1, row: row),
          Style(isLit ? .lit : .faint, bold: isLit), rank: isLit ? 1 : 0, heavy: isLit)
      }
    }
    canvas.paint(on: &grid)
    // The lit arrow, and the label, stand above the others of the row.
    for (edge, row, isLabelled) in shown where !isLit(edge.part) { drawEnd(edge, isLabelled, to.left, row, on: &grid) }
    for (edge, row, isLabelled) in shown where isLit(edge.part) { drawEnd(edge, isLabelled, to.left, row, on: &grid) }
  }

  /// Which edge is named in each row where edges end: in full detail all are, else those of the path, and none where
  /// several of them meet, unless one is what the step looks at.
  private func labelled(_ edges: [Edge], _ rows: [Int]) -> [Int: Highlight.Part] {
    if layout.detail == .full {
      return Dictionary(zip(rows, edges.map(\.part)), uniquingKeysWith: { first, _ in first })
    }
    var result: [Int: Highlight.Part] = [:]
    for row in Set(rows) {
      let lit = zip(edges, rows).filter { $1 == row && isLit($0.part) }.map(\.0.part)
      let focused = lit.filter(highlight.focus.contains)
      if focused.count == 1 {
        result[row] = focused[0]
      } else if lit.count == 1, !layout.isTight {
        result[row] = lit[0]
      }
    }
    return result
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
    guard block.bias == .each, let bias = architecture.biasParameter(ofNeuron: neuron),
      layout.detail == .full || isLit(.bias(bias, neuron: neuron))
    else { return [] }
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

  /// Where an edge ends: its arrow, and its name and value where it is labelled.
  private mutating func drawEnd(
    _ edge: Edge, _ isLabelled: Bool, _ end: Int, _ row: Int, on grid: inout Grid
  ) {
    let isLit = isLit(edge.part)
    let style = Style(highlight.focus.contains(edge.part) ? .focus : (isLit ? .lit : .plain), bold: isLit)
    let arrow = isLit ? type.sign("▶", ">") : type.sign("→", ">")
    grid.write(arrow, at: end - 1, row, Style(isLit ? .lit : .faint, bold: isLit))
    guard isLabelled else { return }
    let (left, width) = (end - layout.labelWidth, layout.labelWidth)
    hits.append((left..<end, row..<row + 1, edge.quantity))
    let name = architecture.name(of: edge.quantity)
    if case .bias(_, let neuron) = edge.part, architecture.block(ofNeuron: neuron).bias == .shared {
      // The number stands at the bias's own node.
      let text = " " + type.name(name, columns: width - 2)
      let padding = String(repeating: " ", count: max(0, width - 1 - Screen.width(of: text)))
      put(text, at: left, row, isLit ? style : Style(.faint), on: &grid)
      if layout.detail != .full { grid.write(padding, at: left + Screen.width(of: text), row, style) }
      return
    }
    let shown = type.name(name, columns: width - 2)
    let room = width - 2 - Screen.width(of: shown)
    let text = room > 4 ? value(of: edge.quantity, columns: room - 1) : ""
    let padding = String(repeating: " ", count: max(0, room - Screen.width(of: text)))
    put(" " + shown + padding + text, at: left, row, self.style(of: edge.quantity, style), on: &grid)
  }

  // MARK: Loss

  private mutating func drawLoss(on grid: inout Grid) {
    guard let last = layout.columns.last else { return }
    for placed in last.items {
      guard case .neuron(let neuron) = placed.item else { continue }
      if architecture.isOutput(neuron) {
        drawLoss(of: neuron, placed, on: &grid)
      } else {
        // The layers up to the loss are not shown.
        let text = type.sign("─→ ⋯ E", "-> ~ E")
        grid.write(text, at: layout.lossLeft, placed.outRow, Style(.faint), width: layout.lossWidth)
      }
    }
    guard architecture.outputCount > 1, layout.layers.upperBound == architecture.blocks.count else { return }
    let row = layout.area.top + layout.area.size.rows - 1
    // The last output's loss may stand there; it is a part of E, and goes before it.
    guard !labels.contains(where: { $0.row == row && $0.column >= layout.lossLeft }) else { return }
    let isAtHand = state.walk.step.quantity == .loss
    let text = "E " + value(of: .loss, columns: layout.lossWidth - 2)
    let base = Style(isAtHand ? .focus : (state.walk.knows(.loss) ? .plain : .faint), bold: isAtHand)
    put(text, at: layout.lossLeft, row, style(of: .loss, base), on: &grid)
  }

  private mutating func drawLoss(of neuron: Int, _ placed: PictureLayout.Placed, on grid: inout Grid) {
    let (left, width) = (layout.lossLeft, layout.lossWidth)
    let output = neuron - architecture.firstOutput
    let isLit = isLit(.loss(neuron: neuron))
    let isFocus = highlight.focus.contains(.loss(neuron: neuron))
    let loss: Quantity = architecture.outputCount == 1 ? .loss : .partialLoss(output)
    let unlit: Role = state.walk.knows(loss) ? .plain : .faint
    let style = Style(isFocus ? .focus : (isLit ? .lit : unlit), bold: isLit)
    let row = placed.outRow
    let arrow = isLit ? type.sign("━▶", "=>") : type.sign("─→", "->")
    let end = grid.write(arrow, at: left, row, style)
    put(" " + type.name(architecture.name(of: loss), columns: width - 3), at: end, row, style, on: &grid)
    hits.append((left..<left + width, row..<row + 1, loss))
    guard placed.rows.count > 1 else { return }
    let text = value(of: loss, columns: width - 2)
    let base = state.walk.knows(loss) ? style : Style(.faint)
    put(text, at: left + 2, row + 1, self.style(of: loss, base), on: &grid)
    let target: Quantity = .target(output)
    put("target", at: left + 3, row - 2, Style(.plain), on: &grid)
    let number = value(of: target, columns: width - 3)
    put(number, at: left + 3, row - 1, self.style(of: target, Style(.plain)), on: &grid)
    hits.append((left..<left + width, row - 2..<row, target))
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
