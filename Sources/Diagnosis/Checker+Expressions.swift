import Expressions
import Networks

extension Checker {
  /// Points at which wrong formulas are compared.
  private static let wrongSamples = 5

  func judge(
    _ expression: Expression, leaves: [String], about subject: Subject, text: String, _ earlier: [Quantity: Double]
  ) -> Verdict {
    let own = subject.architecture.name(of: subject.quantity)
    let isGiven = network[given: subject.quantity] != nil
    if leaves.contains(own), !isGiven { return Verdict(.unknown, feedback: Feedback.asksItself(subject)) }
    guard expression.isWithin(nodes: 4_000, depth: 500) else {
      return .unreadable(AnswerFault.tooLarge.diagnostic(at: 0..<text.utf8.count), in: text)
    }
    switch isRight(expression, subject) {
    case true: return Verdict(.right, feedback: Feedback.right(subject, accepted: nil))
    case nil: return .unreadable(AnswerFault.notFinite.diagnostic(at: 0..<text.utf8.count), in: text)
    case false?: break
    }
    if isRightWithoutPlainValues(expression, subject) {
      return Verdict(.right, feedback: Feedback.right(subject, accepted: nil))
    }
    if let verdict = followThrough(expression, about: subject, earlier) { return verdict }
    if let itself = subject.variableItself, expression == subject.leaf(itself) {
      let step = subject.smallerStep(known: known(earlier))
      return Verdict(.unknown, feedback: Feedback.itself(subject, itself, step), asked: step.asked)
    }
    // With some of this network's numbers put in: what stands for them is compared, so that a value that comes close by
    // chance is not taken for a right formula.
    if isRightReading(expression, subject) { return Verdict(.right, feedback: Feedback.right(subject, accepted: nil)) }
    let readings = [expression] + wrongReadings(of: expression, subject)
    for isPair in [false, true] {
      for (number, reading) in readings.enumerated() {
        let leaves = reading.leafNames
        if number > 0, !isPair, let verdict = followThrough(reading, about: subject, earlier) { return verdict }
        if let verdict = formulaDiagnosis(of: reading, leaves: leaves, about: subject, isPair: isPair, earlier) {
          return verdict
        }
      }
      for reading in readings.prefix(Self.maxPlainReadings) {
        guard let leftOut = leftOut(of: reading, about: subject).first else { continue }
        let kept = samples(keeping: leftOut)
        if let verdict = formulaDiagnosis(
          of: reading, leaves: reading.leafNames, about: subject, isPair: isPair, at: kept, earlier)
        {
          return verdict
        }
      }
    }
    let step = subject.smallerStep(known: known(earlier), formulaOf: leaves)
    return Verdict(.unknown, feedback: Feedback.unknownFormula(step), asked: step.asked)
  }

  /// Readings of numbers as quantities that are tried in search of a right formula, and of a mistake.
  private static let maxReadings = 3_000
  private static let maxWrongReadings = 48
  private static let maxPlainReadings = 4

  /// Whether a formula is right with some of its numbers read as the quantities whose values they are.
  func isRightReading(_ expression: Expression, _ subject: Subject) -> Bool {
    let leaves = Working(subject).lines(limit: 60).flatMap(\.expression.leafNames)
    guard let numerals = Numerals(expression, in: numberBook, except: subject.quantity, preferring: leaves),
      let sample = knowledge.samples.first
    else { return false }
    let right = sample.value(of: subject.quantity)
    let readings = numerals.readings(limit: Self.maxReadings, at: knowledge.vocabulary.lookup(sample)) { value in
      (value - right).magnitude <= 1e-7 * max(value.magnitude, right.magnitude, 1e-9)
    }
    // A step such as ReLU's slope is the same at many points: others are tried before anything is proved.
    let others = knowledge.samples.dropFirst().prefix(5)
    let likely = readings.lazy.filter { reading in
      others.allSatisfy { other in
        guard let value = try? reading.evaluated(self.knowledge.vocabulary.lookup(other)), value.isFinite else {
          return true
        }
        let right = other.value(of: subject.quantity)
        return (value - right).magnitude <= 1e-7 * max(value.magnitude, right.magnitude, 1e-9)
      }
    }
    if likely.prefix(8).contains(where: { isRight($0, subject) == true }) { return true }
    return isRightReadingWithoutPlainValues(expression, leaves: leaves, subject)
  }

  private func wrongReadings(of expression: Expression, _ subject: Subject) -> [Expression] {
    guard let numerals = Numerals(expression, in: numberBook, except: subject.quantity) else { return [] }
    return numerals.readings(limit: Self.maxWrongReadings, at: knowledge.vocabulary.lookup(pass)).filter {
      $0 != expression
    }
  }

  /// Whether a formula means the quantity, by canonical form or at the samples; nil if it has no value at any.
  private func isRight(_ expression: Expression, _ subject: Subject) -> Bool? {
    let samples = knowledge.samples
    var (hasValue, mayBeRight) = (false, false)
    for sample in samples {
      guard let value = try? expression.evaluated(knowledge.vocabulary.lookup(sample)), value.isFinite else { continue }
      hasValue = true
      let right = sample.value(of: subject.quantity)
      // Far more than rounding can do: no proof is needed.
      if (value - right).magnitude > 1e-3 * max(value.magnitude, right.magnitude, 1e-9) { continue }
      mayBeRight = true
      break
    }
    guard hasValue else { return nil }
    guard mayBeRight, holdsHere(expression, subject) else { return false }
    let leaf = subject.architecture.expression(of: subject.quantity)
    let form = Working(subject).closedForm(nodes: 500) ?? leaf
    let points = samples.map { sample in
      let lookup = knowledge.vocabulary.lookup(sample)
      return { (name: String) in lookup(name) }
    }
    return Equivalence.compare(expression, form, samples: points).verdict == .equal
  }

  /// Targets that do not add up to 1 make out − target wrong, which is right at the samples: there it must hold here as well.
  private func holdsHere(_ expression: Expression, _ subject: Subject) -> Bool {
    guard network.sumOfTargetsThatAreNoShares != nil,
      let value = try? expression.evaluated(knowledge.vocabulary.lookup(pass)), value.isFinite
    else { return true }
    let right = pass.value(of: subject.quantity)
    return (value - right).magnitude <= 1e-6 * max(value.magnitude, right.magnitude, 1e-9)
  }

  /// Right, given an earlier wrong value that is in the formula as a number.
  ///
  /// Names in it stand for what they mean, and a formula that holds at one network only by its numbers must hold exactly.
  private func followThrough(
    _ expression: Expression, about subject: Subject, _ earlier: [Quantity: Double]
  ) -> Verdict? {
    guard !earlier.isEmpty, let value = FollowThrough(pass, subject, earlier: earlier).value,
      let own = try? expression.evaluated(knowledge.vocabulary.lookup(pass)),
      (own - value).magnitude <= 1e-9 * value.magnitude
    else { return nil }
    let wrong = FollowThrough.firstWrong(earlier, pass, besides: subject.quantity)
    return Verdict(.followThrough, feedback: Feedback.followThrough(subject, from: wrong))
  }

  private func formulaDiagnosis(
    of expression: Expression, leaves: [String], about subject: Subject, isPair: Bool, at kept: [Pass]? = nil,
    _ earlier: [Quantity: Double]
  ) -> Verdict? {
    let samples = (kept ?? knowledge.samples).prefix(Self.wrongSamples)
    let values = samples.map { sample in
      (try? expression.evaluated(knowledge.vocabulary.lookup(sample))) ?? .nan
    }
    let table = knowledge.table(for: subject.quantity)
    let candidates = isPair ? table.pairs : table.singles
    let end = isPair ? table.tape.operations.count : table.singlesEnd
    // What is 0 wherever some value is kept says nothing of how it was found.
    if kept != nil, values.allSatisfy({ $0 == 0 }) { return nil }
    let results =
      kept == nil
      ? knowledge.sampledResults(of: table, to: end)
      : samples.map { sample in
        var results: [Double] = []
        table.tape.run(to: end, at: sample, into: &results)
        return results
      }
    let found = fitting(candidates, values, results)
    return found.isEmpty ? nil : verdict(written(found, with: leaves, about: subject), about: subject, earlier)
  }

  /// Candidates that agree at every sample where they have a value, and at three at least.
  private func fitting(
    _ candidates: [CandidateTable.Candidate], _ values: [Double], _ results: [[Double]]
  ) -> [CandidateTable.Candidate] {
    candidates.filter { candidate in
      guard !candidate.isOnlyNumeric else { return false }
      var agreeing = 0
      for (index, value) in values.enumerated() {
        let result = results[index][candidate.place]
        guard value.isFinite, result.isFinite else { continue }
        guard (value - result).magnitude <= 1e-8 * max(value.magnitude, result.magnitude) else { return false }
        agreeing += 1
      }
      return agreeing >= 3
    }
  }

  /// Those whose changed line the learner wrote: what is behind a name in the answer was not.
  ///
  /// `w5 + eta*dE/dw5` is ascent; only with the gradient written out could its sign be wrong as well.
  private func written(
    _ candidates: [CandidateTable.Candidate], with leaves: [String], about subject: Subject
  ) -> [CandidateTable.Candidate] {
    let stops = Set(leaves.compactMap { subject.architecture.item(named: $0) })
    guard candidates.count > 1, !stops.isEmpty else { return candidates }
    let visible = candidates.filter { candidate in
      let working = Working(subject, rewrites: candidate.rewrites)
      let right = Working(subject)
      return working.items(without: stops).contains { working.definition(of: $0) != right.definition(of: $0) }
    }
    return visible.isEmpty ? candidates : visible
  }
}

extension Working {
  /// The lines that are reached from the last one when some are not looked behind.
  func items(without stops: Set<Item>) -> [Item] {
    var seen = stops
    var (reached, waiting): ([Item], [Item]) = ([], [.now(subject.quantity)])
    while let item = waiting.popLast(), reached.count < 400 {
      guard seen.insert(item).inserted, let definition = definition(of: item) else { continue }
      reached.append(item)
      waiting += definition.leafNames.compactMap { subject.architecture.item(named: $0) }
    }
    return reached
  }
}
