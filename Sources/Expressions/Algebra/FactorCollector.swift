/// Collects the factors of a product or fraction by their bases.
struct FactorCollector {
  private var coefficient = Coefficient.one
  /// The exponent of each base.
  private var bases = ExpressionTable<Double>()

  init(_ expression: Expression) {
    add(expression)
  }

  /// Nothing yet, which is 1.
  init() {}

  mutating func add(_ factor: Expression, exponent: Double = 1) {
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
    if let place = bases.place(of: base) {
      bases[place] += exponent
    } else {
      bases.append(base, exponent)
    }
  }

  var expression: Expression {
    if coefficient.numerator == 0 { return .number(0) }
    // A lone number keeps its sign to itself.
    guard bases.entries.contains(where: { $0.value != 0 }) else { return coefficient.expression }
    let isFraction = bases.entries.contains { !($0.value >= 0) }
    let size = Coefficient(numerator: coefficient.numerator.magnitude, denominator: coefficient.denominator)
    var above: [Expression] = []
    var below: [Expression] = []
    above.reserveCapacity(bases.entries.count + 1)
    // ½·x, but 3·x/(2·y).
    if !isFraction, size != .one { above.append(size.expression) }
    if isFraction, size.numerator != 1 { above.append(.number(size.numerator)) }
    if isFraction, size.denominator != 1 { below.append(.number(size.denominator)) }
    for (base, exponent) in bases.entries where exponent != 0 {
      let power = exponent.magnitude == 1 ? base : Expression.power(base, .number(exponent.magnitude))
      if exponent > 0 { above.append(power) } else { below.append(power) }
    }
    let positive = isFraction ? Expression.quotient(Self.product(above), Self.product(below)) : Self.product(above)
    return coefficient.numerator < 0 ? .negation(positive) : positive
  }

  private static func product(_ factors: [Expression]) -> Expression {
    switch factors.count {
    case 0: .number(1)
    case 1: factors[0]
    default: .product(factors)
    }
  }
}
