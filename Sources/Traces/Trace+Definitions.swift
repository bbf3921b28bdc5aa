package import Expressions
package import Networks

/// What the quantities are made of: the formulas that the derivation differentiates.
extension Trace {
  /// More terms than this are not written out: the ones that matter stay, and a … stands for the others.
  private static let maxSumTerms = 9

  var architecture: Architecture { network.architecture }

  func name(_ quantity: Quantity) -> String { architecture.name(of: quantity) }

  /// What a quantity is made of, one level down.
  ///
  /// `keeping` names what must stay in a long sum; with `isComplete` every term stays.
  package func definition(of quantity: Quantity, keeping: Quantity? = nil, isComplete: Bool = false) -> Expression {
    switch quantity {
    case .net(let neuron): return weightedSum(neuron, keeping: keeping, isComplete: isComplete)
    case .out(let neuron): return output(neuron, keeping: keeping, isComplete: isComplete)
    case .partialLoss(let output): return partialLoss(output)
    case .loss: return loss(keeping: keeping, isComplete: isComplete)
    case .updated(let parameter):
      let old = Expression.symbol(name(.parameter(parameter)))
      if network.held.contains(parameter) { return old }
      let gradient =
        mean(of: parameter, isComplete: isComplete) ?? architecture.expression(of: .gradient(.parameter(parameter)))
      return architecture.update(of: parameter, gradient: gradient)
    default: return architecture.expression(of: quantity)
    }
  }

  /// f(net), or under softmax the share of a neuron in its layer, of which a long sum is shortened.
  private func output(_ neuron: Int, keeping: Quantity?, isComplete: Bool) -> Expression {
    let net = { (neuron: Int) in Expression.symbol(name(.net(neuron))) }
    let layer = architecture.neurons(behindOut: neuron)
    guard layer.count > 1 else { return architecture.formula(ofOut: neuron, net: net) }
    var kept = [neuron - layer.lowerBound]
    if case .net(let other)? = keeping, layer.contains(other) { kept.append(other - layer.lowerBound) }
    let activation = architecture.activation(ofNeuron: neuron)
    return activation.function.formula(at: net(neuron), activation.slope) {
      Self.terms(of: layer.count, keeping: kept, isComplete: isComplete) { net(layer.lowerBound + $0) }
    }
  }

  /// Terms added, a long sum shortened to its first two, its last and the one kept.
  ///
  /// Cost: proportional to the terms that are written.
  static func sum(
    of count: Int, keeping kept: Int? = nil, isComplete: Bool, and last: Expression? = nil, term: (Int) -> Expression
  ) -> Expression {
    var terms = terms(of: count, keeping: [kept ?? 0], isComplete: isComplete, term: term)
    if let last { terms.append(last) }
    switch terms.count {
    case 0: return .number(0)
    case 1: return terms[0]
    default: return .sum(terms)
    }
  }

  private static func terms(
    of count: Int, keeping kept: [Int], isComplete: Bool, term: (Int) -> Expression
  ) -> [Expression] {
    if isComplete || count <= maxSumTerms { return (0..<count).map(term) }
    var terms: [Expression] = []
    var next = 0
    for index in Set([0, 1, count - 1] + kept).sorted() {
      if index > next { terms.append(.symbol("…")) }
      terms.append(term(index))
      next = index + 1
    }
    return terms
  }

  private func partialLoss(_ output: Int) -> Expression {
    architecture.loss.expression(
      target: .symbol(name(.target(output))), out: .symbol(name(.out(architecture.firstOutput + output))))
  }

  /// Of several outputs the sum or mean of their losses, the one that is kept written out.
  private func loss(keeping: Quantity?, isComplete: Bool) -> Expression {
    guard architecture.outputCount != 1 else { return partialLoss(0) }
    var kept: Int?
    if case .out(let neuron)? = keeping { kept = neuron - architecture.firstOutput }
    let sum = Self.sum(of: architecture.outputCount, keeping: kept, isComplete: isComplete) { output in
      output == kept ? partialLoss(output) : .symbol(name(.partialLoss(output)))
    }
    return architecture.loss.isMean ? .quotient(sum, .number(Double(architecture.outputCount))) : sum
  }

  private func weightedSum(_ neuron: Int, keeping: Quantity?, isComplete: Bool) -> Expression {
    let sources = architecture.sources(ofNeuron: neuron)
    let inputs = architecture.inputs.count
    let kept: Int? =
      switch keeping {
      case .input(let input)?: input - sources.lowerBound
      case .out(let from)?: from + inputs - sources.lowerBound
      case .parameter(let weight)? where weight < architecture.weightCount:
        weight - architecture.weight(from: sources.lowerBound, to: neuron)
      default: nil
      }
    let bias = architecture.biasParameter(ofNeuron: neuron).map { parameter in
      let name = Expression.symbol(name(.parameter(parameter)))
      return architecture.conventions.hasThresholds ? Expression.negation(name) : name
    }
    let keptTerm = kept.flatMap { (0..<sources.count).contains($0) ? $0 : nil }
    return Self.sum(of: sources.count, keeping: keptTerm, isComplete: isComplete, and: bias) { index in
      let source = sources.lowerBound + index
      let from: Quantity = source < inputs ? .input(source) : .out(source - inputs)
      return .product([
        .symbol(name(from)), .symbol(name(.parameter(architecture.weight(from: source, to: neuron)))),
      ])
    }
  }
}
