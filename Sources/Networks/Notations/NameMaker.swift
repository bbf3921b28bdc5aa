import Expressions

/// A quantity that has a name: δ is no quantity of its own, but ∂E/∂net with a sign.
enum NamedQuantity: Hashable {
  case quantity(Quantity)
  case delta(Int)
}

/// Makes the names of one architecture's quantities.
struct NameMaker {
  private let notation: Notation
  private let architecture: Architecture

  init(_ notation: Notation, _ architecture: Architecture) {
    self.notation = notation
    self.architecture = architecture
  }

  /// The letter of weights that are numbered by their nodes, which books write without an underscore.
  static func endsBase(_ notation: Notation) -> String? {
    guard notation.numbering == .running, let template = notation.forms[.weight]?.output.first,
      template.blanks.contains(.from)
    else { return nil }
    return template.base
  }

  /// nil where the identity is the name.
  func written(_ quantity: NamedQuantity) -> WrittenName? {
    if !notation.renamed.isEmpty, let template = notation.renamed[architecture.identity(of: quantity)] {
      return template.filled { _ in "" }
    }
    return templates(of: quantity).first.map { fill($0, quantity) }
  }

  /// Other names that are read.
  func read(_ quantity: NamedQuantity) -> [WrittenName] {
    templates(of: quantity).map { fill($0, quantity) } + shortened(quantity)
  }

  /// Of a layer's only neuron the index may be left out: ŷ, y, θ.
  private func shortened(_ quantity: NamedQuantity) -> [WrittenName] {
    guard let neuron = neuron(of: quantity), architecture.block(ofNeuron: neuron).neuronCount == 1 else { return [] }
    return templates(of: quantity).compactMap { template in
      guard template.below == [.blank(.node)] else { return nil }
      var name = fill(template, quantity)
      name.below = nil
      return name
    }
  }

  func kind(of quantity: NamedQuantity) -> Notation.Kind? {
    switch quantity {
    case .delta: .delta
    case .quantity(.input): .input
    case .quantity(.net): .net
    case .quantity(.out): .out
    case .quantity(.target): .target
    case .quantity(.partialLoss): .partialLoss
    case .quantity(.loss): .loss
    case .quantity(.learningRate): .learningRate
    case .quantity(.parameter(let parameter)):
      switch architecture.place(ofParameter: parameter) {
      case .edge: .weight
      case .neurons(let neurons): neurons.count > 1 ? .sharedBias : .bias
      }
    case .quantity: nil
    }
  }

  // MARK: Filling in

  private func templates(of quantity: NamedQuantity) -> [NameTemplate] {
    guard let kind = kind(of: quantity), let forms = notation.forms[kind] else { return [] }
    let isOutput = neuron(of: quantity).map(architecture.isOutput) ?? true
    return isOutput ? forms.output : forms.hidden
  }

  /// The neuron whose layer a quantity belongs to; of a weight the one that it leads to.
  private func neuron(of quantity: NamedQuantity) -> Int? {
    switch quantity {
    case .delta(let neuron), .quantity(.net(let neuron)), .quantity(.out(let neuron)): neuron
    case .quantity(.target(let output)), .quantity(.partialLoss(let output)): architecture.firstOutput + output
    case .quantity(.parameter(let parameter)):
      switch architecture.place(ofParameter: parameter) {
      case .edge(_, let neuron): neuron
      case .neurons(let neurons): neurons.lowerBound
      }
    case .quantity: nil
    }
  }

  private func fill(_ template: NameTemplate, _ quantity: NamedQuantity) -> WrittenName {
    let neuron = neuron(of: quantity)
    var name = template.filled { blank in
      switch blank {
      case .layer: return neuron.map { String(notation.firstLayer + architecture.layer(ofNeuron: $0)) } ?? ""
      case .to: return neuron.map(number(ofNeuron:)) ?? ""
      case .node:
        if case .quantity(.input(let input)) = quantity { return number(ofSource: input) }
        return neuron.map(number(ofNeuron:)) ?? ""
      case .from:
        if case .quantity(.parameter(let parameter)) = quantity,
          case .edge(let source, _) = architecture.place(ofParameter: parameter)
        {
          return number(ofSource: source)
        }
        return ""
      case .number:
        guard case .quantity(.parameter(let parameter)) = quantity else { return "" }
        return String(1 + (parameter < architecture.weightCount ? parameter : parameter - architecture.weightCount))
      }
    }
    // Hidden letters that say no layer would be the same in each of several hidden layers.
    if let neuron, name.above == nil, needsLayer(template, quantity), !architecture.isOutput(neuron) {
      name.above = "(\(notation.firstLayer + architecture.layer(ofNeuron: neuron)))"
    }
    return name
  }

  private func needsLayer(_ template: NameTemplate, _ quantity: NamedQuantity) -> Bool {
    guard notation.numbering == .layer, architecture.blocks.count > 2, !template.blanks.contains(.layer),
      !template.blanks.contains(.number)
    else { return false }
    switch quantity {
    case .delta, .quantity(.net), .quantity(.out), .quantity(.parameter): return true
    case .quantity: return false
    }
  }

  private func number(ofNeuron neuron: Int) -> String { number(ofSource: architecture.inputs.count + neuron) }

  private func number(ofSource source: Int) -> String {
    let inputs = architecture.inputs.count
    switch notation.numbering {
    case .running: return String(source + 1)
    case .name: return source < inputs ? architecture.inputs[source] : architecture.neuronName(source - inputs)
    case .layer:
      if source < inputs { return String(source + 1) }
      return String(source - inputs - architecture.block(ofNeuron: source - inputs).firstNeuron + 1)
    }
  }
}
