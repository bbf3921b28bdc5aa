package import Expressions
package import Networks

/// What a step says in symbols, made when someone looks.
extension Trace {
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
    case .factor where isShareOfSoftmax(step.quantity): .softmaxDerivative
    case .factor where !isCompound(step.quantity): derivation(of: step.quantity)?.principalRule
    case .chain: .chain
    case .sum: .sum
    case .netInput, .output, .loss, .factor, .product, .collapse, .update: nil
    }
  }

  /// Whether a factor is ∂out/∂net within a softmax layer.
  private func isShareOfSoftmax(_ factor: Quantity) -> Bool {
    guard case .derivative(of: .out(let out), by: .net(let net)) = factor else { return false }
    return architecture.takesWholeLayer(out) && architecture.neurons(behindOut: out).contains(net)
  }

  /// Whether a factor is a derivation of its own (∂E/∂out_h1 where h1 feeds several) rather than one derivative.
  package func isCompound(_ factor: Quantity) -> Bool { chainRule.isCompound(factor) }

  var chainRule: ChainRule { ChainRule(architecture: architecture, form: form) }

  /// The symbolic form: a definition, a derivative carried out, a product of factors, a sum of products.
  ///
  /// Long sums are shortened, unless `isComplete` is asked for.
  package func symbolic(_ step: Step, isComplete: Bool = false) -> Expression {
    switch step.kind {
    case .netInput, .output, .loss, .update: return definition(of: step.quantity, isComplete: isComplete)
    case .chain: return Self.product(step.path.map(architecture.expression(of:)))
    case .factor: return symbolic(ofFactor: step.quantity)
    case .collapse: return collapsed(step.quantity)
    case .product: return Self.productOfFactors(step.path.map(symbolic(ofFactor:)))
    case .sum:
      return Self.sum(of: step.dependsOn.count, isComplete: isComplete) { symbolic(self[step.dependsOn[$0]]) }
    }
  }

  /// A derivative carried out and simplified; f(net) is written as the out that it is.
  package func symbolic(ofFactor factor: Quantity) -> Expression {
    guard !isCompound(factor), let derivation = derivation(of: factor) else {
      return architecture.expression(of: factor)
    }
    if isShareOfSoftmax(factor), case .derivative(of: .out(let out), by: .net(let net)) = factor {
      return architecture.derivative(ofOut: out, byNet: net) ?? architecture.expression(of: factor)
    }
    let result = derivation.value.simplified()
    guard case .derivative(of: .out(let neuron), by: .net) = factor else { return result }
    let net = Expression.symbol(name(.net(neuron)))
    let applied = architecture.activation(ofNeuron: neuron).applied(to: net)
    guard applied != net else { return result }
    return result.replacing(applied, by: .symbol(name(.out(neuron))))
  }

  /// What differentiating a factor gives before it is tidied up, where a textbook has a line for it: the slope of an
  /// activation at its net input, `f(net)(1 − f(net))`, or the `½·2·(target − out)·(−1)` of a square; nil elsewhere.
  ///
  /// `slope` is f′(net), where there is a function to name.
  package func worked(_ factor: Quantity) -> (slope: Expression?, formula: Expression)? {
    guard case .derivative(let dependent, let variable) = factor, !isCompound(factor), !isShareOfSoftmax(factor),
      let derivation = derivation(of: factor)
    else { return nil }
    switch (dependent, variable) {
    case (.out(let neuron), .net):
      let formula = derivation.value.simplified()
      guard formula != symbolic(ofFactor: factor) else { return nil }
      let applied = architecture.activation(ofNeuron: neuron).applied(to: .symbol(name(.net(neuron))))
      guard case .call(let function, let net) = applied else { return (nil, formula) }
      return (.slope(function, net), formula)
    case (.loss, .out), (.partialLoss, .out):
      guard derivation.principalRule == .power else { return nil }
      let formula = Self.opened(derivation.value)
      return formula == symbolic(ofFactor: factor) ? nil : (nil, formula)
    default: return nil
    }
  }

  /// Factors in one row, without ones; sums of numbers added up, terms that are nothing left out.
  private static func opened(_ expression: Expression) -> Expression {
    switch expression {
    case .product(let factors):
      let flat = factors.map(opened).flatMap { factor -> [Expression] in
        if case .product(let inner) = factor { inner } else { factor == .number(1) ? [] : [factor] }
      }
      return flat.isEmpty ? .number(1) : product(flat)
    case .sum(let terms):
      if expression.leafNames.isEmpty { return expression.simplified() }
      let kept = terms.filter { !($0.leafNames.isEmpty && $0.simplified() == .number(0)) }
      let opened = kept.filter { $0.simplified() != .number(0) }
      return opened.count == 1 ? Self.opened(opened[0]) : .sum(opened)
    case .number, .symbol, .negation, .quotient, .power, .call, .slope, .derivative: return expression
    }
  }

  /// δ of an output behind softmax and categorical cross-entropy: out − target, as the targets add up to 1.
  package func collapsed(_ delta: Quantity) -> Expression {
    guard case .derivative(of: .loss, by: .net(let neuron)) = delta else { return architecture.expression(of: delta) }
    let output = neuron - architecture.firstOutput
    let (out, target) = (Expression.symbol(name(.out(neuron))), Expression.symbol(name(.target(output))))
    if (network.targets.reduce(0, +) - 1).magnitude <= 1e-12 { return .sum([out, .negation(target)]) }
    let targets = network.targets.indices.map { Expression.symbol(name(.target($0))) }
    return .sum([.product([out, .sum(targets)]), .negation(target)])
  }

  static func product(_ factors: [Expression]) -> Expression {
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
