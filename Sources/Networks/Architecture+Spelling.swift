package import Expressions

/// A quantity as it was asked for: δ of some notations is −∂E/∂net.
package struct AskedQuantity: Hashable, Sendable {
  package let quantity: Quantity
  /// Whether what is asked is the quantity with the other sign.
  package let isNegated: Bool

  package init(quantity: Quantity, isNegated: Bool) {
    self.quantity = quantity
    self.isNegated = isNegated
  }
}

extension Architecture {
  /// The quantity as people write it: `∂E/∂w5`, `dE/dw5`, `δ_h1`, `η`, `w5⁺`, or in the notation at hand.
  package func asked(spelled text: String) -> AskedQuantity? {
    if letters != nil, let asked = asked(reading: text) { return asked }
    if let quantity = quantity(plainlySpelled: text) { return AskedQuantity(quantity: quantity, isNegated: false) }
    let name = text.filter { $0 != " " }
    guard let neuron = neuron(ofDelta: name) else { return letters == nil ? asked(reading: text) : nil }
    return AskedQuantity(quantity: .gradient(.net(neuron)), isNegated: negatesDelta)
  }

  private func asked(reading text: String) -> AskedQuantity? {
    guard text.utf8.count < 100, let leaf = try? Expression.parse(text, letters: reading) else { return nil }
    return asked(leaf)
  }

  /// The quantity that a leaf of a formula is.
  package func asked(_ leaf: Expression) -> AskedQuantity? {
    if case .symbol(let name) = leaf, let neuron = neuron(ofDelta: name) {
      return AskedQuantity(quantity: .gradient(.net(neuron)), isNegated: negatesDelta)
    }
    return leaf.leafName.flatMap(quantity(named:)).map { AskedQuantity(quantity: $0, isNegated: false) }
  }

  /// The same without regard to the sign of a δ, where only the place counts.
  package func quantity(spelled text: String) -> Quantity? { asked(spelled: text)?.quantity }

  private func quantity(plainlySpelled text: String) -> Quantity? {
    var name = ""
    for character in text {
      switch character {
      case " ": continue
      case "∂": name += "d"
      case "η": name += "eta"
      case "⁺": name += "+"
      case "₀"..."₉": name += String((character.unicodeScalars.first?.value ?? 0x2080) - 0x2080)
      default: name.append(character)
      }
    }
    return quantity(named: name)
  }

  /// A formula of which every leaf is a quantity: δ has become ±∂E/∂net.
  package func resolvingDeltas(_ expression: Expression) -> Expression {
    expression.substituting { part in
      guard case .symbol(let name) = part else { return nil }
      return meaning(ofDelta: name)
    }
  }
}
