import Expressions
package import Networks

/// What a value is computed from.
extension Trace {
  /// One level down: what is in a definition, the factors of a chain, what an update takes; nothing where it is given.
  ///
  /// Cost: proportional to the parts.
  package func parts(of quantity: Quantity) -> [Quantity] {
    if network[given: quantity] != nil { return [] }
    switch quantity {
    case .lossAfterUpdate:
      return architecture.inputs.indices.map(Quantity.input)
        + (0..<architecture.parameterCount).map(Quantity.updated)
        + (0..<architecture.outputCount).map(Quantity.target)
    case .derivative(of: .loss, by: let variable) where Self.isGoal(quantity):
      let paths = chainRule.paths(to: variable)
      if paths != [[quantity]], !paths.isEmpty { return Self.unique(paths.flatMap { $0 }) }
      return named(symbolic(ofFactor: quantity).leafNames)
    case .derivative: return named(symbolic(ofFactor: quantity).leafNames).filter { $0 != quantity }
    case .input, .target, .parameter, .learningRate, .weightDecay, .momentum, .lastStep, .net, .out, .partialLoss,
      .loss,
      .updated:
      return named(definition(of: quantity, isComplete: true).leafNames).filter { $0 != quantity }
    }
  }

  /// Everything that some quantities are computed from, the nearest first; not these themselves, and at most so many.
  package func needs(of quantities: [Quantity], limit: Int = 400) -> [Quantity] {
    var found: [Quantity] = []
    var seen = Set(quantities)
    var waiting = quantities[...]
    while let next = waiting.popFirst(), found.count < limit {
      for part in parts(of: next) where seen.insert(part).inserted {
        found.append(part)
        waiting.append(part)
      }
    }
    return found
  }

  private func named(_ names: [String]) -> [Quantity] {
    Self.unique(names.compactMap(architecture.quantity(named:)))
  }

  private static func unique(_ quantities: [Quantity]) -> [Quantity] {
    var seen: Set<Quantity> = []
    return quantities.filter { seen.insert($0).inserted }
  }
}
