/// Collects the terms of a sum by what they are multiples of.
struct SumCollector {
  /// What each body is multiplied by.
  private var bodies = ExpressionTable<Coefficient>()

  init(_ terms: [Expression]) {
    for term in terms { add(term, sign: .one) }
  }

  private mutating func add(_ term: Expression, sign: Coefficient) {
    switch term {
    case .sum(let inner): for part in inner { add(part, sign: sign) }
    case .negation(let operand): add(operand, sign: Coefficient(numerator: -sign.numerator, denominator: 1))
    default:
      let (coefficient, body) = term.splittingCoefficient
      guard let signed = coefficient.multiplied(by: sign) else { return bodies.append(term, sign) }
      guard let place = bodies.place(of: body) else { return bodies.append(body, signed) }
      if let total = bodies[place].added(to: signed) {
        bodies[place] = total
      } else {
        bodies.append(body, signed)
      }
    }
  }

  var expression: Expression {
    var terms: [Expression] = []
    terms.reserveCapacity(bodies.entries.count)
    for (body, coefficient) in bodies.entries where coefficient.numerator != 0 {
      terms.append(body.multiplied(by: coefficient))
    }
    // x − 1 instead of (−1) + x.
    if case .number(let value)? = terms.first, value < 0, terms.count > 1 { terms.append(terms.removeFirst()) }
    // A negative number reads better as a subtraction: x − 2.
    for place in terms.indices.dropFirst() {
      if case .number(let value) = terms[place], value < 0 { terms[place] = .negation(.number(-value)) }
    }
    return switch terms.count {
    case 0: .number(0)
    case 1: terms[0]
    default: .sum(terms)
    }
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
