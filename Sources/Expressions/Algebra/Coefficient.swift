/// A number in front of a product, kept as a fraction so that ⅓ stays ⅓ and 2·½ is 1.
struct Coefficient: Equatable {
  var numerator: Double
  var denominator: Double

  static let one = Coefficient(numerator: 1, denominator: 1)

  init(numerator: Double, denominator: Double) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The coefficient that an expression is, if it is just a number or a fraction of numbers.
  init?(_ expression: Expression) {
    switch expression {
    case .number(let value) where value.isFinite: self.init(numerator: value, denominator: 1)
    case .quotient(.number(let numerator), .number(let denominator))
    where numerator.isFinite && denominator.isFinite && denominator != 0:
      self.init(numerator: numerator, denominator: denominator)
    case .negation(let operand):
      guard let inner = Coefficient(operand) else { return nil }
      self.init(numerator: -inner.numerator, denominator: inner.denominator)
    default: return nil
    }
  }

  /// nil where the product would overflow or vanish: then the factors must stay apart to keep their value.
  func multiplied(by other: Coefficient) -> Coefficient? {
    Coefficient(numerator: numerator * other.numerator, denominator: denominator * other.denominator)
      .reduced(isZero: numerator == 0 || other.numerator == 0)
  }

  func divided(by other: Coefficient) -> Coefficient? {
    guard other.numerator != 0 else { return nil }
    return multiplied(by: Coefficient(numerator: other.denominator, denominator: other.numerator))
  }

  func added(to other: Coefficient) -> Coefficient? {
    if denominator == other.denominator {
      let sum = numerator + other.numerator
      return Coefficient(numerator: sum, denominator: denominator).reduced(isZero: sum == 0)
    }
    let sum = numerator * other.denominator + other.numerator * denominator
    return Coefficient(numerator: sum, denominator: denominator * other.denominator).reduced(isZero: sum == 0)
  }

  /// In lowest terms where both numbers are whole, with the sign above; a decimal fraction is divided out.
  private func reduced(isZero: Bool) -> Coefficient? {
    guard numerator.isFinite, denominator.isNormal, isZero || numerator.isNormal else { return nil }
    if isZero { return Coefficient(numerator: 0, denominator: 1) }
    guard denominator != 1 else { return self }
    guard let above = Self.exactWhole(numerator), let below = Self.exactWhole(denominator) else {
      let value = numerator / denominator
      return value.isNormal ? Coefficient(numerator: value, denominator: 1) : nil
    }
    var (a, b) = (above.magnitude, below.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let sign: Double = below < 0 ? -1 : 1
    return Coefficient(
      numerator: sign * Double(above) / Double(a), denominator: Double(below.magnitude) / Double(a))
  }

  private static func exactWhole(_ value: Double) -> Int? {
    value.magnitude <= 0x1p53 ? Int(exactly: value) : nil
  }

  /// The coefficient as an expression; a minus sign stays outside the fraction.
  var expression: Expression {
    if denominator == 1 { return .number(numerator) }
    let fraction = Expression.quotient(.number(numerator.magnitude), .number(denominator))
    return numerator < 0 ? .negation(fraction) : fraction
  }
}
