package import Expressions
package import Networks

/// What a step says, made when somebody looks.
extension Trace {
  /// More terms than this are not written out: the ones that matter stay.
  private static let longestSum = 9

  private var architecture: Architecture { network.architecture }

  /// What a quantity is made of, one level down; `keeping` names what must stay in a long sum.
  package func definition(of quantity: Quantity, keeping: Quantity? = nil) -> Expression {
    switch quantity {
    case .net(let neuron): return weightedSum(neuron, keeping: keeping)
    case .out(let neuron):
      return architecture.block(ofNeuron: neuron).activation.applied(to: .symbol(name(.net(neuron))))
    case .partialLoss(let output):
      return architecture.loss.expression(
        target: .symbol(name(.target(output))), out: .symbol(name(.out(architecture.firstOutput + output))))
    case .loss where architecture.outputCount == 1: return definition(of: .partialLoss(0))
    case .loss:
      var terms = (0..<architecture.outputCount).map { Expression.symbol(name(.partialLoss($0))) }
      if case .out(let neuron)? = keeping {
        let output = neuron - architecture.firstOutput
        terms[output] = definition(of: .partialLoss(output))
      }
      return .sum(terms)
    case .updated(let parameter):
      let old = Expression.symbol(name(.parameter(parameter)))
      if network.held.contains(parameter) { return old }
      let gradient = architecture.expression(of: .gradient(.parameter(parameter)))
      return .sum([old, .negation(.product([.symbol("eta"), gradient]))])
    default: return architecture.expression(of: quantity)
    }
  }

  /// Stage 2 of a factor: what is differentiated by what.
  package func writtenOut(_ factor: Quantity) -> Expression {
    guard case .derivative(let dependent, let variable) = factor else { return definition(of: factor) }
    return .derivative(of: definition(of: dependent, keeping: variable), by: name(variable))
  }

  /// The derivation of a single derivative, with its rules; nil for everything else.
  package func derivation(of factor: Quantity) -> Derivation? {
    guard case .derivative(let dependent, let variable) = factor else { return nil }
    return definition(of: dependent, keeping: variable).derived(by: name(variable))
  }

  /// The rule that makes the step; nil where nothing is differentiated.
  package func rule(of step: Step) -> Rule? {
    switch step.kind {
    case .factor where !isCompound(step.quantity): derivation(of: step.quantity)?.principalRule
    case .chain: .chain
    case .sum: .sum
    default: nil
    }
  }

  package func isCompound(_ factor: Quantity) -> Bool { ChainRule(architecture: architecture).isCompound(factor) }

  /// The symbolic form: a definition, a derivative carried out, or a product of factors.
  package func symbolic(_ step: Step) -> Expression {
    switch step.kind {
    case .netInput, .output, .loss, .update: return definition(of: step.quantity)
    case .chain: return Self.product(step.path.map(architecture.expression(of:)))
    case .factor: return symbolic(ofFactor: step.quantity)
    case .product: return Self.productOfFactors(step.path.map(symbolic(ofFactor:)))
    case .sum:
      return .sum(step.dependsOn.map { symbolic(self[$0]) })
    }
  }

  /// A derivative carried out and simplified; f(net) is written as the out that it is.
  package func symbolic(ofFactor factor: Quantity) -> Expression {
    guard !isCompound(factor), let derivation = derivation(of: factor) else {
      return architecture.expression(of: factor)
    }
    let result = derivation.value.simplified()
    guard case .derivative(of: .out(let neuron), by: .net) = factor else { return result }
    let net = Expression.symbol(name(.net(neuron)))
    let applied = architecture.block(ofNeuron: neuron).activation.applied(to: net)
    guard applied != net else { return result }
    return result.replacing(applied, by: .symbol(name(.out(neuron))))
  }

  /// The symbolic form with the numbers of the pass put in.
  package func substituted(_ step: Step) -> Expression {
    switch step.kind {
    case .chain, .product: .product(step.path.map { .number(pass.value(of: $0)) })
    case .sum: .sum(step.dependsOn.map { .number(value(of: self[$0])) })
    default: substituted(symbolic(step))
    }
  }

  package func substituted(_ expression: Expression) -> Expression {
    expression.substituting { leaf in
      leaf.leafName.flatMap(architecture.quantity(named:)).map { .number(pass.value(of: $0)) }
    }
  }

  package func value(of step: Step) -> Double {
    switch step.kind {
    case .chain, .product:
      guard step.pathCount > 1, let last = step.path.last, case .derivative(of: .net(let neuron), _) = last else {
        return pass.value(of: step.quantity)
      }
      // Through δ, which stays exact where single factors overflow.
      return pass.deltas[neuron] * pass.value(of: last)
    default: return pass.value(of: step.quantity)
    }
  }

  private func name(_ quantity: Quantity) -> String { architecture.name(of: quantity) }

  private func weightedSum(_ neuron: Int, keeping: Quantity?) -> Expression {
    let sources = architecture.sources(ofNeuron: neuron)
    func term(_ source: Int) -> Expression {
      let inputs = architecture.inputs.count
      let from: Quantity = source < inputs ? .input(source) : .out(source - inputs)
      return .product([
        .symbol(name(from)), .symbol(name(.parameter(architecture.weight(from: source, to: neuron)))),
      ])
    }
    var terms: [Expression] = []
    if sources.count <= Self.longestSum {
      terms = sources.map(term)
    } else {
      let kept = sources.first { source in
        switch keeping {
        case .input(let input)?: source == input
        case .out(let from)?: source == from + architecture.inputs.count
        case .parameter(let weight)?: weight == architecture.weight(from: source, to: neuron)
        default: false
        }
      }
      let shown = Set([sources.lowerBound, sources.lowerBound + 1, sources.upperBound - 1] + (kept.map { [$0] } ?? []))
      var last = sources.lowerBound - 1
      for source in shown.sorted() {
        if source > last + 1 { terms.append(.symbol("…")) }
        terms.append(term(source))
        last = source
      }
    }
    if let bias = architecture.biasParameter(ofNeuron: neuron) { terms.append(.symbol(name(.parameter(bias)))) }
    return terms.count == 1 ? terms[0] : .sum(terms)
  }

  private static func product(_ factors: [Expression]) -> Expression {
    factors.count == 1 ? factors[0] : .product(factors)
  }

  /// Signs to the front, ones gone, products inside products opened: as a teacher would write it.
  static func productOfFactors(_ factors: [Expression]) -> Expression {
    var isNegative = false
    var flat: [Expression] = []
    for factor in factors {
      var factor = factor
      while case .negation(let inner) = factor {
        isNegative.toggle()
        factor = inner
      }
      switch factor {
      case .product(let inner): flat += inner
      case .number(1): break
      default: flat.append(factor)
      }
    }
    let result = flat.isEmpty ? .number(1) : product(flat)
    return isNegative ? .negation(result) : result
  }
}

extension Expression {
  /// The expression with every occurrence of a part replaced.
  fileprivate func replacing(_ part: Expression, by other: Expression) -> Expression {
    self == part ? other : mappingChildren { $0.replacing(part, by: other) }
  }
}
