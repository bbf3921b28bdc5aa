extension Expression {
  /// The derivative by a symbol, step by step with the rules used.
  ///
  /// Every other leaf is a constant.
  ///
  /// Cost: proportional to the size times the depth, since each level keeps its own result. The base `e` of a power
  /// counts as Euler's number.
  package func derived(by name: String) -> Derivation {
    Derivation(of: self, by: name, differentiation(by: name))
  }

  /// The derivative by a symbol, carried out and not simplified: what `derived(by:)` ends with, without its steps.
  package func derivative(by name: String) -> Expression {
    let step = differentiation(by: name)
    return step.build(step.operands.map { $0.derivative(by: name) })
  }

  private func differentiation(by name: String) -> Differentiation {
    guard contains(symbol: name) else { return Differentiation(.constant) { _ in .number(0) } }
    switch self {
    case .number, .symbol:
      return Differentiation(.identity) { _ in .number(1) }
    case .sum(let terms): return derivedSum(terms)
    case .product(let factors): return derivedProduct(factors, by: name)
    case .negation(let operand):
      return Differentiation(.negation, operands: [operand]) { .negation($0[0]) }
    case .quotient(let numerator, let denominator): return derivedQuotient(numerator, denominator, by: name)
    case .power(let base, let exponent): return derivedPower(base, exponent, by: name)
    case .call(let function, let argument):
      if argument == .symbol(name) {
        return Differentiation(function.derivativeRule) { _ in
          function.slopeWrittenOut(at: argument)
        }
      }
      return Differentiation(.chain, operands: [argument]) {
        .product([.slope(function, argument), $0[0]])
      }
    case .slope(let function, let argument):
      let curvature = function.secondDerivative(at: argument)
      if argument == .symbol(name) || curvature == .number(0) {
        return Differentiation(.secondDerivative) { _ in curvature }
      }
      return Differentiation(.secondDerivative, operands: [argument]) {
        .product([curvature, $0[0]])
      }
    case .derivative(let operand, let inner):
      let carriedOut = operand.derivative(by: inner)
      return Differentiation(.secondDerivative, operands: [carriedOut]) { $0[0] }
    }
  }

  private func derivedSum(_ terms: [Expression]) -> Differentiation {
    // ∂(a − b) is written ∂a − ∂b: the signs are not worth a step of their own.
    let operands = terms.map { term in
      if case .negation(let operand) = term { operand } else { term }
    }
    return Differentiation(.sum, operands: operands) { derivatives in
      .sum(
        zip(terms, derivatives).map { term, derivative in
          if case .negation = term { .negation(derivative) } else { derivative }
        })
    }
  }

  private func derivedProduct(_ factors: [Expression], by name: String) -> Differentiation {
    let depending = factors.indices.filter { factors[$0].contains(symbol: name) }
    if depending.count > 8 {
      // By halves: written out at once, n factors would make n terms of n factors.
      let middle = depending[depending.count / 2]
      let (left, right) = (Expression.product(Array(factors[..<middle])), Expression.product(Array(factors[middle...])))
      return Differentiation(.product, operands: [left, right]) {
        .sum([.product([$0[0], right]), .product([left, $0[1]])])
      }
    }
    let rule: Rule = depending.count == 1 ? .constantMultiple : .product
    return Differentiation(rule, operands: depending.map { factors[$0] }) { derivatives in
      let terms = zip(depending, derivatives).map { index, derivative in
        var changed = factors
        changed[index] = derivative
        return Expression.product(changed)
      }
      return terms.count == 1 ? terms[0] : .sum(terms)
    }
  }

  private func derivedQuotient(_ u: Expression, _ v: Expression, by name: String) -> Differentiation {
    if !v.contains(symbol: name) {
      return Differentiation(.constantMultiple, operands: [u]) { .quotient($0[0], v) }
    }
    let square = Expression.power(v, .number(2))
    if !u.contains(symbol: name) {
      return Differentiation(.quotient, operands: [v]) {
        .negation(.quotient(.product([u, $0[0]]), square))
      }
    }
    return Differentiation(.quotient, operands: [u, v]) {
      .quotient(.sum([.product([$0[0], v]), .negation(.product([u, $0[1]]))]), square)
    }
  }

  private func derivedPower(_ base: Expression, _ exponent: Expression, by name: String) -> Differentiation {
    if !exponent.contains(symbol: name) {
      let outer = Expression.product([exponent, Expression.power(base, lowered: exponent)])
      if base == .symbol(name) { return Differentiation(.power) { _ in outer } }
      return Differentiation(.power, operands: [base]) { .product(outer.children + $0) }
    }
    if !base.contains(symbol: name) {
      let scale = base == .symbol("e") ? [self] : [self, .call(.ln, base)]
      if exponent == .symbol(name) {
        return Differentiation(.exponential) { _ in scale.count == 1 ? self : .product(scale) }
      }
      return Differentiation(.exponential, operands: [exponent]) { .product(scale + $0) }
    }
    return Differentiation(.generalPower, operands: [exponent, base]) {
      .product([
        self,
        .sum([.product([$0[0], .call(.ln, base)]), .quotient(.product([exponent, $0[1]]), base)]),
      ])
    }
  }

  /// base^(exponent − 1), as a teacher writes it: the square becomes the base itself.
  private static func power(_ base: Expression, lowered exponent: Expression) -> Expression {
    switch exponent {
    case .number(2): base
    case .number(let value): .power(base, .number(value - 1))
    default: .power(base, .sum([exponent, .negation(.number(1))]))
    }
  }
}
