import Diagnosis
package import Networks
package import Skills

/// What many networks say about a program: for each quantity that it printed, whether it is right, and if not, which
/// mistakes explain every single number.
package struct Examination {
  /// What is to be said of a quantity over all networks.
  package enum State: Equatable, Sendable {
    case right
    /// Right, but for the precision it was computed with.
    case rightInSinglePrecision
    /// Wrong only because of what was printed before it.
    case follows
    /// δ with the other sign, as some courses define it; the gradients made with it are right.
    case otherSign
    /// Mistakes of the catalogue, each of which alone explains every number.
    case mistakes
    case notFinite
    case unexplained
  }

  /// One quantity that was printed, over all networks that have it.
  package struct Finding {
    package let quantity: Quantity
    /// The runs that printed it, by their places.
    package let runs: [Int]
    package let state: State
    package let explanations: [Explanation]
    /// The runs in which it is off.
    package let offRuns: [Int]
    /// The fewest significant digits that were printed.
    package let digits: Int

    package var isWrong: Bool {
      switch state {
      case .mistakes, .notFinite, .unexplained, .follows: true
      case .right, .rightInSinglePrecision, .otherSign: false
      }
    }
  }

  /// A candidate of the catalogue that explains all numbers of a quantity.
  package struct Explanation: Equatable {
    package let id: MistakeID
    let index: Int
    let isPair: Bool
  }

  package let runs: [ExaminedRun]
  /// In the order of a derivation, one architecture after the other.
  package let findings: [Finding]

  /// Cost: for each quantity that differs the catalogue once for each network.
  package init(_ runs: [ExaminedRun]) {
    self.runs = runs
    var groups: [(architecture: Architecture, runs: [Int])] = []
    for (place, run) in runs.enumerated() {
      if let group = groups.firstIndex(where: { $0.architecture == run.network.architecture }) {
        groups[group].runs.append(place)
      } else {
        groups.append((run.network.architecture, [place]))
      }
    }
    findings = groups.flatMap { group in
      GroupExamination(runs, group.runs).findings
    }
  }
}

/// The networks of one architecture.
private struct GroupExamination {
  let all: [ExaminedRun]
  let places: [Int]
  var findings: [Examination.Finding] = []

  init(_ runs: [ExaminedRun], _ places: [Int]) {
    all = runs
    self.places = places
    var printed: Set<Quantity> = []
    for place in places { printed.formUnion(runs[place].printed.values.keys) }
    guard let first = places.first else { return }
    let order = Self.order(printed, runs[first].checker)
    for quantity in order { findings.append(examine(quantity)) }
    noteOtherSigns()
  }

  /// In the order of a derivation: forward, back, updates.
  private static func order(_ printed: Set<Quantity>, _ checker: Checker) -> [Quantity] {
    var order: [Quantity] = []
    var seen: Set<Quantity> = []
    let architecture = checker.network.architecture
    let sorted = printed.sorted { architecture.name(of: $0) < architecture.name(of: $1) }
    func add(_ quantity: Quantity) {
      if printed.contains(quantity), seen.insert(quantity).inserted { order.append(quantity) }
    }
    for neuron in 0..<architecture.neuronCount {
      add(.net(neuron))
      add(.out(neuron))
    }
    for output in 0..<architecture.outputCount { add(.partialLoss(output)) }
    add(.loss)
    // From the outputs back, a layer at a time.
    for block in architecture.blocks.reversed() {
      for neuron in block.firstNeuron..<block.firstNeuron + block.neuronCount {
        for factor: Quantity in [
          .gradient(.out(neuron)), .derivative(of: .out(neuron), by: .net(neuron)), .gradient(.net(neuron)),
        ] { add(factor) }
      }
    }
    for block in architecture.blocks.reversed() {
      let biases: Int =
        switch block.bias {
        case .shared: 1
        case .each: block.neuronCount
        case .none: 0
        }
      let first = architecture.weightCount + block.firstBias
      let weights = block.firstWeight..<block.firstWeight + block.neuronCount * block.sourceCount
      for parameter in Array(weights) + Array(first..<first + biases) { add(.gradient(.parameter(parameter))) }
    }
    for quantity in sorted {
      if case .updated = quantity { continue }
      if quantity != .lossAfterUpdate { add(quantity) }
    }
    for parameter in 0..<architecture.parameterCount { add(.updated(parameter)) }
    add(.lossAfterUpdate)
    return order
  }

  private func examine(_ quantity: Quantity) -> Examination.Finding {
    let runs = places.filter { all[$0].printed.values[quantity] != nil }
    let digits = runs.compactMap { all[$0].printed.values[quantity]?.digits }.filter { $0 > 0 }.min() ?? 0
    let right = values(runs) { all[$0].checker.pass.value(of: quantity) }
    let fits = fits(runs, quantity, right)
    let offRuns = zip(runs, fits).filter { $0.1 == .off }.map(\.0)
    func finding(_ state: Examination.State, _ explanations: [Examination.Explanation] = []) -> Examination.Finding {
      Examination.Finding(
        quantity: quantity, runs: runs, state: state, explanations: explanations, offRuns: offRuns, digits: digits)
    }
    let lowest = fits.min() ?? .off
    if lowest >= .digits { return finding(.right) }
    if runs.contains(where: { !(all[$0].printed.values[quantity]?.value.isFinite ?? true) }) {
      return finding(.notFinite)
    }
    // What explains every digit comes before what is right only nearly.
    let sharp = explanations(runs, quantity, pairs: false, least: .digits)
    if lowest == .near { return sharp.isEmpty ? finding(.rightInSinglePrecision) : finding(.mistakes, sharp) }
    if follows(runs, quantity) { return finding(.follows) }
    if !sharp.isEmpty { return finding(.mistakes, sharp) }
    for (pairs, least) in [(false, Fit.near), (true, .digits), (true, .near)] {
      let found = explanations(runs, quantity, pairs: pairs, least: least)
      if !found.isEmpty { return finding(.mistakes, found) }
    }
    return finding(.unexplained)
  }

  private func values(_ runs: [Int], _ value: (Int) -> Double) -> [Double] { runs.map(value) }

  private func fits(_ runs: [Int], _ quantity: Quantity, _ values: [Double]) -> [Fit] {
    let scale = values.lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0
    return zip(runs, values).map { run, value in
      guard let printed = all[run].printed.values[quantity] else { return .off }
      return Fit(printed, value, scale: scale, base: base(of: quantity, run))
    }
  }

  private func base(of quantity: Quantity, _ run: Int) -> Double? {
    switch quantity {
    case .updated(let parameter): all[run].network.parameters[parameter]
    case .lossAfterUpdate: all[run].checker.pass.loss
    default: nil
    }
  }

  /// Whether the program's own wrong values before it lead to what it printed.
  private func follows(_ runs: [Int], _ quantity: Quantity) -> Bool {
    var hasFollowed = false
    for run in runs {
      let checker = all[run].checker
      let needed = checker.derivationOrder(of: quantity).filter { $0 != quantity }
      var own: [Quantity: Double] = [:]
      for part in needed {
        guard let finding = findings.first(where: { $0.quantity == part }), finding.isWrong else { continue }
        own[part] = all[run].printed.values[part]?.value
      }
      guard let printed = all[run].printed.values[quantity] else { return false }
      let right = checker.pass.value(of: quantity)
      var value = own.isEmpty ? nil : checker.value(of: quantity, following: own)
      if quantity == .lossAfterUpdate { value = lossAfterOwnUpdate(run) }
      if case .updated(let parameter) = quantity, let gradient = own[.gradient(.parameter(parameter))] {
        let network = all[run].network
        value = network.parameters[parameter] - network.learningRate * gradient
      }
      let fit = Fit(printed, value ?? right, scale: right.magnitude, base: base(of: quantity, run))
      // The program's own values were rounded when they were printed.
      let slack = value.map { (printed.value - $0).magnitude <= 1e-4 * max($0.magnitude, right.magnitude) } ?? false
      guard fit > .off || slack else { return false }
      if value != nil { hasFollowed = true }
    }
    return hasFollowed
  }

  /// E at the parameters that the program printed; nil where some are missing, or all are right.
  private func lossAfterOwnUpdate(_ run: Int) -> Double? {
    var network = all[run].network
    let isWrong = findings.contains { finding in
      if case .updated = finding.quantity { finding.isWrong } else { false }
    }
    guard isWrong else { return nil }
    for parameter in network.parameters.indices {
      guard let own = all[run].printed.values[.updated(parameter)]?.value else { return nil }
      network.parameters[parameter] = own
    }
    return Pass(network).loss
  }

  private func explanations(
    _ runs: [Int], _ quantity: Quantity, pairs: Bool, least: Fit
  ) -> [Examination.Explanation] {
    guard let first = runs.first else { return [] }
    let ids = all[first].checker.candidateIDs(for: quantity, pairs: pairs)
    var alive = Set(ids.indices)
    // Where the right value is 0 whatever was done wrong, a run says nothing.
    for run in runs {
      guard let printed = all[run].printed.values[quantity] else { continue }
      let values = all[run].checker.candidateValues(for: quantity, pairs: pairs)
      let right = all[run].checker.pass.value(of: quantity).magnitude
      alive = alive.filter { index in
        guard index < values.count else { return false }
        return Fit(printed, values[index], scale: right, base: base(of: quantity, run)) >= least
      }
      if alive.isEmpty { return [] }
    }
    var kept = alive.sorted().filter { !ids[$0].isOnlyNumeric }
    if kept.isEmpty { kept = alive.sorted() }
    if Set(kept.map { ids[$0].id }).count > 1 {
      // What was printed on the way tells them apart: a program that has the gradient right did not flip its sign.
      let consistent = kept.filter { leadsToPrinted($0, quantity, pairs: pairs, first) }
      if !consistent.isEmpty { kept = consistent }
    }
    var found: [Examination.Explanation] = []
    for index in kept where !found.contains(where: { $0.id == ids[index].id }) {
      found.append(Examination.Explanation(id: ids[index].id, index: index, isPair: pairs))
    }
    return found
  }

  /// Whether a supposed derivation has the values that the program printed before this one.
  private func leadsToPrinted(_ index: Int, _ quantity: Quantity, pairs: Bool, _ run: Int) -> Bool {
    let checker = all[run].checker
    let working = checker.candidate(index, for: quantity, pairs: pairs).working
    return Comparison(working, at: checker.pass).lines.allSatisfy { line in
      guard line.own != nil, case .now(let part) = line.item, part != quantity,
        let printed = all[run].printed.values[part]
      else { return true }
      return Fit(printed, line.ownValue, scale: line.ownValue.magnitude, base: base(of: part, run)) > .off
    }
  }

  /// δ = −∂E/∂net in every neuron, with right gradients, is a convention and no mistake.
  private mutating func noteOtherSigns() {
    let deltas = findings.indices.filter { index in
      if case .derivative(of: .loss, by: .net) = findings[index].quantity { true } else { false }
    }
    let gradients = findings.filter { finding in
      if case .derivative(of: .loss, by: .parameter) = finding.quantity { return true }
      if case .updated = finding.quantity { return true }
      return false
    }
    guard !deltas.isEmpty, !gradients.isEmpty, gradients.allSatisfy({ !$0.isWrong }) else { return }
    let isNegated = deltas.allSatisfy { index in
      let finding = findings[index]
      let negated = finding.runs.map { -all[$0].checker.pass.value(of: finding.quantity) }
      return fits(finding.runs, finding.quantity, negated).allSatisfy { $0 > .off }
    }
    guard isNegated else { return }
    for index in deltas {
      let old = findings[index]
      findings[index] = Examination.Finding(
        quantity: old.quantity, runs: old.runs, state: .otherSign, explanations: [], offRuns: [], digits: old.digits)
    }
  }
}
