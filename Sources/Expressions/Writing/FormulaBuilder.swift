import Diagnostics

/// Lays an expression out with as few parentheses as a reader and the parser need.
struct FormulaBuilder {
  /// Whether fractions are stacked, so that they need no parentheses.
  let isStacked: Bool
  /// Whether ½ has a character of its own.
  let hasHalf: Bool
  /// Whether 2(a + b) is written without a sign between.
  let juxtaposes: Bool
  /// Significant digits of numbers; nil for all of them.
  let numberDigits: Int?
  /// The notation, in which a name may have an index above, so that a power of it needs parentheses.
  var letters: (any Lettering)?

  /// How tightly a form holds together, from the loosest.
  private enum Level: Int, Comparable {
    case sum, product, fraction, power, atom
    static func < (one: Level, other: Level) -> Bool { one.rawValue < other.rawValue }
  }

  /// The layout of a whole expression.
  func formula(_ expression: Expression) -> Formula {
    formula(expression, allowsSign: true)
  }

  /// `allowsSign` is true where a minus sign in front cannot be taken for a subtraction or stand after an operator.
  private func formula(_ expression: Expression, allowsSign: Bool) -> Formula {
    switch expression {
    case .number(let value): number(value)
    case .symbol(let name): .symbol(name)
    case .sum(let terms): .row(sum(terms, allowsSign: allowsSign))
    case .product(let factors): product(factors, allowsSign: allowsSign)
    case .negation(let operand):
      .row([.operation(.negative), operandFormula(operand, atLeast: .product, allowsSign: false)])
    case .quotient(.number(1), .number(2)) where hasHalf: .half
    case .quotient(let numerator, let denominator):
      isStacked
        ? .fraction(formula(numerator), formula(denominator))
        : .fraction(
          operandFormula(numerator, atLeast: .product, allowsSign: allowsSign),
          operandFormula(denominator, atLeast: .power, allowsSign: false))
    case .power(let base, let exponent):
      .power(
        operandFormula(base, atLeast: .atom, allowsSign: false),
        isStacked || isShortExponent(exponent)
          ? formula(exponent) : operandFormula(exponent, atLeast: .power, allowsSign: false))
    case .call(let function, let argument): .call(function, formula(argument), isSlope: false)
    case .slope(let function, let argument): .call(function, formula(argument), isSlope: true)
    case .derivative(.symbol(let name), let variable): .derivative(.symbol(name), by: variable)
    case .derivative(let operand, let variable): .derivative(.parentheses(formula(operand)), by: variable)
    }
  }

  private func level(_ expression: Expression) -> Level {
    switch expression {
    case .number(let value):
      if Self.hasSign(value) || value.isNaN { return .sum }
      return DecimalText.significant(value, digits: numberDigits).contains("e") ? .product : .atom
    case .symbol(let name): return letters?.written(name)?.above == nil ? .atom : .power
    case .call, .slope: return .atom
    case .sum, .negation: return .sum
    case .product: return .product
    case .quotient(.number(1), .number(2)) where hasHalf: return .fraction
    case .quotient: return isStacked ? .fraction : .product
    case .derivative: return .fraction
    case .power: return .power
    }
  }

  private func operandFormula(_ operand: Expression, atLeast required: Level, allowsSign: Bool) -> Formula {
    let isBareNegation = if case .negation = operand { allowsSign && required <= .product } else { false }
    if isBareNegation || level(operand) >= required { return formula(operand, allowsSign: allowsSign) }
    return .parentheses(formula(operand))
  }

  /// Whether a number is written with a minus sign; −0 is not.
  private static func hasSign(_ value: Double) -> Bool { value.sign == .minus && value != 0 && !value.isNaN }

  private func number(_ value: Double) -> Formula {
    let digits = Formula.number(DecimalText.significant(value.magnitude, digits: numberDigits))
    return Self.hasSign(value) ? .row([.operation(.negative), digits]) : digits
  }

  private func sum(_ terms: [Expression], allowsSign: Bool) -> [Formula] {
    guard !terms.isEmpty else { return [.number("0")] }
    var row: [Formula] = []
    for (index, term) in terms.enumerated() {
      let mayBeSigned = allowsSign && index == 0
      if case .negation(let operand) = term, index > 0 {
        row += [.operation(.minus), operandFormula(operand, atLeast: .product, allowsSign: false)]
        continue
      }
      if index > 0 { row.append(.operation(.plus)) }
      if case .sum(let inner) = term {
        row += sum(inner, allowsSign: mayBeSigned)
      } else {
        row.append(operandFormula(term, atLeast: .product, allowsSign: mayBeSigned))
      }
    }
    return row
  }

  private func product(_ factors: [Expression], allowsSign: Bool) -> Formula {
    let derivatives = factors.count { if case .derivative = $0 { true } else { false } }
    let isWide = derivatives > 1 || factors.contains { if case .product = $0 { true } else { false } }
    var row: [Formula] = []
    for (index, factor) in factors.enumerated() {
      // A quotient after the first factor would swallow it: a·(b/c) is not a·b/c.
      let isProduct = if case .product = factor { true } else { false }
      let required: Level = index == 0 || isProduct ? .product : .fraction
      let laidOut = operandFormula(factor, atLeast: required, allowsSign: allowsSign && index == 0)
      if index > 0 { row.append(.operation(isWide ? .wideTimes : joint(factors[index - 1], laidOut))) }
      row.append(laidOut)
    }
    return row.isEmpty ? .number("1") : .row(row)
  }

  /// What is between a factor and the next: nothing, if that is in parentheses that are needed anyway.
  private func joint(_ previous: Expression, _ next: Formula) -> Formula.Operator {
    guard juxtaposes, startsWithSum(next) else { return .times }
    switch previous {
    // `f(1 − x)` would be a call, `d(…)` may begin a derivative.
    case .symbol(let name): return Function(written: name) != nil || name == "d" ? .times : .juxtaposition
    case .derivative: return .times
    default: return .juxtaposition
    }
  }

  /// True for (a + b) and (a + b)², not for (−0.2).
  private func startsWithSum(_ formula: Formula) -> Bool {
    switch formula {
    case .parentheses(.row(let parts)): parts.count > 2
    case .power(let base, _): startsWithSum(base)
    default: false
    }
  }

  private func isShortExponent(_ exponent: Expression) -> Bool {
    guard hasHalf, case .number(let value) = exponent, let whole = Int(exactly: value) else { return false }
    return whole.magnitude < 1000
  }
}
