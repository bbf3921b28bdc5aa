import Networks

/// The weights or the biases of one layer, as a program calls them.
struct PythonTensor {
  /// `W1`, `B1`: capital letters, since `b1` is a parameter's own name.
  let name: String
  /// Its numbers among the network's parameters, in order.
  let parameters: Range<Int>
  /// Which of its numbers, counted from 0, updates leave alone.
  let held: [Int]

  /// Whether it holds weights, and not biases.
  var isWeights: Bool { name.hasPrefix("W") }

  var isHeld: Bool { held.count == parameters.count }

  /// All weights from the inputs on, then all biases: the order of the parameters.
  static func all(of network: Network) -> [PythonTensor] {
    let architecture = network.architecture
    var tensors: [PythonTensor] = []
    for (layer, block) in architecture.blocks.enumerated() {
      let first = block.firstWeight
      tensors.append(.init("W\(layer + 1)", first..<first + block.neuronCount * block.sourceCount, network.held))
    }
    for (layer, block) in architecture.blocks.enumerated() where block.bias != .none {
      let first = architecture.weightCount + block.firstBias
      tensors.append(
        .init("B\(layer + 1)", first..<first + (block.bias == .shared ? 1 : block.neuronCount), network.held))
    }
    return tensors
  }

  private init(_ name: String, _ parameters: Range<Int>, _ held: Set<Int>) {
    (self.name, self.parameters) = (name, parameters)
    self.held = held.isEmpty ? [] : parameters.filter(held.contains).map { $0 - parameters.lowerBound }
  }
}
