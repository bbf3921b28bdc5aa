import Expressions
import Networks

/// How many multiplications the gradients of a derivation take; divisions count as well, factors of 1 do not.
package struct Multiplications: Equatable, Sendable {
  /// With each gradient derived alone, each path multiplied out from E; beyond 2⁵³ about so many.
  package let unfolded: Double
  /// As the derivation does it: what was found is used again.
  package let reusing: Int
}

extension Trace {
  /// The multiplications that the goals take, counted step by step; the forward pass is not among them.
  ///
  /// Cost: that of the symbolic form of every factor.
  package var multiplications: Multiplications {
    var unfolded: [Unfolded] = Array(repeating: Unfolded(), count: steps.count + 1)
    var finals: [Quantity: Int] = [:]
    var reusing = 0
    for step in steps where !step.goals.isEmpty {
      switch step.kind {
      case .factor:
        if let origin = step.reuses {
          unfolded[step.id] = unfolded[origin]
        } else {
          let formula = symbolic(ofFactor: step.quantity)
          let isOne = formula == .number(1)
          let inside = formula.multiplicationCount
          unfolded[step.id] = Unfolded(paths: 1, factors: isOne ? 0 : 1, inside: Double(inside))
          reusing += inside
        }
      case .product:
        unfolded[step.id] = step.dependsOn.reduce(Unfolded(paths: 1)) { $0.times(unfolded[$1]) }
        reusing += max(0, step.dependsOn.filter { unfolded[$0].factors > 0 }.count - 1)
      case .sum: unfolded[step.id] = step.dependsOn.reduce(Unfolded()) { $0.plus(unfolded[$1]) }
      default: continue
      }
      if step.finds || step.path == [step.quantity] { finals[step.quantity] = step.id }
    }
    let total = goals.compactMap { finals[$0] }.reduce(0) { $0 + unfolded[$1].multiplications }
    return Multiplications(unfolded: total, reusing: reusing)
  }
}

/// All paths from E to one quantity, multiplied out.
private struct Unfolded {
  var paths = 0.0
  /// Over all paths, the factors that are not 1.
  var factors = 0.0
  /// Multiplications in the formulas of the factors.
  var inside = 0.0

  /// n factors take n − 1 multiplications.
  var multiplications: Double { inside + max(0, factors - paths) }

  func plus(_ other: Unfolded) -> Unfolded {
    Unfolded(paths: paths + other.paths, factors: factors + other.factors, inside: inside + other.inside)
  }

  /// Every path of one before every path of the other.
  func times(_ other: Unfolded) -> Unfolded {
    Unfolded(
      paths: paths * other.paths, factors: factors * other.paths + other.factors * paths,
      inside: inside * other.paths + other.inside * paths)
  }
}

extension Expression {
  /// Multiplications and divisions that the formula takes as it is written.
  fileprivate var multiplicationCount: Int {
    let own: Int
    switch self {
    case .product(let parts): own = max(0, parts.count - 1)
    case .quotient: own = 1
    case .power(_, .number(let exponent)) where exponent == exponent.rounded() && (2...64).contains(exponent):
      own = Int(exponent) - 1
    default: own = 0
    }
    return children.reduce(own) { $0 + $1.multiplicationCount }
  }
}
