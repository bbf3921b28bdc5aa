package import Expressions
package import Networks

/// How quantities depend on each other, for judging many of them at once.
extension Checker {
  /// What a quantity is found from, in the order of a derivation: each after all that it uses, the quantity itself last.
  ///
  /// At most `limit` of them; given values are left out.
  package func derivationOrder(of quantity: Quantity, limit: Int = 600) -> [Quantity] {
    var order: [Quantity] = []
    var seen: Set<Quantity> = []
    // Without recursion: a wide network's derivation is deep.
    var waiting: [(quantity: Quantity, isReady: Bool)] = [(quantity, false)]
    while let next = waiting.popLast() {
      if next.isReady {
        order.append(next.quantity)
        continue
      }
      guard seen.count < limit, seen.insert(next.quantity).inserted,
        let definition = knowledge.subject(next.quantity).definition(of: .now(next.quantity))
      else { continue }
      waiting.append((next.quantity, true))
      for name in definition.leafNames.reversed() {
        if let part = network.architecture.quantity(named: name), part != next.quantity {
          waiting.append((part, false))
        }
      }
    }
    return order
  }

  /// What a quantity comes to with someone's own values of others; nil where these are right or nothing follows from them.
  package func value(of quantity: Quantity, following earlier: [Quantity: Double]) -> Double? {
    FollowThrough(pass, knowledge.subject(quantity), earlier: earlier).value
  }

  /// The value of an expression over this network's quantities, some of which are given by someone's own values.
  package func value(of expression: Expression, following earlier: [Quantity: Double]) -> Double? {
    let value = try? expression.evaluated { [knowledge, pass] name in
      guard let quantity = knowledge.vocabulary.quantity(named: name) else { return nil }
      return earlier[quantity] ?? pass.value(of: quantity)
    }
    return value.flatMap { $0.isFinite ? $0 : nil }
  }
}
