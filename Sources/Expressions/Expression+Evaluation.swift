package import Diagnostics
import Glibc

extension Expression {
  /// The value in IEEE arithmetic (1/0 is ∞, ln 0 is −∞; nothing traps), from left to right as written.
  ///
  /// Leaves are looked up by `leafName`. `e` and `pi` are the constants unless `lookup` knows them.
  /// A derivative of anything but a symbol is carried out; ∂x/∂x is 1. Throws `expression.unknown-name`, with an empty range,
  /// since an expression does not know where it was written. Cost: one visit of each node.
  package func evaluated(_ lookup: (String) -> Double?) throws(Diagnostic) -> Double {
    switch self {
    case .number(let value): return value
    case .symbol: return try leaf(lookup)
    case .sum(let terms):
      guard let first = terms.first else { return 0 }
      var total = try first.evaluated(lookup)
      for term in terms.dropFirst() { total += try term.evaluated(lookup) }
      return total
    case .product(let factors):
      guard let first = factors.first else { return 1 }
      var total = try first.evaluated(lookup)
      for factor in factors.dropFirst() { total *= try factor.evaluated(lookup) }
      return total
    case .negation(let operand): return try -operand.evaluated(lookup)
    case .quotient(let numerator, let denominator):
      return try numerator.evaluated(lookup) / denominator.evaluated(lookup)
    case .power(let base, let exponent): return try pow(base.evaluated(lookup), exponent.evaluated(lookup))
    case .call(let function, let argument): return try function.value(at: argument.evaluated(lookup))
    case .slope(let function, let argument): return try function.slope(at: argument.evaluated(lookup))
    case .derivative(let operand, let name):
      if leafName != nil { return try leaf(lookup) }
      return try operand.derivative(by: name).evaluated(lookup)
    }
  }

  /// The value with a bound on what rounding may have done to it, to first order; leaves count as rounded once.
  ///
  /// What cancels has a bound as large as what was lost, so that a saturated 1 − out is not taken for a wrong one.
  package func evaluatedWithBound(
    _ lookup: (String) -> Double?
  ) throws(Diagnostic) -> (value: Double, error: Double) {
    let bounded = try BoundedValue(self, at: lookup)
    return (bounded.value, bounded.error)
  }

  private func leaf(_ lookup: (String) -> Double?) throws(Diagnostic) -> Double {
    let name = leafName ?? ""
    if let value = lookup(name) { return value }
    if case .derivative(.symbol(let quantity), let variable) = self, quantity == variable { return 1 }
    switch name {
    case "e": return M_E
    case "pi": return .pi
    default: throw ExpressionFault.unknownName(name, nearest: nil).diagnostic(at: 0..<0)
    }
  }
}
