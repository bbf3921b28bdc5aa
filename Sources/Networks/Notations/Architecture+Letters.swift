package import Diagnostics
package import Expressions

extension Architecture {
  /// The notation at hand.
  package var notation: Notation { letters?.notation ?? .netOut }

  /// The quantity's name as it is read in this network's notation.
  package func text(of quantity: Quantity, _ style: TextStyle) -> String {
    expression(of: quantity).text(style, in: letters)
  }

  // MARK: δ

  /// δ of a neuron as a symbol, by its identity `delta_h1`.
  package func deltaSymbol(_ neuron: Int) -> Expression { .symbol("delta_" + neuronName(neuron)) }

  /// Whether δ is −∂E/∂net in this notation.
  package var negatesDelta: Bool { notation.delta == .targetMinusOutput }

  /// ∂E/∂net in terms of δ: δ itself, or −δ.
  package func gradientByDelta(_ neuron: Int) -> Expression {
    negatesDelta ? .negation(deltaSymbol(neuron)) : deltaSymbol(neuron)
  }

  /// What a symbol of a δ stands for: ∂E/∂net, with the sign of the notation; nil for every other name.
  package func meaning(ofDelta name: String) -> Expression? {
    guard let neuron = neuron(ofDelta: name) else { return nil }
    let gradient = expression(of: .gradient(.net(neuron)))
    return negatesDelta ? .negation(gradient) : gradient
  }

  /// The δ that a formula is the meaning of.
  package func delta(meaning expression: Expression) -> Expression? {
    guard case .derivative(.symbol("E"), let name)? = negatesDelta ? expression.children.first : expression,
      name.hasPrefix("net_"), let neuron = neuron(named: String(name.dropFirst(4))),
      meaning(ofDelta: "delta_" + neuronName(neuron)) == expression
    else { return nil }
    return deltaSymbol(neuron)
  }

  /// The neuron of `delta_h1`, `δ_h1`, `δh1`.
  package func neuron(ofDelta name: String) -> Int? {
    for prefix in ["delta_", "δ_", "δ"] where name.hasPrefix(prefix) {
      return neuron(named: String(name.dropFirst(prefix.count)))
    }
    return nil
  }

  // MARK: Identities

  func identity(of quantity: NamedQuantity) -> String {
    switch quantity {
    case .quantity(let quantity): name(of: quantity)
    case .delta(let neuron): "delta_" + neuronName(neuron)
    }
  }

  /// What an identity names; nil for derivatives and everything unknown.
  func named(_ identity: String) -> NamedQuantity? {
    if identity.hasPrefix("delta_") {
      return neuron(named: String(identity.dropFirst(6))).map(NamedQuantity.delta)
    }
    switch quantity(named: identity) {
    case nil, .derivative?, .updated?, .lossAfterUpdate?: return nil
    case let quantity?: return .quantity(quantity)
    }
  }
}
