import Networks
import Traces

/// Walks that stand where a lesson wants them.
extension Walk {
  /// A walk that has the derivation of a quantity in it, if any has, behind those of what was derived before.
  init(
    _ network: Network, showing quantity: Quantity, after known: [Quantity] = [], form: DerivationForm = .factors
  ) {
    let plain = Walk(network, goals: known + Self.goals(for: [quantity]), form: form)
    guard plain.stops(deriving: quantity) == nil, case .derivative = quantity else {
      self = plain
      return
    }
    // A factor is derived with the gradient that needs the fewest others: not every chain is known when it is shown.
    let count = network.architecture.parameterCount
    let gradients = (0..<min(count, 200)).lazy.map { Walk(network, goals: [.gradient(.parameter($0))]) }
    let deriving = gradients.filter { $0.stops(deriving: quantity) != nil }
    let shortest = count <= 40 ? deriving.min { $0.stops.count < $1.stops.count } : deriving.first
    self = shortest ?? plain
  }

  /// A walk that is before anything is shown of these quantities, and where possible after the forward pass.
  init(_ network: Network, before quantities: [Quantity]) {
    self.init(network, goals: Self.goals(for: quantities))
    let first = quantities.compactMap { foundAt($0) }.min()
    let backward = trace.steps.first { !$0.goals.isEmpty || $0.kind == .update }?.id
    guard let step = [first, backward].compactMap({ $0 }).min() else {
      jump(to: .max)
      return
    }
    jump(to: firstStop(of: step) - 1)
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
