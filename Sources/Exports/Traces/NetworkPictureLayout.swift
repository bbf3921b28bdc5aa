import Diagnostics
import Expressions
import Networks
import Traces

/// Places nodes in columns: inputs with the first bias, each layer with the next one, and E.
struct NetworkPictureLayout {
  private let pass: Pass
  private let architecture: Architecture
  private let language: Language
  let lit: LitPath
  private let hasGoal: Bool
  private(set) var nodes: [NetworkPicture.Node] = []
  private(set) var edges: [NetworkPicture.Edge] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  /// Nodes shown of a layer before some are left out; lit ones are shown up to the second number.
  private static let maxNodes = 7
  private static let maxLit = 5
  /// More edges than this are drawn without their names, unless lit.
  private static let maxLabels = 64
  private static let columnWidth = 270.0
  private static let margin = 14.0

  /// Whether a value may be seen.
  private let knows: (Quantity) -> Bool

  init(_ trace: Trace, goal: Quantity?, language: Language, knows: @escaping (Quantity) -> Bool) {
    self.language = language
    self.knows = knows
    pass = trace.pass
    architecture = trace.network.architecture
    hasGoal = goal != nil
    if case .derivative(of: .loss, by: let variable)? = goal {
      lit = LitPath(to: variable, in: architecture)
    } else {
      lit = .none
    }
  }

  /// What a column shows: the numbers of its nodes, nil for those left out between.
  private func shown(_ count: Int, isLit: (Int) -> Bool) -> [Int?] {
    if count <= Self.maxNodes { return Array(0..<count) }
    let kept = Set([0, 1, count - 1] + (0..<count).filter(isLit).prefix(Self.maxLit)).sorted()
    var result: [Int?] = []
    for number in kept {
      if let last = result.last.flatMap({ $0 }), number > last + 1 { result.append(nil) }
      result.append(number)
    }
    return result
  }

  mutating func arrange() {
    var columns: [[(source: Int?, node: NetworkPicture.Node)]] = []
    let inputs = shown(architecture.inputs.count) { lit.inputs.contains($0) }
    columns.append(inputs.map { number in (number, number.map(inputNode) ?? Self.omission) })
    for block in architecture.blocks {
      if block.bias == .shared {
        columns[columns.count - 1].append((nil, biasNode(architecture.weightCount + block.firstBias)))
      }
      let neurons = shown(block.neuronCount) { lit.neurons.contains(block.firstNeuron + $0) }
      columns.append(
        neurons.map { number in
          guard let number else { return (nil, Self.omission) }
          let neuron = block.firstNeuron + number
          return (architecture.inputs.count + neuron, neuronNode(neuron))
        })
    }
    columns.append([(nil, lossNode)])
    place(&columns)
    connect(columns)
    nodes = columns.joined().map(\.node)
  }

  private mutating func place(_ columns: inout [[(source: Int?, node: NetworkPicture.Node)]]) {
    let most = columns.map(\.count).max() ?? 1
    // Room for a label of each edge between two rows.
    let tallest = columns.joined().map(\.node.height).max() ?? 0
    let row = max(tallest + 26, 20 * Double(most + 1))
    height = row * Double(most) + 2 * Self.margin
    for column in columns.indices {
      let top = height / 2 - row * Double(columns[column].count - 1) / 2
      for index in columns[column].indices {
        columns[column][index].node.x = Self.margin + 63 + Self.columnWidth * Double(column)
        columns[column][index].node.y = top + row * Double(index)
      }
    }
    width = 2 * Self.margin + 126 + Self.columnWidth * Double(columns.count - 1)
  }

  private mutating func connect(_ columns: [[(source: Int?, node: NetworkPicture.Node)]]) {
    let drawn = zip(columns, columns.dropFirst()).reduce(0) { $0 + $1.0.count * $1.1.count }
    for (column, next) in zip(columns, columns.dropFirst()) {
      let targets = next.filter { $0.node.kind == .neuron }
      let place = 1 / Double(max(2, targets.count) + 1)
      for (source, node) in column {
        if let loss = next.first?.node, loss.kind == .loss {
          if node.kind == .neuron { edges.append(lossEdge(from: node, neuron: source, to: loss)) }
          continue
        }
        for (target, fed) in targets {
          guard let target, let parameter = parameter(from: source, node, to: target) else { continue }
          let isLit = lit.parameters.contains(parameter)
          edges.append(
            NetworkPicture.Edge(
              from: node, to: fed, label: drawn <= Self.maxLabels || isLit ? label(.parameter(parameter)) : nil,
              isLit: isLit, labelPlace: place))
        }
      }
    }
  }

  /// The parameter on the edge between two drawn nodes.
  private func parameter(from source: Int?, _ node: NetworkPicture.Node, to target: Int) -> Int? {
    let neuron = target - architecture.inputs.count
    switch node.kind {
    case .bias: return architecture.biasParameter(ofNeuron: neuron)
    case .input, .neuron: return source.map { architecture.weight(from: $0, to: neuron) }
    case .loss, .omission: return nil
    }
  }

  private func lossEdge(
    from node: NetworkPicture.Node, neuron source: Int?, to loss: NetworkPicture.Node
  ) -> NetworkPicture.Edge {
    let output = (source ?? 0) - architecture.inputs.count - architecture.firstOutput
    let hasPart = architecture.outputCount > 1 && (0..<architecture.outputCount).contains(output)
    return NetworkPicture.Edge(
      from: node, to: loss, label: hasPart ? label(.partialLoss(output)) : nil, isLit: node.isLit, labelPlace: 0.4)
  }

  // MARK: Nodes

  private static var omission: NetworkPicture.Node { NetworkPicture.Node(kind: .omission, lines: ["⋮"], isLit: false) }

  private func name(_ quantity: Quantity) -> String { architecture.text(of: quantity, .unicode) }

  private func number(_ quantity: Quantity) -> String {
    NetworkPicture.text(.number(pass.value(of: quantity)))
  }

  private func label(_ quantity: Quantity) -> String { "\(name(quantity)) = \(number(quantity))" }

  private func inputNode(_ input: Int) -> NetworkPicture.Node {
    NetworkPicture.Node(
      kind: .input, lines: [name(.input(input)), number(.input(input))], isLit: lit.inputs.contains(input))
  }

  private func biasNode(_ parameter: Int) -> NetworkPicture.Node {
    NetworkPicture.Node(
      kind: .bias, lines: [name(.parameter(parameter)), number(.parameter(parameter))],
      isLit: lit.parameters.contains(parameter))
  }

  private func neuronNode(_ neuron: Int) -> NetworkPicture.Node {
    let isPlain = architecture.letters == nil
    func line(_ plain: String, _ quantity: Quantity) -> String {
      "\(isPlain ? plain : name(quantity)) \(number(quantity))"
    }
    var lines = [architecture.label(ofNeuron: neuron, .unicode, language)]
    if knows(.net(neuron)) { lines.append(line("net", .net(neuron))) }
    if knows(.out(neuron)) { lines.append(line("out", .out(neuron))) }
    if architecture.block(ofNeuron: neuron).bias == .each, let bias = architecture.biasParameter(ofNeuron: neuron) {
      lines.insert("\(name(.parameter(bias))) \(number(.parameter(bias)))", at: 1)
    }
    if architecture.isOutput(neuron) {
      lines.append(line("target", .target(neuron - architecture.firstOutput)))
    }
    return NetworkPicture.Node(kind: .neuron, lines: lines, isLit: lit.neurons.contains(neuron))
  }

  private var lossNode: NetworkPicture.Node {
    NetworkPicture.Node(kind: .loss, lines: [name(.loss)] + (knows(.loss) ? [number(.loss)] : []), isLit: hasGoal)
  }
}
