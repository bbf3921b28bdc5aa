import Expressions
package import Networks

/// What a learner is asked for: a quantity of an architecture, whatever its numbers are.
package struct Subject: Hashable, Sendable {
  /// Edges that a derivation is followed back along; where there are more, what lies beyond is taken as given.
  private static let maxEdges = 3_000

  package let architecture: Architecture
  /// Parameters that updates leave alone.
  package let held: Set<Int>
  package let quantity: Quantity
  /// ∂E/∂out of a hidden layer from here on is a given value, lest a wide network make a derivation too long.
  let firstGivenLayer: Int
  /// Whether the forward pass is small enough to be followed line by line, where a mistake is made in it.
  let opensForward: Bool

  package init(_ quantity: Quantity, of architecture: Architecture, held: Set<Int> = []) {
    self.architecture = architecture
    self.held = held
    self.quantity = quantity
    var layer = Self.layer(of: quantity, in: architecture)
    var edges = 0
    while layer + 1 < architecture.blocks.count {
      edges += architecture.blocks[layer + 1].neuronCount * architecture.blocks[layer + 1].sourceCount
      if edges > Self.maxEdges { break }
      layer += 1
    }
    firstGivenLayer = layer
    opensForward = architecture.blocks.reduce(0) { $0 + $1.neuronCount * $1.sourceCount } <= Self.maxEdges
  }

  package init(_ quantity: Quantity, of network: Network) {
    self.init(quantity, of: network.architecture, held: network.held)
  }

  /// For questions that name nothing.
  static let any = Subject(.loss, of: BundledNetworks.default.architecture)

  /// The weight or bias that the question is about, if it is about one.
  var parameter: Int? {
    switch quantity {
    case .derivative(_, by: .parameter(let parameter)), .updated(let parameter): parameter
    default: nil
    }
  }

  /// The output that E is derived by, where that is what is asked.
  var variableItself: Quantity? {
    guard case .derivative(of: .loss, by: .out(let neuron)) = quantity else { return nil }
    return architecture.isOutput(neuron) ? .out(neuron) : nil
  }

  /// Whether the question belongs to the forward pass: then its lines are the learner's own, and else they are given.
  var isForward: Bool {
    switch quantity {
    case .net, .out, .partialLoss, .loss: true
    default: false
    }
  }

  var lastLayer: Int { architecture.blocks.count - 1 }

  /// The layer where the way back begins: the last one, but for a derivative of what is before it.
  private var topLayer: Int {
    switch quantity {
    case .derivative(of: .net(let neuron), by: _), .derivative(of: .out(let neuron), by: _):
      max(firstLayer, architecture.layer(ofNeuron: neuron))
    default: lastLayer
    }
  }

  /// The layer where the way back from the loss ends.
  var firstLayer: Int { Self.layer(of: quantity, in: architecture) }

  private static func layer(of quantity: Quantity, in architecture: Architecture) -> Int {
    switch quantity {
    case .derivative(_, by: .parameter(let parameter)), .updated(let parameter):
      switch architecture.place(ofParameter: parameter) {
      case .edge(_, let neuron): architecture.layer(ofNeuron: neuron)
      case .neurons(let neurons): architecture.layer(ofNeuron: neurons.lowerBound)
      }
    case .derivative(_, by: .net(let neuron)), .derivative(_, by: .out(let neuron)):
      architecture.layer(ofNeuron: neuron)
    default: 0
    }
  }

  /// Where a mistake that can be made at every layer was made: everywhere, at the outputs alone, at the first layer of
  /// the way alone, at all hidden layers, at any one in between.
  var scopes: [ClosedRange<Int>] {
    let (first, last) = (firstLayer, topLayer)
    guard first < last, quantity != .lossAfterUpdate else { return [first...last] }
    // With few layers each one in between as well.
    let between = last - first <= 8 ? (first + 1..<last).map { $0...$0 } : []
    return [first...last, last...last, first...first] + (first + 1 < last ? [first...last - 1] : []) + between
  }

  /// The neuron of a layer that the question is about, else the layer's first.
  func neuron(ofLayer layer: Int) -> Int {
    if layer == firstLayer {
      switch quantity {
      case .derivative(_, by: .parameter(let parameter)), .updated(let parameter):
        if case .edge(_, let neuron) = architecture.place(ofParameter: parameter) { return neuron }
      case .derivative(_, by: .net(let neuron)), .derivative(_, by: .out(let neuron)): return neuron
      default: break
      }
    }
    return architecture.blocks[layer].firstNeuron
  }

  /// The other neurons of a neuron's layer, the next first, at most `limit` of them.
  func siblings(ofNeuron neuron: Int, limit: Int = 4) -> [Int] {
    let block = architecture.block(ofNeuron: neuron)
    return (1..<max(1, block.neuronCount)).prefix(limit).map {
      block.firstNeuron + (neuron - block.firstNeuron + $0) % block.neuronCount
    }
  }

  func leaf(_ quantity: Quantity) -> Expression { architecture.expression(of: quantity) }

  /// The value that a source sends on.
  func sent(bySource source: Int) -> Quantity {
    let inputs = architecture.inputs.count
    return source < inputs ? .input(source) : .out(source - inputs)
  }

  func weight(from neuron: Int, to next: Int) -> Int {
    architecture.weight(from: neuron + architecture.inputs.count, to: next)
  }
}
