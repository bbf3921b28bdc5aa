package import Diagnostics
package import Expressions
import Glibc

/// A number as someone wrote it down: how much of it is there to be compared.
package struct WrittenNumber: Equatable, Sendable {
  package let value: Double
  /// From the first digit that is not 0; nil for a calculation such as 1/3, which is as exact as it can be.
  package let significantDigits: Int?
  /// Half a unit of the last digit; 0 for a calculation.
  let halfUnit: Double

  /// A number that was worked out rather than typed.
  init(exactly value: Double) {
    self.init(value: value, significantDigits: nil, halfUnit: 0)
  }

  private init(value: Double, significantDigits: Int?, halfUnit: Double) {
    self.value = value
    self.significantDigits = significantDigits
    self.halfUnit = halfUnit
  }

  /// Reads a number, or a calculation without names.
  package init(read text: String) throws(Diagnostic) {
    let expression = try Expression.parseAnswer(text).expression
    for name in expression.leafNames where !Vocabulary.isConstant(name) {
      throw AnswerFault.notANumber(name).diagnostic(at: 0..<text.utf8.count)
    }
    guard let number = WrittenNumber(expression, text: text) else {
      throw AnswerFault.notFinite.diagnostic(at: 0..<text.utf8.count)
    }
    self = number
  }

  /// Reads the digits off the text that `expression` was parsed from: `-0.0349`, `３．５`, `3.49e-2`, `3.49·10^-2`.
  package init?(_ expression: Expression, text: String) {
    guard let value = try? expression.evaluated({ _ in nil }), value.isFinite else { return nil }
    guard let exponent = Self.typedExponent(expression) else {
      self.init(exactly: value)
      return
    }
    var (digits, decimals, hasPoint, tens) = (0, 0, false, exponent)
    var scalars = Self.plain(text)[...]
    // Of an equation the last side.
    if let sign = scalars.lastIndex(where: { "=≈≒≃≅~".unicodeScalars.contains($0) }) {
      scalars = scalars[(sign + 1)...]
    }
    scalars = scalars.drop { !("0"..."9").contains($0) && $0 != "." }
    while let scalar = scalars.first, ("0"..."9").contains(scalar) || scalar == "." {
      scalars.removeFirst()
      if scalar == "." {
        // A second one ends the sentence.
        if hasPoint { break }
        hasPoint = true
      } else {
        if hasPoint { decimals += 1 }
        if digits > 0 || scalar != "0" { digits += 1 }
      }
    }
    if scalars.first == "e" || scalars.first == "E" {
      let power = String(String.UnicodeScalarView(scalars.dropFirst())).filter { !$0.isWhitespace && $0 != "+" }
      tens += Int(power.prefix { $0.isNumber || $0 == "-" }) ?? 0
    }
    let unit = pow(10, Double(max(-400, min(400, tens - decimals))))
    self.init(value: value, significantDigits: digits, halfUnit: 0.5 * unit)
  }

  /// The power of ten beside a typed number, nil for what is calculated.
  private static func typedExponent(_ expression: Expression) -> Int? {
    switch expression {
    case .number: return 0
    case .negation(let inner): return typedExponent(inner)
    case .product(let factors):
      guard factors.count == 2, typedExponent(factors[0]) == 0, case .power(.number(10), let power) = factors[1],
        let tens = try? power.evaluated({ _ in nil }), let whole = Int(exactly: tens), whole.magnitude < 400
      else { return nil }
      return whole
    default: return nil
    }
  }

  /// A text as a keyboard without full-width signs types it.
  static func plain(_ text: some StringProtocol) -> [Unicode.Scalar] { text.unicodeScalars.map(plain) }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: "-"
    case 0x3002, 0xFF61: "."
    default: scalar
    }
  }

  // MARK: Comparing

  /// Whether the number lies within a share of another one.
  package func isWithin(_ tolerance: Double, of other: Double) -> Bool {
    (value - other).magnitude <= tolerance * other.magnitude
  }

  /// Whether rounding the other number to the digits typed here makes this one; a calculation has none.
  func roundsTo(_ other: Double) -> Bool {
    guard let significantDigits, significantDigits > 0 else { return false }
    // Halfway, where the last bit of either number decides, both neighbors are right.
    return (value - other).magnitude <= halfUnit * (1 + 1e-9) + 2 * other.magnitude.ulp
  }

  /// Whether the other number begins with the digits typed here.
  func isCut(from other: Double) -> Bool {
    guard let significantDigits, significantDigits > 0, (value < 0) == (other < 0) else { return false }
    let rest = other.magnitude - value.magnitude
    return rest >= 0 && rest < 2 * halfUnit
  }

  /// Whether rounding the other number to the digits given here makes this one; a bare 0 agrees with nothing else.
  package func agreesInEveryDigit(with other: Double) -> Bool { Scale.plain.agrees(self, other) }

  /// Whether one digit was typed, and the other number begins with it when rounded to one: 0.8 of 0.7744, and not 1.
  func isFirstDigit(of other: Double) -> Bool {
    significantDigits == 1 && Rounding.significant(1).applied(to: other) == value
  }
}
