import Networks
import Screen

extension PictureLayout {
  /// What is in front of a layer: the inputs or the neurons that it reads, and its shared bias.
  func items(above layer: Int) -> [Item] {
    var items: [Item]
    if layer == 0 {
      items = architecture.inputs.indices.map(Item.input)
    } else {
      let block = architecture.blocks[layer - 1]
      items = (block.firstNeuron..<block.firstNeuron + block.neuronCount).map(Item.neuron)
    }
    // The bias of a layer that is not shown would lead nowhere.
    if layers.contains(layer), architecture.blocks[layer].bias == .shared {
      items.append(.bias(architecture.weightCount + architecture.blocks[layer].firstBias))
    }
    return items
  }

  /// Spreads nodes over the height; leaves out what does not fit, but nothing of the path at hand.
  func place(_ items: [Item], layer: Int?) -> [Placed] {
    func height(_ item: Item) -> Int {
      if case .neuron = item, let layer { Self.boxHeight(architecture.blocks[layer], detail) } else { 1 }
    }
    let items = fitting(items, height: height)
    let total = items.reduce(0) { $0 + height($1) }
    let spare = max(0, area.size.rows - total)
    var placed: [Placed] = []
    var used = 0
    for (number, item) in items.enumerated() {
      // The spare rows go around the nodes in equal parts.
      let before = spare * (2 * number + 1) / (2 * items.count)
      let start = area.top + used + before
      placed.append(Placed(item: item, rows: start..<start + height(item)))
      used += height(item)
    }
    return placed
  }

  /// Nodes that are kept besides those of the path, where not all fit: the first two and the last.
  private static let maxExamples = 3

  private func fitting(_ items: [Item], height: (Item) -> Int) -> [Item] {
    let rows = area.size.rows
    guard items.reduce(0, { $0 + height($1) }) > rows else { return items }
    var kept: Set<Int> = []
    let examples = [items.count - 1, 0, 1].prefix(Self.maxExamples)
    let lit = items.indices.filter { highlight.isLit(items[$0]) }
    // Where more are lit than fit, the last one shall still be seen.
    let wanted = lit.count > rows ? examples + lit.prefix(rows) : lit + examples
    for index in wanted where items.indices.contains(index) {
      let isNew = kept.insert(index).inserted
      if isNew, Self.summarised(items, kept).reduce(0, { $0 + height($1) }) > rows { kept.remove(index) }
    }
    return Self.summarised(items, kept)
  }

  /// The nodes that are kept, and between them what stands for the others; a single one needs no sign in its place.
  private static func summarised(_ items: [Item], _ kept: Set<Int>) -> [Item] {
    var result: [Item] = []
    var gap: [Item] = []
    func closed() -> [Item] {
      guard gap.count > 1, let first = gap.first, let last = gap.last else { return gap }
      return [.more(gap.count, from: first, to: last)]
    }
    for (index, item) in items.enumerated() {
      if kept.contains(index) {
        result += closed() + [item]
        gap = []
      } else {
        gap.append(item)
      }
    }
    return result + closed()
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
}
