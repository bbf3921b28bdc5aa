extension Expression {
  /// The derivative by a symbol, step by step with the rules used.
  ///
  /// Every other leaf is a constant.
  ///
  /// Cost: proportional to the size times the depth, since each level keeps its own result. The base `e` of a power
  /// counts as Euler's number.
  package func derived(by name: String) -> Derivation {
    guard contains(symbol: name) else {
      return Derivation(of: self, by: name, rule: .constant) { _ in .number(0) }
    }
    switch self {
    case .number, .symbol:
      return Derivation(of: self, by: name, rule: .identity) { _ in .number(1) }
    case .sum(let terms): return derivedSum(terms, by: name)
    case .product(let factors): return derivedProduct(factors, by: name)
    case .negation(let operand):
      return Derivation(of: self, by: name, rule: .negation, operands: [operand]) { .negation($0[0]) }
    case .quotient(let numerator, let denominator): return derivedQuotient(numerator, denominator, by: name)
    case .power(let base, let exponent): return derivedPower(base, exponent, by: name)
    case .call(let function, let argument):
      if argument == .symbol(name) {
        return Derivation(of: self, by: name, rule: function.derivativeRule) { _ in
          function.slopeWrittenOut(at: argument)
        }
      }
      return Derivation(of: self, by: name, rule: .chain, operands: [argument]) {
        .product([.slope(function, argument), $0[0]])
      }
    case .slope(let function, let argument):
      let curvature = function.secondDerivative(at: argument)
      if argument == .symbol(name) || curvature == .number(0) {
        return Derivation(of: self, by: name, rule: .secondDerivative) { _ in curvature }
      }
      return Derivation(of: self, by: name, rule: .secondDerivative, operands: [argument]) {
        .product([curvature, $0[0]])
      }
    case .derivative(let operand, let inner):
      let carriedOut = operand.derived(by: inner).value
      return Derivation(of: self, by: name, rule: .secondDerivative, operands: [carriedOut]) { $0[0] }
    }
  }

  private func derivedSum(_ terms: [Expression], by name: String) -> Derivation {
    // ∂(a − b) is written ∂a − ∂b: the signs are not worth a step of their own.
    let operands = terms.map { term in
      if case .negation(let operand) = term { operand } else { term }
    }
    return Derivation(of: self, by: name, rule: .sum, operands: operands) { derivatives in
      .sum(
        zip(terms, derivatives).map { term, derivative in
          if case .negation = term { .negation(derivative) } else { derivative }
        })
    }
  }

  private func derivedProduct(_ factors: [Expression], by name: String) -> Derivation {
    let depending = factors.indices.filter { factors[$0].contains(symbol: name) }
    if depending.count > 8 {
      // By halves: written out at once, n factors would make n terms of n factors.
      let middle = depending[depending.count / 2]
      let (left, right) = (Expression.product(Array(factors[..<middle])), Expression.product(Array(factors[middle...])))
      return Derivation(of: self, by: name, rule: .product, operands: [left, right]) {
        .sum([.product([$0[0], right]), .product([left, $0[1]])])
      }
    }
    let rule: Rule = depending.count == 1 ? .constantMultiple : .product
    return Derivation(of: self, by: name, rule: rule, operands: depending.map { factors[$0] }) { derivatives in
      let terms = zip(depending, derivatives).map { index, derivative in
        var changed = factors
        changed[index] = derivative
        return Expression.product(changed)
      }
      return terms.count == 1 ? terms[0] : .sum(terms)
    }
  }

  private func derivedQuotient(_ u: Expression, _ v: Expression, by name: String) -> Derivation {
    if !v.contains(symbol: name) {
      return Derivation(of: self, by: name, rule: .constantMultiple, operands: [u]) { .quotient($0[0], v) }
    }
    let square = Expression.power(v, .number(2))
    if !u.contains(symbol: name) {
      return Derivation(of: self, by: name, rule: .quotient, operands: [v]) {
        .negation(.quotient(.product([u, $0[0]]), square))
      }
    }
    return Derivation(of: self, by: name, rule: .quotient, operands: [u, v]) {
      .quotient(.sum([.product([$0[0], v]), .negation(.product([u, $0[1]]))]), square)
    }
  }

  private func derivedPower(_ base: Expression, _ exponent: Expression, by name: String) -> Derivation {
    if !exponent.contains(symbol: name) {
      let outer = Expression.product([exponent, Expression.power(base, lowered: exponent)])
      if base == .symbol(name) { return Derivation(of: self, by: name, rule: .power) { _ in outer } }
      return Derivation(of: self, by: name, rule: .power, operands: [base]) { .product(outer.children + $0) }
    }
    if !base.contains(symbol: name) {
      let scale = base == .symbol("e") ? [self] : [self, .call(.ln, base)]
      if exponent == .symbol(name) {
        return Derivation(of: self, by: name, rule: .exponential) { _ in scale.count == 1 ? self : .product(scale) }
      }
      return Derivation(of: self, by: name, rule: .exponential, operands: [exponent]) { .product(scale + $0) }
    }
    return Derivation(of: self, by: name, rule: .generalPower, operands: [exponent, base]) {
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
