/// Who feeds whom: the layers of a network, and where each weight and bias is in them.
///
/// Neurons are numbered over the whole network, layer by layer. A *source* is an input or a neuron: sources
/// 0..<inputs.count are the inputs, and neuron n is source inputs.count + n. Weights are numbered layer by layer, for
/// each neuron in turn over its sources; biases follow the weights in the numbering of parameters.
package struct Architecture: Hashable, Sendable {
  package let inputs: [String]
  package let layers: [Layer]
  package let loss: Loss
  package let conventions: Conventions
  /// Where each layer's neurons, sources, weights and biases begin.
  package let blocks: [Block]
  package let neuronCount: Int
  package let weightCount: Int
  package let biasCount: Int
  /// How quantities are called, where it is otherwise than by their identities.
  package private(set) var letters: NameTable?
  private let neuronNumbers: [String: Int]
  private let inputNumbers: [String: Int]
  private let layerOfNeuron: [Int32]

  /// The numbers of one layer: what it reads, what it writes, and its parameters.
  package struct Block: Hashable, Sendable {
    package let firstNeuron: Int
    package let neuronCount: Int
    package let firstSource: Int
    package let sourceCount: Int
    package let firstWeight: Int
    /// The layer's first bias among the biases.
    package let firstBias: Int
    package let bias: Bias
    /// The layer's function; a neuron may have one of its own where the layer is mixed.
    let activation: Activation
    package let isMixed: Bool
  }

  package init(inputs: [String], layers: [Layer], loss: Loss, conventions: Conventions = Conventions()) {
    var blocks: [Block] = []
    var (neuron, source, sources, weight, bias) = (0, 0, inputs.count, 0, 0)
    var layerOfNeuron: [Int32] = []
    for (number, layer) in layers.enumerated() {
      let block = Block(
        firstNeuron: neuron, neuronCount: layer.neurons.count, firstSource: source, sourceCount: sources,
        firstWeight: weight, firstBias: bias, bias: layer.bias, activation: layer.activation,
        isMixed: layer.isMixed)
      blocks.append(block)
      layerOfNeuron += Array(repeating: Int32(number), count: layer.neurons.count)
      source = inputs.count + neuron
      neuron += layer.neurons.count
      weight += layer.neurons.count * sources
      sources = layer.neurons.count
      switch layer.bias {
      case .shared: bias += 1
      case .each: bias += layer.neurons.count
      case .none: break
      }
    }
    self.inputs = inputs
    self.layers = layers
    self.loss = loss
    self.conventions = conventions
    self.blocks = blocks
    self.neuronCount = neuron
    self.weightCount = weight
    self.biasCount = bias
    self.layerOfNeuron = layerOfNeuron
    let names = layers.flatMap(\.neurons)
    self.neuronNumbers = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    self.inputNumbers = Dictionary(zip(inputs, inputs.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The same network under a notation; throws where two quantities would have one name.
  package func lettered(in notation: Notation) throws(NotationClash) -> Architecture {
    var changed = self
    changed.letters = nil
    if !notation.isPlain || notation.name != Notation.netOut.name {
      changed.letters = try NameTable(notation, for: changed)
    }
    return changed
  }

  package var parameterCount: Int { weightCount + biasCount }
  package var outputCount: Int { blocks.last?.neuronCount ?? 0 }
  package var firstOutput: Int { neuronCount - outputCount }

  /// The layer that a neuron is in.
  package func layer(ofNeuron neuron: Int) -> Int { Int(layerOfNeuron[neuron]) }

  /// The layer's place in the arrays of parameters, by one of its neurons.
  package func block(ofNeuron neuron: Int) -> Block { blocks[layer(ofNeuron: neuron)] }

  /// Whether a neuron is in the last layer.
  package func isOutput(_ neuron: Int) -> Bool { neuron >= firstOutput }

  /// A neuron's name, such as h1 or O.
  package func neuronName(_ neuron: Int) -> String {
    let block = block(ofNeuron: neuron)
    return layers[layer(ofNeuron: neuron)].neurons[neuron - block.firstNeuron]
  }

  /// The neuron of that name, counted over the whole network.
  package func neuron(named name: String) -> Int? { neuronNumbers[name] }

  /// The input of that name.
  package func input(named name: String) -> Int? { inputNumbers[name] }

  /// The sources that feed a neuron, in the order of its weights.
  package func sources(ofNeuron neuron: Int) -> Range<Int> {
    let block = block(ofNeuron: neuron)
    return block.firstSource..<block.firstSource + block.sourceCount
  }

  /// The weight on the edge from a source to a neuron of the next layer.
  package func weight(from source: Int, to neuron: Int) -> Int {
    let block = block(ofNeuron: neuron)
    return block.firstWeight + (neuron - block.firstNeuron) * block.sourceCount + (source - block.firstSource)
  }

  /// The neurons that a neuron feeds: the whole next layer, or none.
  package func targets(ofNeuron neuron: Int) -> Range<Int> {
    let next = layer(ofNeuron: neuron) + 1
    guard next < blocks.count else { return neuronCount..<neuronCount }
    return blocks[next].firstNeuron..<blocks[next].firstNeuron + blocks[next].neuronCount
  }

  /// The bias of a neuron, as a number among the parameters.
  package func biasParameter(ofNeuron neuron: Int) -> Int? {
    let block = block(ofNeuron: neuron)
    switch block.bias {
    case .shared: return weightCount + block.firstBias
    case .each: return weightCount + block.firstBias + neuron - block.firstNeuron
    case .none: return nil
    }
  }

  /// Where a parameter enters the network: the edge of a weight, or the neurons that a bias feeds.
  package enum Place: Hashable, Sendable {
    case edge(source: Int, neuron: Int)
    case neurons(Range<Int>)
  }

  /// Cost: a search over the layers.
  package func place(ofParameter parameter: Int) -> Place {
    if parameter < weightCount {
      let block = blocks[(blocks.lastIndex { $0.firstWeight <= parameter && $0.neuronCount > 0 }) ?? 0]
      let (row, column) = (parameter - block.firstWeight).quotientAndRemainder(dividingBy: max(1, block.sourceCount))
      return .edge(source: block.firstSource + column, neuron: block.firstNeuron + row)
    }
    let bias = parameter - weightCount
    let block = blocks[(blocks.lastIndex { $0.bias != .none && $0.firstBias <= bias }) ?? 0]
    guard block.bias == .each else { return .neurons(block.firstNeuron..<block.firstNeuron + block.neuronCount) }
    let neuron = block.firstNeuron + bias - block.firstBias
    return .neurons(neuron..<neuron + 1)
  }
}
