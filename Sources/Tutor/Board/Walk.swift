package import Expressions
package import Networks
package import Traces

/// A walk through a derivation: the trace, its stops, and where it is.
package struct Walk: Equatable, Sendable {
  /// The stop at hand, from 0; the first to be compared, since walks that differ most often differ here.
  package private(set) var index = 0
  package private(set) var trace: Trace
  package private(set) var stops: [Stop]
  private var found: [Quantity: Int]

  package init(_ network: Network, goals: [Quantity], form: DerivationForm = .factors, batch: Batch? = nil) {
    trace = Trace(network, goals: goals, form: form, batch: batch)
    stops = trace.stops
    found = Self.found(in: trace.steps)
  }

  package var network: Network { trace.network }
  package var stop: Stop { stops.isEmpty ? Stop(step: 1, stage: .symbolic) : stops[index] }
  package var step: Step { trace[stop.step] }

  /// The gradient that is being derived; nil in the forward pass and the update.
  package var goal: Quantity? { step.goals.first }

  // MARK: Moving

  /// To a stop by its number, brought into range.
  package mutating func jump(to number: Int) { index = max(0, min(number, stops.count - 1)) }

  /// The same; false where nothing moved.
  package mutating func go(to number: Int) -> Bool {
    let old = index
    jump(to: number)
    return index != old
  }

  /// Goes on or back by so many stops; false where there are none.
  package mutating func move(by distance: Int) -> Bool {
    go(to: distance > 0 ? index + min(distance, stops.count) : index + max(distance, -stops.count))
  }

  /// To the beginning of the next step; in the last one to its end.
  package mutating func nextStep() -> Bool {
    let step = stop.step
    return go(to: stops[index...].firstIndex { $0.step > step } ?? .max)
  }

  /// To the beginning of this step, or of the one before.
  package mutating func previousStep() -> Bool {
    let start = firstStop(of: stop.step)
    return go(to: start < index ? start : firstStop(of: max(1, stop.step - 1)))
  }

  /// To the end of this step, or of the next one where this one is shown.
  package mutating func skipReveals() -> Bool {
    guard index + 1 < stops.count else { return false }
    let step = stops[index + 1].step
    return go(to: (stops[index...].firstIndex { $0.step > step } ?? stops.count) - 1)
  }

  /// To the end of the step before; in the first one to its beginning.
  package mutating func takeBackReveals() -> Bool { go(to: firstStop(of: stop.step) - 1) }

  /// To the beginning of the next section: another gradient, or the update; in the last one to its end.
  package mutating func nextSection() -> Bool {
    let section = Section(of: step)
    return go(to: stops[index...].firstIndex { Section(of: trace[$0.step]) != section } ?? .max)
  }

  /// Goes to the start of this section, or of the one before; false at the beginning.
  package mutating func previousSection() -> Bool {
    let start = firstStop(of: Section(of: step))
    if start < index { return go(to: start) }
    return start > 0 ? go(to: firstStop(of: Section(of: trace[stops[start - 1].step]))) : false
  }

  /// The first stop of a step.
  package func firstStop(of step: Int) -> Int { stops.firstIndex { $0.step == step } ?? 0 }

  private func firstStop(of section: Section) -> Int {
    stops.firstIndex { Section(of: trace[$0.step]) == section } ?? 0
  }

  /// Where the update begins; nil where no parameter is updated.
  package var firstUpdate: Int? { stops.firstIndex { trace[$0.step].kind == .update } }

  /// A part of the walk with a heading of its own.
  package enum Section: Hashable, Sendable {
    case forward
    case gradient(Quantity)
    case update

    package init(of step: Step) {
      if let goal = step.goals.first {
        self = .gradient(goal)
      } else {
        self = step.kind == .update ? .update : .forward
      }
    }
  }

  // MARK: Changing what is walked

  /// The same walk at other numbers.
  ///
  /// Needs the same architecture.
  package mutating func setNetwork(_ network: Network) { trace.setNetwork(network) }

  /// The same walk with the mean over other samples in its update, or of its own sample alone.
  package mutating func setBatch(_ batch: Batch?) { trace.setBatch(batch) }

  /// Where the walk has just found a parameter's gradient: the mean over the batch, in numbers and its value.
  package var batchMean: (numbers: Expression, value: Double)? {
    guard stop.stage == .value, step.goals == [step.quantity], !step.isShareOfQuantity,
      case .derivative(of: .loss, by: .parameter(let parameter)) = step.quantity,
      let numbers = trace.meanInNumbers(of: parameter)
    else { return nil }
    return (numbers, trace.updatingGradient(of: parameter))
  }

  /// Goes to the derivation of a gradient, which is added if the walk did not have it.
  package mutating func show(_ goal: Quantity) {
    let isShown: (Stop) -> Bool = { self.trace[$0.step].goals.last == goal }
    if let known = stops.firstIndex(where: isShown) {
      jump(to: known)
    } else if !find(goal) {
      trace = Trace(network, goals: trace.goals + [goal], form: trace.form, batch: trace.batch)
      stops = trace.stops
      found = Self.found(in: trace.steps)
      jump(to: stops.firstIndex(where: isShown) ?? index)
    }
  }

  /// The stop of another derivation of the same gradients that is most like one of this.
  func counterpart(of index: Int, in other: Walk) -> Int {
    guard stops.indices.contains(index) else { return 0 }
    let stop = stops[index]
    let step = trace[stop.step]
    let section = Section(of: step)
    let near = other.trace.steps.filter { Section(of: $0) == section }
    let alike =
      near.first { $0.quantity == step.quantity && $0.kind == step.kind && ($0.reuses == nil) == (step.reuses == nil) }
      ?? near.first { $0.quantity == step.quantity } ?? near.first
    guard let alike else { return 0 }
    let first = other.firstStop(of: alike.id)
    return other.stops[first...].firstIndex { $0.step > alike.id || $0.stage >= stop.stage }
      .map { other.stops[$0].step == alike.id ? $0 : $0 - 1 } ?? other.stops.count - 1
  }

  /// Goes to where a quantity is found: its forward step, its derivation, or its update; false where there is none.
  package mutating func find(_ quantity: Quantity) -> Bool {
    guard let step = trace.steps.first(where: { $0.quantity == quantity && $0.reuses == nil }) else { return false }
    jump(to: firstStop(of: step.id))
    return true
  }

  // MARK: What is known

  /// Whether the walk has come past the value of a quantity; what was not found yet must not be shown.
  ///
  /// Given quantities are known from the beginning.
  package func knows(_ quantity: Quantity) -> Bool {
    if network[given: quantity] != nil { return true }
    guard let step = foundAt(quantity) else { return false }
    return step < stop.step || step == stop.step && stop.stage == .value
  }

  /// The step that finds the value of a quantity; nil where this walk does not derive it.
  package func foundAt(_ quantity: Quantity) -> Int? { found[quantity] }

  private static func found(in steps: [Step]) -> [Quantity: Int] {
    var found: [Quantity: Int] = [:]
    for step in steps where found[step.quantity] == nil {
      switch step.kind {
      case .chain: continue
      case .product where step.pathCount > 1: continue
      default: found[step.quantity] = step.id
      }
    }
    return found
  }
}
