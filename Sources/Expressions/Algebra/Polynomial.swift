/// A polynomial over numbered atoms: what becomes of an expression when everything is multiplied out.
struct Polynomial: Hashable {
  /// Powers of atoms, by rising atom number, exponents not zero.
  struct Monomial: Hashable {
    struct Power: Hashable {
      let atom: Int
      var exponent: Int
    }

    var powers: [Power] = []

    func multiplied(by other: Monomial) -> Monomial {
      var result: [Power] = []
      var (i, j) = (0, 0)
      while i < powers.count || j < other.powers.count {
        if j == other.powers.count || i < powers.count && powers[i].atom < other.powers[j].atom {
          result.append(powers[i])
          i += 1
        } else if i == powers.count || other.powers[j].atom < powers[i].atom {
          result.append(other.powers[j])
          j += 1
        } else {
          result.append(Power(atom: powers[i].atom, exponent: powers[i].exponent + other.powers[j].exponent))
          i += 1
          j += 1
        }
      }
      return Monomial(powers: result)
    }
  }

  /// Multiplying out is given up where more terms than this would have to be made at once.
  private static let maxTerms = 4_096

  private(set) var coefficients: [Monomial: Double]

  init(constant: Double) {
    coefficients = constant == 0 ? [:] : [Monomial(): constant]
  }

  init(atom: Int) {
    coefficients = [Monomial(powers: [Monomial.Power(atom: atom, exponent: 1)]): 1]
  }

  var isZero: Bool { coefficients.isEmpty }

  /// The number that this is, if it contains no atom.
  var constant: Double? {
    if isZero { return 0 }
    return coefficients.count == 1 ? coefficients[Monomial()] : nil
  }

  func added(to other: Polynomial) -> Polynomial? {
    var sum = self
    for (monomial, coefficient) in other.coefficients { sum.add(coefficient, monomial) }
    return sum.coefficients.count <= Self.maxTerms ? sum : nil
  }

  func multiplied(by other: Polynomial) -> Polynomial? {
    guard coefficients.count * other.coefficients.count <= Self.maxTerms else { return nil }
    var product = Polynomial(constant: 0)
    for (one, a) in coefficients {
      for (two, b) in other.coefficients { product.add(a * b, one.multiplied(by: two)) }
    }
    return product
  }

  func scaled(by factor: Double) -> Polynomial {
    var result = self
    result.coefficients = coefficients.mapValues { $0 * factor }
    return result
  }

  /// Equal up to the rounding of coefficients: relative 1e-12 of the largest.
  ///
  /// Nothing that is not finite is equal.
  func isNearlyEqual(to other: Polynomial) -> Bool {
    var largest = 0.0
    for value in [coefficients.values, other.coefficients.values].joined() {
      guard value.isFinite else { return false }
      largest = max(largest, value.magnitude)
    }
    return Set(coefficients.keys).union(other.coefficients.keys).allSatisfy {
      (coefficients[$0, default: 0] - other.coefficients[$0, default: 0]).magnitude <= 1e-12 * largest
    }
  }

  private mutating func add(_ coefficient: Double, _ monomial: Monomial) {
    let sum = coefficients[monomial, default: 0] + coefficient
    coefficients[monomial] = sum == 0 ? nil : sum
  }
}
