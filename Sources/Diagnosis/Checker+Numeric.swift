import Expressions
import Networks

/// Slips that only numbers show: a value from another round or sample, rounding on the way.
extension Checker {
  private static let maxStaleQuantities = 200

  /// A value of the round or sample before, as the answer itself or anywhere on the way to it.
  func staleness(of number: WrittenNumber, about subject: Subject, _ scale: Scale) -> Verdict? {
    guard scale.resolves(number, number.value) else { return nil }
    for other in before {
      let isSame = staleValues(of: subject, from: other).contains { value in
        value.isFinite && scale.agrees(number, value)
      }
      guard isSame else { continue }
      let isRound =
        other.network.inputs == network.inputs && other.network.targets == network.targets && isUpdate(of: other)
      return Verdict(
        .mistake, mistakes: [Mistake.staleValue.id], feedback: Mistake.staleValueQuestion(isRound: isRound))
    }
    return nil
  }

  /// Whether an update made these numbers out of the others.
  private func isUpdate(of other: Pass) -> Bool {
    (0..<network.architecture.parameterCount).allSatisfy { parameter in
      let (old, new) = (other.value(of: .updated(parameter)), pass.value(of: .parameter(parameter)))
      return (old - new).magnitude <= 1e-9 * max(1, new.magnitude)
    }
  }

  private func staleValues(of subject: Subject, from other: Pass) -> [Double] {
    var quantities: Set<Quantity> = []
    for line in Working(subject).lines(limit: Self.maxStaleQuantities) {
      for name in line.expression.leafNames {
        if let quantity = knowledge.vocabulary.quantity(named: name) { quantities.insert(quantity) }
      }
    }
    quantities.remove(subject.quantity)
    let single = quantities.map { [$0: other.value(of: $0)] }
    let forward = quantities.filter(\.isForward)
    let together = Dictionary(forward.map { ($0, other.value(of: $0)) }, uniquingKeysWith: { first, _ in first })
    let mixed = (single + [together]).compactMap { FollowThrough(pass, subject, earlier: $0).value }
    return [other.value(of: subject.quantity)] + mixed
  }

  /// Whether some of the values that the answer is made of, each rounded, give all digits of the number.
  func isRounding(_ number: WrittenNumber, about subject: Subject, _ scale: Scale) -> Bool {
    guard scale.resolves(number, number.value), number.significantDigits.map({ $0 >= 4 }) ?? true else { return false }
    return rounded(subject).parts.contains { scale.agrees(number, $0) }
  }

  /// What rounding some of the values that a quantity is made of comes to, in every combination.
  ///
  /// Cost: a few hundred evaluations of a short formula.
  func valuesOfRoundedParts(_ subject: Subject) -> [Double] {
    guard var form = subject.definition(of: .now(subject.quantity)) else { return [] }
    let roundings: [Rounding] = [
      .significant(2), .significant(3), .significant(4), .decimals(2), .decimals(3), .decimals(4),
    ]
    var found: Set<Double> = []
    for _ in 0..<3 {
      let parts = form.leafNames.compactMap { name -> (name: String, value: Double)? in
        guard let quantity = knowledge.vocabulary.quantity(named: name), network[given: quantity] == nil else {
          return nil
        }
        return (name, pass.value(of: quantity))
      }
      guard parts.count <= 3, form.isWithin(nodes: 60, depth: 20) else { break }
      let choices = parts.map { part in
        let rounded = Set(roundings.map { $0.applied(to: part.value) }).subtracting([part.value])
        return [part.value] + rounded.sorted()
      }
      found.formUnion(values(of: form, parts.map(\.name), choices))
      // One level further back.
      let expanded = form.substituting { part in
        part.leafName.flatMap(subject.architecture.item(named:)).flatMap { item in
          if case .now(let quantity) = item, !quantity.isForward { subject.definition(of: item) } else { nil }
        }
      }
      if expanded == form { break }
      form = expanded
    }
    return found.sorted()
  }

  /// The formula at every combination but the first, which is the exact one.
  private func values(of form: Expression, _ names: [String], _ choices: [[Double]]) -> [Double] {
    var known: [String: Double] = [:]
    for name in form.leafNames { known[name] = knowledge.vocabulary.lookup(pass)(name) }
    let combinations = choices.reduce(1) { $0 * $1.count }
    return (1..<max(1, combinations)).compactMap { combination in
      var rest = combination
      for (name, values) in zip(names, choices) {
        known[name] = values[rest % values.count]
        rest /= values.count
      }
      return (try? form.evaluated { known[$0] }).flatMap { $0.isFinite ? $0 : nil }
    }
  }
}

extension Quantity {
  /// Whether it belongs to the forward pass.
  var isForward: Bool {
    switch self {
    case .net, .out, .partialLoss, .loss: true
    case .input, .target, .parameter, .learningRate, .weightDecay, .momentum, .lastStep, .derivative, .updated,
      .lossAfterUpdate:
      false
    }
  }
}
