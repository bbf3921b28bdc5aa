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
      let next = current.simplifiedOnce()
      if next == current { break }
      current = next
    }
    return current
  }

  private func simplifiedOnce() -> Expression {
    switch self {
    case .number, .symbol, .derivative: return self
    case .sum(let terms):
      let parts = terms.map { $0.simplifiedOnce() }.filter { $0 != .number(0) }
      // A lone term stays as it reads: 0 − (a − b) is −(a − b).
      return parts.count == 1 ? parts[0] : SumCollector(parts).expression
    case .product, .quotient, .power, .negation:
      return FactorCollector(mappingChildren { $0.simplifiedOnce() }).expression
    case .call(let function, let argument): return Self.folded(function, argument.simplifiedOnce())
    case .slope(let function, let argument):
      let inner = argument.simplifiedOnce()
      // Each level of nested slopes doubles what is written: beyond this size it helps no one.
      guard inner.isWithin(nodes: 64, depth: 64) else { return .slope(function, inner) }
      if case .number(let value) = inner, function == .relu || function == .leakyRelu || function == .abs {
        let slope = function.slope(at: value)
        return slope.isFinite ? .number(slope) : .slope(function, inner)
      }
      let writtenOut = function.slopeWrittenOut(at: inner)
      return writtenOut == .slope(function, inner) ? writtenOut : writtenOut.simplifiedOnce()
    }
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
