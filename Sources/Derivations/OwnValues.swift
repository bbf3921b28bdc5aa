import Diagnosis
import Expressions
import Networks

/// The learner's own values of what a quantity is found from.
struct OwnValues {
  /// Right ones, as far as they were rounded, and wrong ones.
  var all: [Quantity: Double] = [:]
  var wrong: [Quantity: Double] = [:]

  /// The first wrong one by name, to point to.
  func firstWrong(_ architecture: Architecture) -> Quantity? {
    wrong.keys.min { architecture.name(of: $0) < architecture.name(of: $1) }
  }
}

extension SheetMarker {
  /// What the sheet says of a claim's parts: on the nearest line before it, else on the first one behind.
  func ownValues(for claim: Claim, at index: Int) -> OwnValues {
    let wanted = neededQuantities(claim)
    var own = OwnValues()
    var isBehind: Set<Quantity> = []
    for (place, other) in claims.enumerated() where place != index {
      guard let quantity = other.quantity, quantity != claim.quantity, wanted.contains(quantity),
        let value = other.ownValue
      else { continue }
      if place > index {
        guard own.all[quantity] == nil || isBehind.contains(quantity) else { continue }
        guard isBehind.insert(quantity).inserted else { continue }
      }
      own.all[quantity] = value
      own.wrong[quantity] = other.isOwnValueRight ? nil : value
    }
    return own
  }

  /// Everything that a claim's quantity is found from, and every name in it.
  private func neededQuantities(_ claim: Claim) -> Set<Quantity> {
    var wanted: Set<Quantity> = []
    func add(_ expression: Expression) {
      for name in expression.leafNames {
        guard let quantity = try? checker.quantity(named: name) else { continue }
        wanted.insert(quantity)
        wanted.formUnion(checker.derivationOrder(of: quantity))
      }
    }
    if let quantity = claim.quantity {
      wanted.formUnion(checker.derivationOrder(of: quantity))
      // Given values may have been copied wrongly.
      wanted.formUnion(checker.network.givenQuantities.prefix(500) + [.learningRate])
    }
    if let left = claim.left { add(left) }
    for part in claim.parts.prefix(4) { part.expression.map(add) }
    return wanted
  }
}
