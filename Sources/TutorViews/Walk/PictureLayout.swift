import Diagnostics
import Networks
import Screen

/// Where the nodes of a network are on the screen.
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
    /// Nodes that are left out: how many, the first and the last of them.
    indirect case more(Int, from: Item, to: Item)
  }

  struct Placed {
    let item: Item
    let rows: Range<Int>
    var middle: Int { (rows.lowerBound + rows.upperBound - 1) / 2 }
    /// The row of a neuron's output value; in a box the net input is above it.
    var outRow: Int { rows.count > 1 ? rows.lowerBound + rows.count / 2 : rows.lowerBound }
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
  /// Whether there is hardly any room between the layers, so that only what the step looks at is named.
  let isTight: Bool
  /// Where the loss is.
  private(set) var lossLeft = 0
  let lossWidth: Int
  let area: (left: Int, top: Int, size: Size)
  let architecture: Architecture
  let highlight: Highlight

  /// nil where there is no room for anything.
  init?(
    _ architecture: Architecture, highlight: Highlight, left: Int, top: Int, size: Size, _ style: TextStyle = .unicode
  ) {
    area = (left, top, size)
    guard size.columns >= 46, size.rows >= 3, !architecture.blocks.isEmpty else { return nil }
    self.architecture = architecture
    self.highlight = highlight
    let layerCount = architecture.blocks.count
    let inputWidth = Self.inputWidth(architecture, style, columns: size.columns)
    let fitting = Self.choices(architecture, style, columns: size.columns).filter {
      Self.rows(architecture, $0.detail) <= size.rows
    }
    let whole = fitting.first { $0.width(of: architecture, inputs: inputWidth) <= size.columns }
    // Where not all layers fit: the one at hand and the next.
    let part = fitting.first { $0.box + 2 + 2 * ($0.box + $0.gap) + Self.lossColumns <= size.columns }
    let choice = whole ?? part ?? Choice.smallest
    let isWindow = whole == nil
    isTight = choice.isTight
    detail = choice.detail
    labelWidth = choice.label
    lossWidth = Self.lossColumns

    // Where layers are left out, the first column may hold neurons, with a sign before them.
    let firstWidth = isWindow ? choice.box + 2 : inputWidth
    let room = size.columns - firstWidth - lossWidth
    let smallestGap = choice.gap
    let shown = max(1, min(layerCount, room / (choice.box + smallestGap)))
    let first = max(0, min(highlight.deepestLayer(architecture), layerCount - shown))
    layers = first..<first + shown
    let gap = max(smallestGap, min(choice.label + 30, (room - shown * choice.box) / shown))
    var at = left
    columns.append(Column(left: at, width: firstWidth, items: place(items(above: first), layer: nil)))
    at += firstWidth
    for layer in layers {
      at += gap
      columns.append(Column(left: at, width: choice.box, items: place(items(above: layer + 1), layer: layer)))
      at += choice.box
    }
    lossLeft = at
  }

  /// Whether every number of the network is in the picture.
  var showsAll: Bool {
    let isWhole = !columns.contains { $0.items.contains { if case .more = $0.item { true } else { false } } }
    return detail == .full && layers == 0..<architecture.blocks.count && isWhole
  }

  // MARK: What fits

  private static let lossColumns = 9

  private struct Choice {
    let detail: Detail
    /// Columns of a neuron.
    let box: Int
    let label: Int
    /// Whether labels take the columns of the edges.
    var isTight = false
    /// The fewest columns between two layers.
    var gap: Int { isTight ? label + 1 : label + (detail == .full ? 6 : 5) }

    /// Columns for all layers.
    func width(of architecture: Architecture, inputs: Int) -> Int {
      inputs + architecture.blocks.count * (gap + box) + lossColumns
    }

    static let smallest = Choice(detail: .lines, box: 13, label: 6, isTight: true)
  }

  /// From the richest to the poorest.
  private static func choices(_ architecture: Architecture, _ style: TextStyle, columns: Int) -> [Choice] {
    let (box, label) = columns >= 110 ? (17, 11) : (13, 10)
    // The longest name shall leave its value as much room as `w10` does; where not every edge is named, a part of that
    // is better than none.
    let longest =
      architecture.weightCount > 0 ? architecture.text(of: .parameter(architecture.weightCount - 1), style).count : 0
    let more = max(0, longest - 3)
    let labels = (more > 2 ? [more, 2, 0] : more > 0 ? [more, 0] : [0]).map { label + $0 }
    // A name that is wider than the narrowest labels takes the columns of the edges before it is cut.
    let narrow =
      longest > 4
      ? [Choice(detail: .boxes, box: box, label: longest + 2, isTight: true)] : []
    return [Choice(detail: .full, box: box, label: label + more)]
      + labels.map { Choice(detail: .boxes, box: box, label: $0) } + narrow
      + [Choice(detail: .boxes, box: box, label: 6)]
      + labels.map { Choice(detail: .lines, box: 13, label: $0) } + [
        Choice(detail: .lines, box: 13, label: 6), .smallest,
      ]
  }

  /// Columns of the inputs and of the bias among them: room for a name, a number, the knob.
  private static func inputWidth(_ architecture: Architecture, _ style: TextStyle, columns: Int) -> Int {
    var shown = [architecture.inputs.indices.first, architecture.inputs.indices.last].compactMap { $0 }.map(
      Quantity.input)
    if architecture.blocks.first?.bias == .shared { shown.append(.parameter(architecture.weightCount)) }
    let longest = shown.map { Screen.width(of: architecture.text(of: $0, style)) }.max() ?? 0
    return max(9, min(longest + 7, columns >= 110 ? 18 : style == .unicode ? 11 : 15))
  }

  /// Boxes are as high as their edges need.
  static func boxHeight(_ block: Architecture.Block, _ detail: Detail) -> Int {
    switch detail {
    case .full: max(4, block.sourceCount + (block.bias == .none ? 0 : 1))
    case .boxes: 4
    case .lines: 1
    }
  }

  /// The layers that are drawn in full where they fit.
  private static let maxLayer = 6

  /// The rows that the whole network takes; none for lines, which can be left out.
  private static func rows(_ architecture: Architecture, _ detail: Detail) -> Int {
    if detail == .lines { return 0 }
    let blocks = architecture.blocks
    if detail == .full, blocks.contains(where: { max($0.sourceCount, $0.neuronCount) > maxLayer }) { return .max }
    func shared(_ layer: Int) -> Int { layer < blocks.count && blocks[layer].bias == .shared ? 1 : 0 }
    // Inputs that have no room can be left out, unless every edge is to be named.
    let first = detail == .full ? architecture.inputs.count + shared(0) : 0
    return blocks.enumerated().reduce(first) { rows, layer in
      max(rows, layer.element.neuronCount * boxHeight(layer.element, detail) + shared(layer.offset + 1))
    }
  }

  /// The rows that a picture in the best detail that fits would like to have.
  static func rows(_ architecture: Architecture, columns: Int, usual: Int, most: Int, _ style: TextStyle = .unicode)
    -> Int
  {
    let layers = architecture.blocks.map { max($0.sourceCount, $0.neuronCount) }
    guard usual <= most, (layers.max() ?? 0) <= maxLayer else { return min(usual, most) }
    let inputs = inputWidth(architecture, style, columns: columns)
    let wanted = choices(architecture, style, columns: columns).first { choice in
      choice.detail != .lines && choice.width(of: architecture, inputs: inputs) <= columns
        && rows(architecture, choice.detail) <= most
    }
    return max(usual, wanted.map { rows(architecture, $0.detail) } ?? 0)
  }
}

extension Highlight {
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
