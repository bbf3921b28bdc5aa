package import Expressions
package import Networks

/// What one line of a working finds: a quantity, or the same quantity in the round after the update.
package enum Item: Hashable, Sendable {
  case now(Quantity)
  /// `net_h1+`, `out_O+`: found again with the updated parameters.
  case afterUpdate(Quantity)
}

extension Architecture {
  /// The ASCII name of an item; the round after the update bears a `+`, as updated parameters do.
  func name(of item: Item) -> String {
    switch item {
    case .now(let quantity): name(of: quantity)
    case .afterUpdate(let quantity): name(of: quantity) + "+"
    }
  }

  /// An item as a leaf of a formula.
  package func expression(of item: Item) -> Expression {
    switch item {
    case .now(let quantity): expression(of: quantity)
    case .afterUpdate: .symbol(name(of: item))
    }
  }

  func item(named name: String) -> Item? {
    if let quantity = quantity(named: name) { return .now(quantity) }
    guard name.hasSuffix("+"), let quantity = quantity(named: String(name.dropLast())) else { return nil }
    switch quantity {
    case .net, .out: return .afterUpdate(quantity)
    default: return nil
    }
  }
}

/// What part a quantity plays in a derivation.
extension Quantity {
  /// n of ∂E/∂out_n.
  var upstreamNeuron: Int? { if case .derivative(of: .loss, by: .out(let neuron)) = self { neuron } else { nil } }

  /// Whether it is a parameter after the update.
  var isUpdated: Bool { if case .updated = self { true } else { false } }

  /// p of p⁺.
  var updatedParameter: Int? { if case .updated(let parameter) = self { parameter } else { nil } }

  /// n of δ = ∂E/∂net_n.
  var deltaNeuron: Int? { if case .derivative(of: .loss, by: .net(let neuron)) = self { neuron } else { nil } }

  /// n of f′ = ∂out_n/∂net_n.
  var slopeNeuron: Int? {
    if case .derivative(of: .out(let neuron), by: .net(let net)) = self, neuron == net { neuron } else { nil }
  }

  /// The edge that ∂net_m/∂out_n goes back along.
  var wayBack: (source: Int, neuron: Int)? {
    if case .derivative(of: .net(let neuron), by: .out(let source)) = self { (source, neuron) } else { nil }
  }

  /// The last factor of a chain, ∂net_n/∂p.
  var lastFactor: (neuron: Int, parameter: Int)? {
    if case .derivative(of: .net(let neuron), by: .parameter(let parameter)) = self { (neuron, parameter) } else { nil }
  }

  /// p of ∂E/∂p.
  var gradientParameter: Int? {
    if case .derivative(of: .loss, by: .parameter(let parameter)) = self { parameter } else { nil }
  }

  /// δ of a neuron.
  static func delta(_ neuron: Int) -> Quantity { .gradient(.net(neuron)) }

  /// f′ of a neuron.
  static func slope(_ neuron: Int) -> Quantity { .derivative(of: .out(neuron), by: .net(neuron)) }
}
