import Diagnostics
import Networks
import Traces

/// Going to gradients and quantities.
extension Board {
  /// Goes on with these gradients, from the first of them.
  mutating func walkOn(to goals: [Quantity]) {
    guard !goals.isEmpty else {
      reply = .fault(Words(en: "Which gradient? For example :walk dE/dw3", zh: "推导哪个梯度？例如 :walk dE/dw3"))
      return
    }
    for goal in goals { show(goal) }
    if goals.count > 1 { show(goals[0]) }
    before = nil
  }

  /// Goes to the derivation of a gradient.
  ///
  /// What it adds to the walk moves the update on, and the marks in it go along.
  mutating func show(_ goal: Quantity) {
    let old = walk
    walk.show(goal)
    // A question belongs to the place that is left.
    if walk.index != old.index { asking = nil }
    guard let start = old.firstUpdate, let moved = walk.firstUpdate else { return }
    marks = marks.mapValues { $0 < start ? $0 : $0 + moved - start }
  }

  /// A click on a node or an edge: a parameter's gradient is walked, a node's value is looked up.
  mutating func select(_ quantity: Quantity) {
    guard walk.network.architecture.contains(quantity) else { return }
    let start = walk.index
    page = .walk
    before = nil
    if walk.network[given: quantity] != nil { selection = quantity }
    switch quantity {
    case .parameter: show(.gradient(quantity))
    case .input, .target, .learningRate: break
    default: _ = walk.find(quantity)
    }
    if walk.index != start { asking = nil }
  }
}

extension Architecture {
  /// Whether the quantity is one of this network; one that comes from outside may be of another.
  func contains(_ quantity: Quantity) -> Bool {
    switch quantity {
    case .input(let number): inputs.indices.contains(number)
    case .target(let output), .partialLoss(let output): (0..<outputCount).contains(output)
    case .parameter(let parameter), .updated(let parameter): (0..<parameterCount).contains(parameter)
    case .net(let neuron), .out(let neuron): (0..<neuronCount).contains(neuron)
    case .derivative(let dependent, let variable): contains(dependent) && contains(variable)
    case .learningRate, .weightDecay, .momentum, .lastStep, .loss, .lossAfterUpdate: true
    }
  }
}
