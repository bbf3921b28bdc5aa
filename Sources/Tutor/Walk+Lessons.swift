import Networks
import Traces

/// Walks that stand where a lesson wants them.
extension Walk {
  /// A walk that has the derivation of a quantity in it, if any has.
  init(_ network: Network, showing quantity: Quantity) {
    let plain = Walk(network, goals: Self.goals(for: [quantity]))
    guard plain.stops(deriving: quantity) == nil, case .derivative = quantity else {
      self = plain
      return
    }
    // A factor is derived with the first gradient that needs it.
    let parameters = 0..<min(network.architecture.parameterCount, 200)
    let gradients = parameters.lazy.map { Walk(network, goals: [.gradient(.parameter($0))]) }
    self = gradients.first { $0.stops(deriving: quantity) != nil } ?? plain
  }

  /// A walk that stands before anything is told of these quantities, and where possible after the forward pass.
  init(_ network: Network, before quantities: [Quantity]) {
    self.init(network, goals: Self.goals(for: quantities))
    let first = quantities.compactMap { foundAt($0) }.min()
    let backward = trace.steps.first { !$0.goals.isEmpty || $0.kind == .update }?.id
    guard let step = [first, backward].compactMap({ $0 }).min() else {
      go(to: .max)
      return
    }
    go(to: firstStop(of: step) - 1)
  }

  private static func goals(for quantities: [Quantity]) -> [Quantity] {
    quantities.flatMap { quantity -> [Quantity] in
      switch quantity {
      case .updated(let parameter): [.gradient(.parameter(parameter))]
      default: Trace.isGoal(quantity) ? [quantity] : []
      }
    }
  }

  /// The stops at which a quantity is derived; nil where this walk does not derive it.
  func stops(deriving quantity: Quantity) -> ClosedRange<Int>? {
    let isPart: (Step) -> Bool
    if trace.goals.contains(quantity) {
      isPart = { $0.goals.contains(quantity) || $0.goals.isEmpty && $0.quantity == quantity }
    } else if let step = foundAt(quantity) {
      isPart = { $0.id == step }
    } else {
      return nil
    }
    guard let first = stops.firstIndex(where: { isPart(trace[$0.step]) }),
      let last = stops.lastIndex(where: { isPart(trace[$0.step]) })
    else { return nil }
    return first...last
  }
}
