import Expressions
import Networks

/// Checks a trace step by step, knowing nothing of how it was recorded.
struct TraceValidator {
  private(set) var faults: [TraceFault] = []
  private let trace: Trace
  /// The step that found a quantity, of those that were read.
  private var found: [Quantity: Int] = [:]
  /// The chain that a gradient's factors and product are to follow, until the product comes.
  private var openChains: [Quantity: Int] = [:]
  /// Steps whose structure is sound, so that their values can be asked for.
  private var sound: Set<Int> = []

  private static let tolerance = 1e-12

  init(_ trace: Trace) { self.trace = trace }

  mutating func run() {
    for (index, step) in trace.steps.enumerated() {
      let place = index + 1
      let before = faults.count
      checkStructure(step, at: place)
      if faults.count == before { checkChain(step, at: place) }
      if faults.count == before, step.dependsOn.allSatisfy(sound.contains) {
        checkReuse(step, at: place)
        checkParts(step, at: place)
        checkValue(step, at: place)
        if faults.count == before { sound.insert(place) }
      }
      if step.finds, found[step.quantity] == nil { found[step.quantity] = place }
    }
    for place in openChains.values.sorted() { report(.wrongParts, at: place) }
  }

  private mutating func report(_ kind: TraceFault.Kind, at place: Int) {
    faults.append(TraceFault(step: place, kind: kind))
  }

  // MARK: Structure

  private mutating func checkStructure(_ step: Step, at place: Int) {
    if step.id != place { report(.misnumbered, at: place) }
    let quantities = [step.quantity] + step.path + step.goals
    for quantity in quantities where !trace.architecture.has(quantity) { report(.unknownQuantity(quantity), at: place) }
    for used in step.dependsOn + (step.reuses.map { [$0] } ?? []) where used < 1 || used >= place {
      report(.looksAhead(used), at: place)
    }
    if !isWellFormed(step) {
      report(.malformed, at: place)
    } else if !step.path.isEmpty, !leadsToGoal(step) {
      report(.brokenPath, at: place)
    }
  }

  private func isWellFormed(_ step: Step) -> Bool {
    guard step.pathNumber >= 0, step.pathNumber < step.pathCount, step.reuses == nil || step.kind == .factor else {
      return false
    }
    switch (step.kind, step.quantity) {
    case (.netInput, .net), (.output, .out), (.loss, .loss), (.loss, .partialLoss), (.update, .updated):
      return step.path.isEmpty && step.goals.isEmpty
    case (.factor, .derivative): return step.path.indices.contains(step.place) && step.path[step.place] == step.quantity
    case (.chain, .derivative(of: .loss, _)), (.product, .derivative(of: .loss, _)): return !step.path.isEmpty
    case (.sum, .derivative(of: .loss, _)): return step.path.isEmpty && step.pathCount > 1
    case (.collapse, .derivative(of: .loss, by: .net(let neuron))):
      return step.path.isEmpty && trace.architecture.hasCollapsingLoss && trace.architecture.isOutput(neuron)
    default: return false
    }
  }

  /// ∂E/∂a · ∂a/∂b · ∂b/∂c leads to c.
  private func leadsToGoal(_ step: Step) -> Bool {
    var reached = Quantity.loss
    for factor in step.path {
      guard case .derivative(let dependent, let variable) = factor, dependent == reached else { return false }
      reached = variable
    }
    return step.goals.last == .gradient(reached) && (step.kind == .factor || step.quantity == .gradient(reached))
  }

  private mutating func checkReuse(_ step: Step, at place: Int) {
    let first = found[step.quantity]
    if let origin = step.reuses {
      if origin != first || step.dependsOn != [origin] { report(.wrongReuse(origin), at: place) }
    } else if let first, step.finds {
      report(.foundAgain(first), at: place)
    }
  }

  /// A chain is followed by its factors and its product, and nothing else comes with a path.
  private mutating func checkChain(_ step: Step, at place: Int) {
    guard !step.path.isEmpty, let goal = step.goals.last else { return }
    if step.kind == .chain {
      if openChains.updateValue(place, forKey: goal) != nil { report(.wrongParts, at: place) }
      return
    }
    // A gradient that is one derivative, or was found before, has no chain.
    if step.kind == .factor, step.path == [goal], openChains[goal] == nil { return }
    let chain = openChains[goal].map { trace[$0] }
    if chain?.path != step.path || chain?.pathNumber != step.pathNumber || chain?.pathCount != step.pathCount {
      report(.wrongParts, at: place)
    }
    if step.kind == .product { openChains[goal] = nil }
  }

  // MARK: What it is made of

  private mutating func checkParts(_ step: Step, at place: Int) {
    let parts = step.dependsOn.map { trace[$0] }
    switch step.kind {
    case .chain: if !parts.isEmpty { report(.wrongParts, at: place) }
    case .product:
      if parts.map(\.quantity) != step.path || parts.contains(where: { $0.kind != .factor }) {
        report(.wrongParts, at: place)
      }
    case .sum:
      let isComplete =
        parts.map(\.pathNumber) == Array(0..<step.pathCount)
        && parts.allSatisfy { $0.kind == .product && $0.quantity == step.quantity && $0.pathCount == step.pathCount }
      if !isComplete || Set(parts.map(\.path)).count != parts.count { report(.wrongParts, at: place) }
    case .factor where step.reuses != nil: break
    case .collapse where !parts.contains(where: { $0.kind == .sum && $0.quantity == step.quantity }):
      report(.wrongParts, at: place)
    case .netInput, .output, .loss, .factor, .collapse, .update:
      let used = Set(parts.map(\.quantity))
      for leaf in trace.symbolic(step, isComplete: true).leafNames {
        guard let quantity = trace.architecture.quantity(named: leaf), trace.network[given: quantity] == nil,
          !used.contains(quantity)
        else { continue }
        report(.missingDependency(quantity), at: place)
      }
    }
  }

  // MARK: Values

  private mutating func checkValue(_ step: Step, at place: Int) {
    let value = trace.value(of: step)
    switch step.kind {
    case .chain: break
    case .product:
      let factors = step.dependsOn.compactMap { sound.contains($0) ? trace.value(of: trace[$0]) : nil }
      if let product = Self.product(factors) {
        compare(value, with: product, error: Self.tolerance * product.magnitude, at: place)
      }
    case .sum:
      let products = step.dependsOn.compactMap { sound.contains($0) ? trace.value(of: trace[$0]) : nil }
      let size = products.reduce(0) { $0 + $1.magnitude }
      compare(value, with: products.reduce(0, +), error: Self.tolerance * size, at: place)
    case .factor where step.reuses != nil:
      if let origin = step.reuses { compare(value, with: trace.value(of: trace[origin]), error: 0, at: place) }
    case .factor where trace.isCompound(step.quantity):
      // Only as a derivation of its own, which the factor then reuses.
      report(.malformed, at: place)
    default:
      let lookup = { (name: String) in trace.value(ofLeaf: name) }
      do {
        let (expected, error) = try trace.symbolic(step, isComplete: true).evaluatedWithBound(lookup)
        // The pass adds long sums in another order; a bound to first order deserves some room.
        compare(value, with: expected, error: Self.tolerance * expected.magnitude + 8 * error, at: place)
      } catch {
        report(.notEvaluable, at: place)
      }
    }
  }

  private mutating func compare(_ value: Double, with expected: Double, error: Double, at place: Int) {
    // Where the formula overflows only the pass knows the value.
    guard expected.isFinite, error.isFinite else { return }
    let difference = (value - expected).magnitude
    if !(difference <= error + .leastNormalMagnitude) {
      report(.wrongValue(expected: expected, found: value), at: place)
    }
  }

  /// nil where a factor, or the product so far, has left the range in which digits are kept.
  private static func product(_ factors: [Double]) -> Double? {
    // A 0 beside so large a factor has underflowed.
    if factors.contains(0), factors.contains(where: { $0.magnitude > 1e100 }) { return nil }
    var product = 1.0
    for factor in factors {
      let next = product * factor
      let isZero = product == 0 || factor == 0
      guard factor.isFinite, !factor.isSubnormal, next.isNormal || isZero else { return nil }
      product = next
    }
    return product
  }
}
