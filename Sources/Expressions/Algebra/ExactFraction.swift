/// A fraction of whole numbers, as long as they are small enough to be calculated with exactly.
struct ExactFraction: Equatable {
  private let above: Int128
  /// Above 0.
  private let below: Int128

  /// Whole numbers beyond this may overflow when they are multiplied.
  private static let limit: Int128 = 1 << 62

  private init?(_ above: Int128, _ below: Int128) {
    guard below != 0 else { return nil }
    var (a, b) = (above.magnitude, below.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    guard a != 0 else { return nil }
    let sign: Int128 = below < 0 ? -1 : 1
    let (top, bottom) = (sign * above / Int128(a), sign * below / Int128(a))
    guard top.magnitude <= Self.limit, bottom <= Self.limit else { return nil }
    (self.above, self.below) = (top, bottom)
  }

  /// The decimal fraction that someone means by a number: 0.1 is 1/10.
  private init?(_ number: Double) {
    guard number.isFinite, number.magnitude < 1e17 else { return nil }
    var (value, below) = (number, Int128(1))
    for _ in 0..<17 {
      if value == value.rounded(), value.magnitude < 0x1p53, let whole = Int128(exactly: value),
        Double(whole) / Double(below) == number
      {
        self.init(whole, below)
        return
      }
      below *= 10
      value = (number * Double(below)).rounded()
      guard value.magnitude < 0x1p53 else { return nil }
    }
    return nil
  }

  /// The value of a calculation with numbers; nil where it has names or functions, or outgrows what is exact.
  init?(_ expression: Expression) {
    switch expression {
    case .number(let value): self.init(value)
    case .negation(let operand):
      guard let inner = ExactFraction(operand) else { return nil }
      self.init(-inner.above, inner.below)
    case .sum(let terms):
      guard let total = Self.folded(terms, 0, { $0.adding($1) }) else { return nil }
      self = total
    case .product(let factors):
      guard let total = Self.product(of: factors) else { return nil }
      self = total
    case .quotient(let above, let below):
      guard let one = ExactFraction(above), let other = ExactFraction(below) else { return nil }
      self.init(one.above, one.below, times: other.below, other.above)
    case .power(let base, .number(let exponent)):
      guard let base = ExactFraction(base), let whole = Int(exactly: exponent), (-64...64).contains(whole),
        let power = base.raised(to: whole)
      else { return nil }
      self = power
    case .symbol, .power, .call, .slope, .derivative: return nil
    }
  }

  private init?(_ above: Int128, _ below: Int128, times otherAbove: Int128, _ otherBelow: Int128) {
    let (top, isTooLarge) = above.multipliedReportingOverflow(by: otherAbove)
    let (bottom, isTooSmall) = below.multipliedReportingOverflow(by: otherBelow)
    guard !isTooLarge, !isTooSmall else { return nil }
    self.init(top, bottom)
  }

  private static func folded(
    _ parts: [Expression], _ start: Int128, _ combine: (ExactFraction, ExactFraction) -> ExactFraction?
  ) -> ExactFraction? {
    var total = ExactFraction(start, 1)
    for part in parts {
      guard let known = total, let next = ExactFraction(part) else { return nil }
      total = combine(known, next)
    }
    return total
  }

  /// Powers of one base that meet, as in (1/3)²⁰·3²⁰, are not worked out one by one.
  private static func product(of factors: [Expression]) -> ExactFraction? {
    if let plain = folded(factors, 1, { ExactFraction($0.above, $0.below, times: $1.above, $1.below) }) { return plain }
    let simplified = Expression.product(factors).simplified()
    if case .product = simplified { return nil }
    return ExactFraction(simplified)
  }

  private func adding(_ other: ExactFraction) -> ExactFraction? {
    let (left, a) = above.multipliedReportingOverflow(by: other.below)
    let (right, b) = other.above.multipliedReportingOverflow(by: below)
    let (sum, c) = left.addingReportingOverflow(right)
    let (bottom, d) = below.multipliedReportingOverflow(by: other.below)
    return a || b || c || d ? nil : ExactFraction(sum, bottom)
  }

  private func raised(to exponent: Int) -> ExactFraction? {
    var result = ExactFraction(1, 1)
    for _ in 0..<Int(exponent.magnitude) {
      guard let known = result else { return nil }
      result = ExactFraction(known.above, known.below, times: above, below)
    }
    guard let result else { return nil }
    return exponent < 0 ? ExactFraction(result.below, result.above) : result
  }

  /// The nearest number; nil where the division of the two is not sure to be.
  var value: Double? {
    guard above.magnitude < 1 << 53, below < 1 << 53 else { return nil }
    return Double(above) / Double(below)
  }
}

extension Expression {
  /// The value of a calculation with numbers as it is on paper, where that is small enough to be exact: 0.1 + 0.2 is 0.3.
  package var exactValue: Double? { ExactFraction(self)?.value }
}
