import Expressions
import Networks

/// The right derivation, one line at a time.
extension Subject {
  /// What an item is found from, one level down; nil for what is given, and for what has no line of its own.
  func definition(of item: Item) -> Expression? {
    switch item {
    case .now(let quantity): definition(of: quantity)
    case .afterUpdate(.net(let neuron)): weightedSum(neuron, isAfterUpdate: true)
    case .afterUpdate(.out(let neuron)):
      activation(neuron).applied(to: .symbol(architecture.name(of: .net(neuron)) + "+"))
    default: nil
    }
  }

  private func definition(of quantity: Quantity) -> Expression? {
    switch quantity {
    case .net(let neuron): return weightedSum(neuron)
    case .out(let neuron): return activation(neuron).applied(to: leaf(.net(neuron)))
    case .partialLoss(let output): return lossOfOutput(output)
    case .loss where architecture.outputCount == 1: return lossOfOutput(0)
    case .loss: return .sum((0..<architecture.outputCount).map { leaf(.partialLoss($0)) })
    case .derivative(let dependent, let variable): return derivative(of: dependent, by: variable)
    case .updated(let parameter): return updated(parameter)
    case .lossAfterUpdate:
      let losses = (0..<architecture.outputCount).map { lossOfOutput($0, mark: "+") }
      return losses.count == 1 ? losses[0] : .sum(losses)
    case .input, .target, .parameter, .learningRate: return nil
    }
  }

  private func derivative(of dependent: Quantity, by variable: Quantity) -> Expression? {
    switch (dependent, variable) {
    case (.loss, .out(let neuron)): return upstream(neuron)
    case (.loss, .net(let neuron)): return .product([leaf(.gradient(.out(neuron))), leaf(.slope(neuron))])
    case (.loss, .parameter(let parameter)):
      return .joined(neurons(fedBy: parameter).map { step(.derivative(of: .net($0), by: variable), delta: $0) })
    case (.loss, .input):
      let first = architecture.blocks[0]
      return .joined(
        (first.firstNeuron..<first.firstNeuron + first.neuronCount).map {
          step(.derivative(of: .net($0), by: variable), delta: $0)
        })
    case (.out(let neuron), .net(let net)) where neuron == net: return slope(neuron)
    case (.partialLoss(let output), .out(let neuron)) where neuron == architecture.firstOutput + output:
      return lossSlope(output, architecture.loss)
    case (.partialLoss(let output), _):
      let out = Quantity.out(architecture.firstOutput + output)
      guard reaches(out, from: variable) else { return nil }
      return .product([
        leaf(.derivative(of: dependent, by: out)), leaf(.derivative(of: out, by: variable)),
      ])
    case (.out(let neuron), _):
      guard variable != dependent, reaches(dependent, from: variable) else { return nil }
      return .product([leaf(.slope(neuron)), leaf(.derivative(of: .net(neuron), by: variable))])
    case (.net(let neuron), .out(let source)):
      guard architecture.targets(ofNeuron: source).contains(neuron) else { return through(neuron, from: variable) }
      return leaf(.parameter(weight(from: source, to: neuron)))
    case (.net(let neuron), .parameter(let parameter)):
      switch architecture.place(ofParameter: parameter) {
      case .edge(let source, let fed) where fed == neuron: return leaf(sent(bySource: source))
      case .neurons(let fed) where fed.contains(neuron): return .number(1)
      case .edge, .neurons: return through(neuron, from: variable)
      }
    case (.net(let neuron), .input(let input)):
      guard architecture.layer(ofNeuron: neuron) == 0 else { return through(neuron, from: variable) }
      return leaf(.parameter(architecture.weight(from: input, to: neuron)))
    case (.net(let neuron), .net(let other)) where neuron != other: return through(neuron, from: variable)
    default: return nil
    }
  }

  /// ∂net/∂(what acts from further back): the sum over the neurons before this one that it reaches.
  private func through(_ neuron: Int, from variable: Quantity) -> Expression? {
    let inputs = architecture.inputs.count
    let sources = architecture.sources(ofNeuron: neuron).filter {
      $0 >= inputs && reaches(.out($0 - inputs), from: variable)
    }
    guard opensForward, !sources.isEmpty else { return nil }
    return .joined(
      sources.map {
        let out = Quantity.out($0 - inputs)
        return .product([
          leaf(.derivative(of: .net(neuron), by: out)), leaf(.derivative(of: out, by: variable)),
        ])
      })
  }

  /// Whether an output depends on what it is derived by.
  private func reaches(_ dependent: Quantity, from variable: Quantity) -> Bool {
    guard case .out(let neuron) = dependent else { return false }
    let layer = architecture.layer(ofNeuron: neuron)
    func reaches(from fed: Range<Int>) -> Bool {
      let first = architecture.layer(ofNeuron: fed.lowerBound)
      return first < layer || first == layer && fed.contains(neuron)
    }
    switch variable {
    case .input: return true
    case .parameter(let parameter): return reaches(from: neurons(fedBy: parameter))
    case .net(let other): return reaches(from: other..<other + 1)
    case .out(let other): return architecture.layer(ofNeuron: other) < layer
    case .target, .learningRate, .partialLoss, .loss, .derivative, .updated, .lossAfterUpdate: return false
    }
  }

  /// δ of a neuron times one more factor.
  func step(_ factor: Quantity, delta neuron: Int) -> Expression { .product([leaf(.delta(neuron)), leaf(factor)]) }

  private func upstream(_ neuron: Int) -> Expression? {
    if architecture.isOutput(neuron) { return lossSlope(neuron - architecture.firstOutput, architecture.loss) }
    guard architecture.layer(ofNeuron: neuron) < firstGivenLayer else { return nil }
    return .joined(
      architecture.targets(ofNeuron: neuron).map { step(.derivative(of: .net($0), by: .out(neuron)), delta: $0) })
  }

  /// ∂E/∂out of an output, for either loss.
  func lossSlope(_ output: Int, _ loss: Loss) -> Expression {
    let (target, out) = (leaf(.target(output)), leaf(.out(architecture.firstOutput + output)))
    switch loss {
    case .squaredError: return .negation(.difference(target, out))
    case .crossEntropy:
      return .sum([
        .negation(.quotient(target, out)), .quotient(.difference(.number(1), target), .difference(.number(1), out)),
      ])
    }
  }

  /// f′ in terms of out, as it is written on a board; ReLU's stays f′(net).
  private func slope(_ neuron: Int) -> Expression {
    let out = leaf(.out(neuron))
    return switch activation(neuron) {
    case .sigmoid: .product([out, .difference(.number(1), out)])
    case .tanh: .difference(.number(1), .power(out, .number(2)))
    case .relu: .slope(.relu, leaf(.net(neuron)))
    case .identity: .number(1)
    }
  }

  private func updated(_ parameter: Int) -> Expression {
    let old = leaf(.parameter(parameter))
    if held.contains(parameter) { return old }
    return .difference(old, .product([leaf(.learningRate), leaf(.gradient(.parameter(parameter)))]))
  }

  private func lossOfOutput(_ output: Int, mark: String = "") -> Expression {
    lossOfOutput(output, architecture.loss, mark: mark)
  }

  func lossOfOutput(_ output: Int, _ loss: Loss, mark: String = "") -> Expression {
    let out = architecture.name(of: .out(architecture.firstOutput + output)) + mark
    return loss.expression(target: leaf(.target(output)), out: .symbol(out))
  }

  func activation(_ neuron: Int) -> Activation { architecture.block(ofNeuron: neuron).activation }

  func neurons(fedBy parameter: Int) -> Range<Int> {
    switch architecture.place(ofParameter: parameter) {
    case .edge(_, let neuron): neuron..<neuron + 1
    case .neurons(let neurons): neurons
    }
  }

  /// The terms of a net input, the bias last.
  private func weightedSum(_ neuron: Int, isAfterUpdate: Bool = false) -> Expression {
    let mark = isAfterUpdate ? "+" : ""
    var terms: [Expression] = architecture.sources(ofNeuron: neuron).map { source in
      let from = sent(bySource: source)
      let value = source < architecture.inputs.count ? leaf(from) : .symbol(architecture.name(of: from) + mark)
      let weight = architecture.weight(from: source, to: neuron)
      return .product([value, .symbol(architecture.name(of: .parameter(weight)) + mark)])
    }
    if let bias = architecture.biasParameter(ofNeuron: neuron) {
      terms.append(.symbol(architecture.name(of: .parameter(bias)) + mark))
    }
    return .joined(terms)
  }
}

extension Expression {
  /// A sum, or its only term.
  static func joined(_ terms: [Expression]) -> Expression { terms.count == 1 ? terms[0] : .sum(terms) }

  static func difference(_ one: Expression, _ other: Expression) -> Expression { .sum([one, .negation(other)]) }
}
