import Networks
import Screen
import Tutor

extension PictureView {
  mutating func drawEdges(into number: Int, on grid: inout Grid) {
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
      for (number, (edge, row)) in zip(edges, rows).enumerated() {
        let isLabelled = labelled[number] == edge.part
        shown.append((edge, row, isLabelled))
        let isLit = isLit(edge.part)
        canvas.line(
          from: Point(column: start, row: edge.row),
          to: Point(column: labelled[number] == nil ? to.left - 2 : labelLeft - 1, row: row),
          Style(isLit ? .lit : .faint, bold: isLit), rank: isLit ? 1 : 0, heavy: isLit)
      }
    }
    canvas.paint(on: &grid)
    // The lit arrow, and the label, are above the others of the row.
    for (edge, row, isLabelled) in shown where !isLit(edge.part) { drawEnd(edge, isLabelled, to.left, row, on: &grid) }
    for (edge, row, isLabelled) in shown where isLit(edge.part) { drawEnd(edge, isLabelled, to.left, row, on: &grid) }
  }

  /// Which edge is named in the row where each edge ends: in full detail all are, else those of the path, and none where
  /// several of them meet, unless one is what the step looks at.
  private func labelled(_ edges: [Edge], _ rows: [Int]) -> [Highlight.Part?] {
    rows.map { row in
      let meeting = edges.indices.filter { rows[$0] == row }.map { edges[$0].part }
      if layout.detail == .full { return meeting.first }
      let lit = meeting.filter(isLit)
      let focused = lit.filter(highlight.focus.contains)
      if focused.count == 1 { return focused[0] }
      return lit.count == 1 && !layout.isTight ? lit[0] : nil
    }
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
    let arrow = isLit ? type.sign(.pointer) : type.sign(.head)
    grid.write(arrow, at: end - 1, row, Style(isLit ? .lit : .faint, bold: isLit))
    guard isLabelled else { return }
    let (left, width) = (end - layout.labelWidth, layout.labelWidth)
    hits.append(Hit(left..<end, row..<row + 1, .select(edge.quantity)))
    let name = type.name(of: edge.quantity)
    if case .bias(_, let neuron) = edge.part, architecture.block(ofNeuron: neuron).bias == .shared {
      // The number is at the bias's own node.
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
}
