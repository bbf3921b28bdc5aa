import Networks
import Screen

/// Where the nodes of a network stand on the screen.
struct PictureLayout {
  /// How much of each node and edge there is room for.
  enum Detail: Int, CaseIterable {
    /// Boxes with net and out; every edge with its name and value.
    case full
    /// Boxes with net and out; only edges of the path have labels.
    case boxes
    /// A line for each neuron; only edges of the path have labels.
    case lines
  }

  enum Item: Hashable {
    case input(Int)
    case neuron(Int)
    /// A shared bias, drawn in the layer before the one that it feeds.
    case bias(Int)
    /// So many nodes are left out here.
    case more(Int)
  }

  struct Placed {
    let item: Item
    let rows: Range<Int>
    var middle: Int { (rows.lowerBound + rows.upperBound - 1) / 2 }
  }

  /// Nodes above each other, and where they begin and end on the screen.
  struct Column {
    let left: Int
    let width: Int
    let items: [Placed]
    var right: Int { left + width }
  }

  /// The inputs, then each layer that is shown.
  private(set) var columns: [Column] = []
  /// The layer of each column but the first.
  private(set) var layers: Range<Int> = 0..<0
  let detail: Detail
  /// Columns that an edge's label takes, arrow included.
  let labelWidth: Int
  /// Where the loss stands.
  private(set) var lossLeft = 0
  let lossWidth: Int
  let area: (left: Int, top: Int, size: Size)

  /// Columns of the inputs.
  private static let firstWidth = 9

  /// nil where there is no room for anything.
  init?(_ architecture: Architecture, highlight: Highlight, left: Int, top: Int, size: Size) {
    area = (left, top, size)
    guard size.columns >= 40, size.rows >= 3, !architecture.blocks.isEmpty else { return nil }
    let layerCount = architecture.blocks.count
    let tallest = architecture.blocks.map(\.neuronCount).max() ?? 1
    let hasBias = architecture.blocks.contains { $0.bias == .shared }
    let boxRows = min(tallest, 6) * 4 + (hasBias && layerCount > 1 ? 1 : 0)
    lossWidth = 9

    // Each detail needs room: columns for all layers, rows for the tallest.
    var chosen: (Detail, box: Int, label: Int)?
    for detail in Detail.allCases {
      let box = detail == .lines ? 13 : (size.columns >= 110 ? 17 : 13)
      let label = detail == .full ? (size.columns >= 110 ? 11 : 10) : 2
      let gap = label + (detail == .full ? 7 : 5)
      let needed = Self.firstWidth + layerCount * (gap + box) + lossWidth
      let widestPorts = architecture.blocks.map { $0.sourceCount + ($0.bias == .none ? 0 : 1) }.max() ?? 1
      if detail == .full, widestPorts > 4 { continue }
      if detail != .lines, boxRows > size.rows || tallest > 6 { continue }
      if needed <= size.columns || detail == .lines {
        chosen = (detail, box, label)
        break
      }
    }
    guard let (detail, box, label) = chosen else { return nil }
    self.detail = detail
    labelWidth = label

    // As many layers as fit, the one at hand among them.
    let isWindow = Self.firstWidth + layerCount * (box + label + 5) + lossWidth > size.columns
    // Where layers are left out, the first column holds neurons as well.
    let firstWidth = isWindow ? box : Self.firstWidth
    let room = size.columns - firstWidth - lossWidth
    let smallestGap = label + (detail == .full ? 6 : 5)
    let shown = max(1, min(layerCount, room / (box + smallestGap)))
    let focused = highlight.deepestLayer(architecture)
    let first = max(0, min(focused, layerCount - shown))
    layers = first..<first + shown
    let gap = max(smallestGap, min(label + 30, (room - shown * box) / shown))
    var at = left
    columns.append(
      Column(
        left: at, width: firstWidth,
        items: Self.place(Self.firstItems(architecture, first), detail, top, size.rows, highlight)))
    at += firstWidth
    for layer in layers {
      at += gap
      let items = Self.items(architecture, layer: layer)
      columns.append(Column(left: at, width: box, items: Self.place(items, detail, top, size.rows, highlight)))
      at += box
    }
    lossLeft = at
  }

  /// The inputs, or where layers are left out, the neurons of the layer before.
  private static func firstItems(_ architecture: Architecture, _ layer: Int) -> [Item] {
    if layer == 0 { return architecture.inputs.indices.map(Item.input) + bias(architecture, feeding: 0) }
    let block = architecture.blocks[layer - 1]
    return (block.firstNeuron..<block.firstNeuron + block.neuronCount).map(Item.neuron)
      + bias(architecture, feeding: layer)
  }

  private static func items(_ architecture: Architecture, layer: Int) -> [Item] {
    let block = architecture.blocks[layer]
    return (block.firstNeuron..<block.firstNeuron + block.neuronCount).map(Item.neuron)
      + bias(architecture, feeding: layer + 1)
  }

  private static func bias(_ architecture: Architecture, feeding layer: Int) -> [Item] {
    guard layer < architecture.blocks.count, architecture.blocks[layer].bias == .shared else { return [] }
    return [.bias(architecture.weightCount + architecture.blocks[layer].firstBias)]
  }

  /// Spreads nodes over the height; leaves out what does not fit, but nothing of the path at hand.
  private static func place(
    _ items: [Item], _ detail: Detail, _ top: Int, _ rows: Int, _ highlight: Highlight
  ) -> [Placed] {
    func height(_ item: Item) -> Int {
      if case .neuron = item, detail != .lines { 4 } else { 1 }
    }
    let items = fitting(items, rows: rows, height: height, highlight)
    let total = items.reduce(0) { $0 + height($1) }
    let spare = max(0, rows - total)
    var placed: [Placed] = []
    var used = 0
    for (number, item) in items.enumerated() {
      // The spare rows go around the nodes in equal parts.
      let before = spare * (2 * number + 1) / (2 * items.count)
      let start = top + used + before
      placed.append(Placed(item: item, rows: start..<start + height(item)))
      used += height(item)
    }
    return placed
  }

  private static func fitting(
    _ items: [Item], rows: Int, height: (Item) -> Int, _ highlight: Highlight
  ) -> [Item] {
    guard items.reduce(0, { $0 + height($1) }) > rows else { return items }
    var kept: Set<Int> = []
    var used = 0
    // First what the step is about, then from the top, with a row for each gap.
    let wanted = items.indices.filter { highlight.isLit(items[$0]) } + [items.count - 1] + Array(items.indices)
    for index in wanted where !kept.contains(index) && used + height(items[index]) + 2 <= rows {
      kept.insert(index)
      used += height(items[index])
    }
    var result: [Item] = []
    var left = 0
    for (index, item) in items.enumerated() {
      if kept.contains(index) {
        if left > 0 { result.append(.more(left)) }
        left = 0
        result.append(item)
      } else {
        left += 1
      }
    }
    if left > 0 { result.append(.more(left)) }
    return result
  }
}

extension Highlight {
  fileprivate func isLit(_ item: PictureLayout.Item) -> Bool {
    switch item {
    case .input(let input): lit.contains(.input(input))
    case .neuron(let neuron): lit.contains(.neuron(neuron))
    case .bias(let bias): lit.contains { if case .bias(bias, neuron: _) = $0 { true } else { false } }
    case .more: false
    }
  }

  /// The first layer that this step is about.
  fileprivate func deepestLayer(_ architecture: Architecture) -> Int {
    lit.map { part in
      switch part {
      case .weight(let weight): architecture.layer(ofParameter: weight)
      case .bias(_, let neuron), .neuron(let neuron), .loss(let neuron): architecture.layer(ofNeuron: neuron)
      case .input: 0
      }
    }.min() ?? 0
  }
}

extension Architecture {
  fileprivate func layer(ofParameter parameter: Int) -> Int {
    switch place(ofParameter: parameter) {
    case .edge(_, let neuron): layer(ofNeuron: neuron)
    case .neurons(let fed): layer(ofNeuron: fed.lowerBound)
    }
  }
}
