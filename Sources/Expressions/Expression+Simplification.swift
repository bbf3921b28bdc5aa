import Glibc

extension Expression {
  /// The same value in fewer words: numbers folded, 0 and 1 gone, signs in front, like terms and equal factors
  /// collected, slopes written out. What reads well is left alone: `-(target - out_O)` is not turned around.
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
    case .sum(let terms): return SumCollector(terms.map { $0.simplifiedOnce() }).expression
    case .product, .quotient, .power, .negation:
      return FactorCollector(mappingChildren { $0.simplifiedOnce() }).expression
    case .call(let function, let argument): return Self.folded(function, argument.simplifiedOnce())
    case .slope(let function, let argument):
      let inner = argument.simplifiedOnce()
      // Each level of nested slopes doubles what is written: beyond this size it helps nobody.
      guard inner.isWithin(nodes: 64, depth: 64) else { return .slope(function, inner) }
      if case .number(let value) = inner, function == .relu || function == .abs {
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
    case (.ln, .number(1)), (.sqrt, .number(0)), (.tanh, .number(0)): .number(0)
    case (.sigmoid, .number(0)): .quotient(.number(1), .number(2))
    case (.relu, .number(let value)) where value.isFinite: .number(Function.relu.value(at: value))
    case (.abs, .number(let value)): .number(value.magnitude)
    case (.abs, .negation(let operand)): .call(.abs, operand)
    case (.ln, .call(.exp, let inner)), (.exp, .call(.ln, let inner)): inner
    default: .call(function, argument)
    }
  }
}

/// Collects the terms of a sum by what they are multiples of.
private struct SumCollector {
  private var bodies: [Expression] = []
  private var coefficients: [Coefficient] = []
  private var places: [Expression: Int] = [:]

  init(_ terms: [Expression]) {
    for term in terms { add(term, sign: .one) }
  }

  private mutating func add(_ term: Expression, sign: Coefficient) {
    switch term {
    case .sum(let inner): for part in inner { add(part, sign: sign) }
    case .negation(let operand): add(operand, sign: Coefficient(numerator: -sign.numerator, denominator: 1))
    default:
      let (coefficient, body) = term.splittingCoefficient
      guard let signed = coefficient.multiplied(by: sign) else { return append(term, sign) }
      guard let place = places[body] else {
        places[body] = bodies.count
        return append(body, signed)
      }
      if let total = coefficients[place].added(to: signed) {
        coefficients[place] = total
      } else {
        append(body, signed)
      }
    }
  }

  private mutating func append(_ body: Expression, _ coefficient: Coefficient) {
    bodies.append(body)
    coefficients.append(coefficient)
  }

  var expression: Expression {
    let terms = zip(bodies, coefficients).filter { $1.numerator != 0 }.map { $0.multiplied(by: $1) }
    return switch terms.count {
    case 0: .number(0)
    case 1: terms[0]
    // A negative number reads better as a subtraction: x − 2.
    default: .sum([terms[0]] + terms.dropFirst().map(Self.asSubtraction))
    }
  }

  private static func asSubtraction(_ term: Expression) -> Expression {
    if case .number(let value) = term, value < 0 { .negation(.number(-value)) } else { term }
  }
}

extension Expression {
  /// The number in front and the rest: 2·x is (2, x), a mere number is (2, 1).
  fileprivate var splittingCoefficient: (Coefficient, Expression) {
    if let coefficient = Coefficient(self) { return (coefficient, .number(1)) }
    guard case .product(let factors) = self, let first = factors.first, let coefficient = Coefficient(first) else {
      return (.one, self)
    }
    let rest = Array(factors.dropFirst())
    return (coefficient, rest.count == 1 ? rest[0] : .product(rest))
  }

  /// The coefficient put in front again; a minus sign outside of all.
  fileprivate func multiplied(by coefficient: Coefficient) -> Expression {
    if self == .number(1) { return coefficient.expression }
    if coefficient == .one { return self }
    if coefficient.numerator < 0 {
      let positive = Coefficient(numerator: -coefficient.numerator, denominator: coefficient.denominator)
      return .negation(multiplied(by: positive))
    }
    if case .product(let factors) = self { return .product([coefficient.expression] + factors) }
    return .product([coefficient.expression, self])
  }
}

/// Collects the factors of a product or fraction by their bases.
private struct FactorCollector {
  private var coefficient = Coefficient.one
  private var bases: [Expression] = []
  private var exponents: [Double] = []
  private var places: [Expression: Int] = [:]

  init(_ expression: Expression) {
    add(expression, exponent: 1)
  }

  private mutating func add(_ factor: Expression, exponent: Double) {
    if exponent == 1 || exponent == -1, let number = Coefficient(factor) {
      if let folded = exponent > 0 ? coefficient.multiplied(by: number) : coefficient.divided(by: number) {
        coefficient = folded
        return
      }
      return addBase(factor, exponent: exponent)
    }
    switch factor {
    case .product(let inner) where exponent.magnitude == 1:
      for part in inner { add(part, exponent: exponent) }
    case .negation(let operand) where exponent == exponent.rounded() && exponent.magnitude <= 64:
      if exponent.truncatingRemainder(dividingBy: 2) != 0 { coefficient.numerator = -coefficient.numerator }
      add(operand, exponent: exponent)
    case .quotient(let above, let below) where exponent.magnitude == 1:
      add(above, exponent: exponent)
      add(below, exponent: -exponent)
    case .power(let base, .number(let inner)):
      addPower(base, inner, exponent: exponent, whole: factor)
    case .power(.number(1), _): break
    default: addBase(factor, exponent: exponent)
    }
  }

  private mutating func addPower(_ base: Expression, _ inner: Double, exponent: Double, whole: Expression) {
    let isWhole = inner == inner.rounded() && inner.magnitude <= 64
    // (x²)^½ is |x|: only whole powers may be multiplied.
    guard exponent.magnitude == 1 || isWhole && exponent == exponent.rounded(), inner.isFinite else {
      return addBase(whole, exponent: exponent)
    }
    if isWhole, let number = Coefficient(base), let power = Self.power(number, Int(inner)) {
      return add(power.expression, exponent: exponent)
    }
    switch base {
    case .negation where isWhole: add(base, exponent: inner * exponent)
    case .power(_, .number(let nested)) where isWhole && nested == nested.rounded():
      add(base, exponent: inner * exponent)
    default: addBase(base, exponent: inner * exponent)
    }
  }

  private static func power(_ base: Coefficient, _ exponent: Int) -> Coefficient? {
    if exponent == 0 { return .one }
    var result = Coefficient.one
    for _ in 0..<Int(exponent.magnitude) {
      guard let next = result.multiplied(by: base) else { return nil }
      result = next
    }
    return exponent < 0 ? Coefficient.one.divided(by: result) : result
  }

  private mutating func addBase(_ base: Expression, exponent: Double) {
    if let place = places[base] {
      exponents[place] += exponent
    } else {
      places[base] = bases.count
      bases.append(base)
      exponents.append(exponent)
    }
  }

  var expression: Expression {
    if coefficient.numerator == 0 { return .number(0) }
    var above: [Expression] = []
    var below: [Expression] = []
    for (base, exponent) in zip(bases, exponents) where exponent != 0 {
      let power = exponent.magnitude == 1 ? base : Expression.power(base, .number(exponent.magnitude))
      if exponent > 0 { above.append(power) } else { below.append(power) }
    }
    let isNegative = coefficient.numerator < 0
    let size = Coefficient(numerator: coefficient.numerator.magnitude, denominator: coefficient.denominator)
    let positive: Expression
    if below.isEmpty {
      // ½·x, and a lone number keeps its sign to itself.
      if above.isEmpty { return coefficient.expression }
      positive = Self.product(size == .one ? above : [size.expression] + above)
    } else {
      if size.numerator != 1 { above.insert(.number(size.numerator), at: 0) }
      if size.denominator != 1 { below.insert(.number(size.denominator), at: 0) }
      positive = .quotient(Self.product(above), Self.product(below))
    }
    return isNegative ? .negation(positive) : positive
  }

  private static func product(_ factors: [Expression]) -> Expression {
    switch factors.count {
    case 0: .number(1)
    case 1: factors[0]
    default: .product(factors)
    }
  }
}
