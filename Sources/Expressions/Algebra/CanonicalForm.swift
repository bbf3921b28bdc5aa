/// Expands expressions to fractions of polynomials over common atoms; symbols, and calls by their expanded argument.
struct CanonicalForm {
  struct Fraction: Hashable {
    var numerator: Polynomial
    var denominator = Polynomial(constant: 1)
  }

  private enum Atom: Hashable {
    case leaf(String)
    case call(Function, Fraction)
    case slope(Function, Fraction)
    case power(Fraction, Fraction)
  }

  private var numbers: [Atom: Int] = [:]
  /// False once there is an atom that may depend on another one, as f(−x) does on f(x).
  private(set) var hasOnlyLeaves = true

  /// nil where the expansion would be too large, or divides by zero.
  mutating func fraction(of expression: Expression) -> Fraction? {
    switch expression {
    case .number(let value): return value.isFinite ? Fraction(numerator: Polynomial(constant: value)) : nil
    case .symbol(let name): return atom(.leaf(name))
    case .sum(let terms):
      var total: Fraction? = Fraction(numerator: Polynomial(constant: 0))
      for term in terms { total = Self.sum(total, fraction(of: term)) }
      return total
    case .product(let factors):
      var total: Fraction? = Fraction(numerator: Polynomial(constant: 1))
      for factor in factors { total = Self.product(total, fraction(of: factor)) }
      return total
    case .negation(let operand):
      guard var result = fraction(of: operand) else { return nil }
      result.numerator = result.numerator.scaled(by: -1)
      return result
    case .quotient(let above, let below):
      return Self.product(fraction(of: above), Self.reciprocal(fraction(of: below)))
    case .power(let base, let exponent): return power(base, exponent)
    case .call(let function, let argument):
      return fraction(of: argument).map { dependentAtom(.call(function, $0)) }
    case .slope(let function, let argument):
      let writtenOut = function.slopeWrittenOut(at: argument)
      if writtenOut != expression { return fraction(of: writtenOut) }
      return fraction(of: argument).map { dependentAtom(.slope(function, $0)) }
    case .derivative(let operand, let name):
      if let leaf = expression.leafName { return atom(.leaf(leaf)) }
      return fraction(of: operand.derivative(by: name))
    }
  }

  /// Whether two fractions are the same function of the atoms, decided by multiplying crosswise; nil if too large.
  static func areEqual(_ one: Fraction, _ other: Fraction) -> Bool? {
    guard let left = one.numerator.multiplied(by: other.denominator),
      let right = other.numerator.multiplied(by: one.denominator)
    else { return nil }
    return left.isNearlyEqual(to: right)
  }

  private mutating func power(_ base: Expression, _ exponent: Expression) -> Fraction? {
    guard let raised = fraction(of: exponent) else { return nil }
    if base == .symbol("e") { return dependentAtom(.call(.exp, raised)) }
    guard let root = fraction(of: base) else { return nil }
    guard raised.denominator.constant == 1, let value = raised.numerator.constant, let whole = Int(exactly: value),
      whole.magnitude <= 24
    else { return dependentAtom(.power(root, raised)) }
    let factor = whole < 0 ? Self.reciprocal(root) : root
    var result: Fraction? = Fraction(numerator: Polynomial(constant: 1))
    for _ in 0..<Int(whole.magnitude) { result = Self.product(result, factor) }
    return result
  }

  private mutating func dependentAtom(_ atom: Atom) -> Fraction {
    hasOnlyLeaves = false
    return self.atom(atom)
  }

  private mutating func atom(_ atom: Atom) -> Fraction {
    let number = numbers[atom] ?? numbers.count
    numbers[atom] = number
    return Fraction(numerator: Polynomial(atom: number))
  }

  private static func sum(_ one: Fraction?, _ other: Fraction?) -> Fraction? {
    guard let one, let other else { return nil }
    if one.denominator == other.denominator {
      return one.numerator.added(to: other.numerator).map { Fraction(numerator: $0, denominator: one.denominator) }
    }
    guard let left = one.numerator.multiplied(by: other.denominator),
      let right = other.numerator.multiplied(by: one.denominator), let numerator = left.added(to: right),
      let denominator = one.denominator.multiplied(by: other.denominator)
    else { return nil }
    return Fraction(numerator: numerator, denominator: denominator)
  }

  private static func product(_ one: Fraction?, _ other: Fraction?) -> Fraction? {
    guard let one, let other, let numerator = one.numerator.multiplied(by: other.numerator),
      let denominator = one.denominator.multiplied(by: other.denominator)
    else { return nil }
    return normalised(numerator, denominator)
  }

  private static func reciprocal(_ fraction: Fraction?) -> Fraction? {
    guard let fraction, !fraction.numerator.isZero else { return nil }
    return normalised(fraction.denominator, fraction.numerator)
  }

  /// A mere number below goes up, so that x/2 and 0.5·x are the same argument of a function.
  private static func normalised(_ numerator: Polynomial, _ denominator: Polynomial) -> Fraction {
    guard let number = denominator.constant, number != 1, number != 0 else {
      return Fraction(numerator: numerator, denominator: denominator)
    }
    return Fraction(numerator: numerator.scaled(by: 1 / number))
  }
}
