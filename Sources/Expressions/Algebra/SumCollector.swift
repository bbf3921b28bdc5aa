/// Collects the terms of a sum by what they are multiples of.
struct SumCollector {
  private var bodies: [Expression] = []
  private var coefficients: [Coefficient] = []
  private var places = ExpressionPlaces()

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
        places.add(body, at: bodies.count)
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
    var terms = zip(bodies, coefficients).filter { $1.numerator != 0 }.map { $0.multiplied(by: $1) }
    // x − 1 instead of (−1) + x.
    if case .number(let value)? = terms.first, value < 0, terms.count > 1 { terms.append(terms.removeFirst()) }
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
