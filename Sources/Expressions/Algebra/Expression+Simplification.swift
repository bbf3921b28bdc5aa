extension Expression {
  /// The same value in fewer words.
  ///
  /// Numbers folded, 0 and 1 gone, signs in front, like terms and equal factors collected, slopes written out. What reads well is left alone: `-(target - out_O)` is not turned around.
  ///
  /// Repeating it changes nothing. An expression beyond 50,000 nodes or 2,000 levels is returned as it is.
  /// Where the original is not finite, the result may be (x/x is 1). Cost: linear in the nodes, but for the
  /// slopes, whose argument is written twice.
  package func simplified() -> Expression {
    guard isWithin(nodes: 50_000, depth: 2_000) else { return self }
    var current = self
    // Two passes are the rule; the cap is for what no test has shown.
    for _ in 0..<12 {
      var pass = SimplificationPass()
      let next = pass.simplified(current)
      if next == current { break }
      current = next
    }
    return current
  }
}

/// Simplifies from the inside out, once.
private struct SimplificationPass {
  /// Arguments of functions, and what became of them: where neurons are written out, each stands in many places.
  private var arguments = ExpressionTable<Expression>()

  mutating func simplified(_ expression: Expression) -> Expression {
    switch expression {
    case .number, .symbol, .derivative: return expression
    case .sum(let terms):
      var parts: [Expression] = []
      parts.reserveCapacity(terms.count)
      for term in terms {
        let part = simplified(term)
        if part != .number(0) { parts.append(part) }
      }
      // A lone term stays as it reads: 0 − (a − b) is −(a − b).
      return parts.count == 1 ? parts[0] : SumCollector(parts).expression
    case .product(let factors):
      var collector = FactorCollector()
      for factor in factors { collector.add(simplified(factor)) }
      return collector.expression
    case .quotient, .power, .negation:
      return FactorCollector(expression.mappingChildren { simplified($0) }).expression
    case .call(let function, let argument): return Self.folded(function, simplified(argument: argument))
    case .slope(let function, let argument):
      let inner = simplified(argument: argument)
      // Each level of nested slopes doubles what is written: beyond this size it helps no one.
      guard inner.isWithin(nodes: 64, depth: 64) else { return .slope(function, inner) }
      if case .number(let value) = inner, function == .relu || function == .leakyRelu || function == .abs {
        let slope = function.slope(at: value)
        return slope.isFinite ? .number(slope) : .slope(function, inner)
      }
      let writtenOut = function.slopeWrittenOut(at: inner)
      return writtenOut == .slope(function, inner) ? writtenOut : simplified(writtenOut)
    }
  }

  private mutating func simplified(argument: Expression) -> Expression {
    switch argument {
    case .number, .symbol: return argument
    default: break
    }
    if let place = arguments.place(of: argument) { return arguments[place] }
    let result = simplified(argument)
    arguments.append(argument, result)
    return result
  }

  /// Only values that are exact are folded: f(0.4) says more than its digits.
  private static func folded(_ function: Function, _ argument: Expression) -> Expression {
    switch (function, argument) {
    case (.exp, .number(0)), (.sqrt, .number(1)): .number(1)
    case (.ln, .number(1)), (.sqrt, .number(0)), (.tanh, .number(0)), (.elu, .number(0)): .number(0)
    case (.sigmoid, .number(0)), (.normal, .number(0)): .quotient(.number(1), .number(2))
    case (.relu, .number(let value)) where value.isFinite: .number(Function.relu.value(at: value))
    case (.abs, .number(let value)): .number(value.magnitude)
    case (.abs, .negation(let operand)): .call(.abs, operand)
    case (.ln, .call(.exp, let inner)), (.exp, .call(.ln, let inner)): inner
    default: .call(function, argument)
    }
  }
}
