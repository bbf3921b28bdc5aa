import Expressions
import Networks

/// The right derivation, one line at a time.
extension Subject {
  /// What an item is found from, one level down; nil for what is given, and for what has no line of its own.
  func definition(of item: Item) -> Expression? {
    switch item {
    case .now(let quantity): definition(of: quantity)
    case .afterUpdate(.net(let neuron)): weightedSum(neuron, isAfterUpdate: true)
    case .afterUpdate(.out(let neuron)): output(neuron, mark: "+")
    default: nil
    }
  }

  private func definition(of quantity: Quantity) -> Expression? {
    switch quantity {
    case .net(let neuron): return weightedSum(neuron)
    case .out(let neuron): return output(neuron)
    case .partialLoss(let output): return lossOfOutput(output)
    case .loss where architecture.outputCount == 1: return lossOfOutput(0)
    case .loss: return lossOfAll((0..<architecture.outputCount).map { leaf(.partialLoss($0)) })
    case .derivative(let dependent, let variable): return derivative(of: dependent, by: variable)
    case .updated(let parameter): return updated(parameter)
    case .lossAfterUpdate:
      let losses = (0..<architecture.outputCount).map { lossOfOutput($0, mark: "+") }
      return lossOfAll(losses)
    case .input, .target, .parameter, .learningRate, .weightDecay, .momentum, .lastStep: return nil
    }
  }

  private func derivative(of dependent: Quantity, by variable: Quantity) -> Expression? {
    switch (dependent, variable) {
    case (.loss, .out(let neuron)): return upstream(neuron)
    case (.loss, .net(let neuron)) where architecture.takesWholeLayer(neuron): return deltaOfWholeLayer(neuron)
    case (.loss, .net(let neuron)): return .product([leaf(.gradient(.out(neuron))), leaf(.slope(neuron))])
    case (.loss, .parameter(let parameter)):
      return .joined(neurons(fedBy: parameter).map { step(.derivative(of: .net($0), by: variable), delta: $0) })
    case (.loss, .input):
      let first = architecture.blocks[0]
      return .joined(
        (first.firstNeuron..<first.firstNeuron + first.neuronCount).map {
          step(.derivative(of: .net($0), by: variable), delta: $0)
        })
    case (.out(let neuron), .net(let net)) where architecture.neurons(behindOut: neuron).contains(net):
      return architecture.derivative(ofOut: neuron, byNet: net)
    case (.partialLoss(let output), .out(let neuron)) where neuron == architecture.firstOutput + output:
      return architecture.loss.function.derivative(target: leaf(.target(output)), out: leaf(.out(neuron)))
    case (.partialLoss(let output), _):
      let out = Quantity.out(architecture.firstOutput + output)
      guard reaches(out, from: variable) else { return nil }
      return .product([
        leaf(.derivative(of: dependent, by: out)), leaf(.derivative(of: out, by: variable)),
      ])
    case (.out(let neuron), _):
      guard variable != dependent, reaches(dependent, from: variable) else { return nil }
      let nets = architecture.neurons(behindOut: neuron).filter { reaches(.out($0), from: variable) }
      return .joined(
        nets.map { net in
          .product([
            leaf(.derivative(of: dependent, by: .net(net))), leaf(.derivative(of: .net(net), by: variable)),
          ])
        })
    case (.net(let neuron), .out(let source)):
      guard architecture.targets(ofNeuron: source).contains(neuron) else { return through(neuron, from: variable) }
      return leaf(.parameter(weight(from: source, to: neuron)))
    case (.net(let neuron), .parameter(let parameter)):
      switch architecture.place(ofParameter: parameter) {
      case .edge(let source, let fed) where fed == neuron: return leaf(sent(bySource: source))
      case .neurons(let fed) where fed.contains(neuron):
        return architecture.conventions.hasThresholds ? .negation(.number(1)) : .number(1)
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
    case .target, .learningRate, .weightDecay, .momentum, .lastStep, .partialLoss, .loss, .derivative, .updated,
      .lossAfterUpdate:
      return false
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

  /// ∂E/∂out of an output, for any loss.
  func lossSlope(_ output: Int, _ loss: Loss) -> Expression {
    loss.derivative(
      target: leaf(.target(output)), out: leaf(.out(architecture.firstOutput + output)),
      outputCount: architecture.outputCount)
  }

  /// f(net), or a share of the whole layer in a form in which no power overflows.
  private func output(_ neuron: Int, mark: String = "") -> Expression {
    let net = { (neuron: Int) in Expression.symbol(architecture.name(of: .net(neuron)) + mark) }
    let layer = architecture.neurons(behindOut: neuron)
    guard layer.count > 1 else { return architecture.formula(ofOut: neuron, net: net) }
    return .quotient(
      .number(1),
      .sum(layer.map { $0 == neuron ? .number(1) : .call(.exp, .difference(net($0), net(neuron))) }))
  }

  /// ∂E/∂net under softmax: one product for each output, added.
  private func deltaOfWholeLayer(_ neuron: Int) -> Expression {
    .joined(
      architecture.neurons(behindOut: neuron).map { out in
        .product([leaf(.gradient(.out(out))), leaf(.derivative(of: .out(out), by: .net(neuron)))])
      })
  }

  private func lossOfAll(_ losses: [Expression]) -> Expression {
    if losses.count == 1 { return losses[0] }
    return architecture.loss.isMean ? .quotient(.sum(losses), .number(Double(losses.count))) : .sum(losses)
  }

  private func updated(_ parameter: Int) -> Expression {
    if held.contains(parameter) { return leaf(.parameter(parameter)) }
    return architecture.update(of: parameter, gradient: leaf(.gradient(.parameter(parameter))))
  }

  private func lossOfOutput(_ output: Int, mark: String = "") -> Expression {
    lossOfOutput(output, architecture.loss, mark: mark)
  }

  func lossOfOutput(_ output: Int, _ loss: Loss, mark: String = "") -> Expression {
    let out = architecture.name(of: .out(architecture.firstOutput + output)) + mark
    return loss.expression(target: leaf(.target(output)), out: .symbol(out))
  }

  func activation(_ neuron: Int) -> Activation { architecture.activation(ofNeuron: neuron) }

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
      let name = Expression.symbol(architecture.name(of: .parameter(bias)) + mark)
      terms.append(architecture.conventions.hasThresholds ? .negation(name) : name)
    }
    return .joined(terms)
  }
}

extension Expression {
  /// A sum, or its only term.
  static func joined(_ terms: [Expression]) -> Expression { terms.count == 1 ? terms[0] : .sum(terms) }

  static func difference(_ one: Expression, _ other: Expression) -> Expression { .sum([one, .negation(other)]) }
}
