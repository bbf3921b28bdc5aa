import Diagnostics
import Expressions
import Networks
import Skills

extension Checker {
  /// Within this a number is right, or made by a mistake.
  package static let tolerance = 1e-3
  /// Digits from which a number that agrees in all of them is right.
  package static let enoughDigits = 3

  func judge(_ number: WrittenNumber, about subject: Subject, _ earlier: [Quantity: Double]) -> Verdict {
    let value = pass.value(of: subject.quantity)
    let scale = pass.scale(of: subject.quantity)
    if let verdict = rightness(of: number, value: value, scale, about: subject) {
      return telltale(number, value: value, scale, about: subject, earlier) ?? verdict
    }
    if let verdict = followThrough(number, scale, about: subject, earlier) { return verdict }
    if let verdict = shortfall(of: number, value: value, scale, about: subject) { return verdict }
    return diagnosis(of: number, about: subject, value: value, scale, earlier)
  }

  /// Right, and what of it was accepted; nil if it is not.
  private func rightness(
    of number: WrittenNumber, value: Double, _ scale: Scale, about subject: Subject
  ) -> Verdict? {
    let agrees = scale.agrees(number, value)
    // Of a step even what is close must have digits that show it.
    let isClose = scale.isClose(number, value) && (scale.reference == nil || scale.resolves(number, value))
    guard isClose || scale.isExact(number, value) || agrees && scale.resolves(number, value) else { return nil }
    let accepted = scale.isExact(number, value) ? nil : agrees ? Feedback.agreesInDigits : Feedback.isClose(scale)
    return Verdict(.right, feedback: Feedback.right(subject, accepted: accepted))
  }

  /// A mistake that makes less than 0.1 % of difference, and that the digits give away all the same.
  ///
  /// The most-read article on the subject prints E⁺ = 0.291027924, made with the new weights: 0.00002 of the step off.
  private func telltale(
    _ number: WrittenNumber, value: Double, _ scale: Scale, about subject: Subject, _ earlier: [Quantity: Double]
  ) -> Verdict? {
    guard !scale.agrees(number, value), scale.resolves(number, value) else { return nil }
    let table = knowledge.table(for: subject.quantity)
    let results = results(of: table, to: table.singlesEnd)
    // Rounding agrees with much: it counts where many digits agree, or all of them exactly.
    let isTelling = scale.reference == nil && (number.significantDigits ?? 17) >= 6
    let fitting = table.singles.filter { candidate in
      let result = results[candidate.place]
      let agrees =
        candidate.isOnlyNumeric && !isTelling ? scale.isExact(number, result) : scale.agrees(number, result)
      return result.isFinite && agrees
    }
    if fitting.allSatisfy(\.isOnlyNumeric) { return nil }
    // Where a formula gives the number away, rounding that agrees with it as well is asked about.
    let places = Set(fitting.map(\.place))
    let rounded = table.singles.filter { candidate in
      let result = results[candidate.place]
      return candidate.isOnlyNumeric && !places.contains(candidate.place) && result.isFinite
        && scale.agrees(number, result)
    }
    return verdict(fitting + rounded, about: subject, earlier)
  }

  /// Right as far as it goes, which is not far enough.
  private func shortfall(
    of number: WrittenNumber, value: Double, _ scale: Scale, about subject: Subject
  ) -> Verdict? {
    guard scale.agrees(number, value) else { return nil }
    let digits = scale.digitsNeeded(for: value)
    let feedback: Words
    if let reference = scale.reference, number.value == reference || number.roundsTo(reference) {
      // Nothing of the step is in it yet.
      feedback = Feedback.beforeTheStep(subject, digits: digits)
    } else if number.significantDigits ?? 17 >= 2 {
      feedback = Feedback.tooFewDigits(digits)
    } else if number.isFirstDigit(of: value) {
      feedback = Feedback.oneDigit(digits)
    } else {
      return nil
    }
    return Verdict(.unknown, feedback: feedback, shortfall: .digits(digits))
  }

  private func followThrough(
    _ number: WrittenNumber, _ scale: Scale, about subject: Subject, _ earlier: [Quantity: Double]
  ) -> Verdict? {
    guard !earlier.isEmpty, let value = FollowThrough(pass, subject, earlier: earlier).value,
      scale.isClose(number, value) || scale.resolves(number, value) && scale.agrees(number, value)
    else { return nil }
    let wrong = FollowThrough.firstWrong(earlier, pass, besides: subject.quantity)
    return Verdict(.followThrough, feedback: Feedback.followThrough(subject, from: wrong))
  }

  /// One mistake, else two together, else unknown.
  private func diagnosis(
    of number: WrittenNumber, about subject: Subject, value: Double, _ scale: Scale, _ earlier: [Quantity: Double]
  ) -> Verdict {
    let table = knowledge.table(for: subject.quantity)
    let results = results(of: table, to: table.singlesEnd)
    let match = NumberMatch(
      number, table.singles, results, scale, right: value, isUpdate: subject.quantity.isUpdated)
    switch match {
    case .fits(let candidates): return verdict(candidates, about: subject, earlier)
    case _ where number.value == scale.reference:
      return Verdict(
        .unknown, feedback: Feedback.unchanged(subject), asked: subject.smallerStep(known: known(earlier)).asked)
    case .needsDigits(let digits): return Verdict(.unknown, feedback: Feedback.moreDigits(digits))
    case .none: break
    }
    if let verdict = staleness(of: number, about: subject, scale) { return verdict }
    let isNear = (number.value - value).magnitude <= 0.02 * scale.size(of: value)
    let isInReach = (number.value - value).magnitude <= 0.1 * scale.size(of: value)
    if isInReach && isRoundedThroughout(number, about: subject, scale)
      || isNear && isRounding(number, about: subject, scale)
    {
      return Verdict(
        .mistake, mistakes: [Mistake.earlyRounding.id], feedback: Mistake.earlyRounding.question(subject, .loss))
    }
    if let itself = subject.variableItself, scale.agrees(number, pass.value(of: itself)) {
      let step = subject.smallerStep(known: known(earlier))
      return Verdict(.unknown, feedback: Feedback.itself(subject, itself, step), asked: step.asked)
    }
    if let verdict = doubleDiagnosis(of: number, about: subject, scale, earlier) { return verdict }
    if isNear { return Verdict(.unknown, feedback: Feedback.nearly) }
    let step = subject.smallerStep(known: known(earlier))
    return Verdict(.unknown, feedback: Feedback.unknownNumber(step), asked: step.asked)
  }

  /// What the learner has found rightly by now, and need not be asked for.
  func known(_ earlier: [Quantity: Double]) -> Set<Quantity> {
    Set(earlier.filter { ($0.value - pass.value(of: $0.key)).magnitude <= Self.tolerance * $0.value.magnitude }.keys)
  }

  /// Two mistakes together: among thousands of pairs one is close to any number, so only many digits can tell.
  private func doubleDiagnosis(
    of number: WrittenNumber, about subject: Subject, _ scale: Scale, _ earlier: [Quantity: Double]
  ) -> Verdict? {
    let precision = 2 * number.halfUnit / max(scale.size(of: number.value), .leastNormalMagnitude)
    // Three digits, of which the first is a 1 or a 9.
    guard precision <= 1e-2 else { return nil }
    let table = knowledge.table(for: subject.quantity)
    let pairs = table.pairs
    let all = results(of: table, to: table.tape.operations.count)
    let fitting = pairs.filter { pair in
      let result = all[pair.place]
      return result.isFinite && scale.agrees(number, result)
    }
    if precision <= 1e-4, !fitting.isEmpty { return verdict(fitting, about: subject, earlier) }
    // A sign or a ½ beside another slip is likelier than any two.
    let likely = fitting.filter(\.hasPlainFactor)
    guard !likely.isEmpty else { return nil }
    if precision <= 1e-3, fitting.count == likely.count { return verdict(likely, about: subject, earlier) }
    return Verdict(.unknown, feedback: Feedback.moreDigits(6))
  }

  /// Names what fits alone, and asks where several fit.
  func verdict(
    _ fitting: [CandidateTable.Candidate], about subject: Subject, _ earlier: [Quantity: Double]
  ) -> Verdict {
    var byID: [(id: MistakeID, candidate: CandidateTable.Candidate)] = []
    for candidate in consistent(fitting, with: earlier, about: subject)
    where !byID.contains(where: { $0.id == candidate.id }) {
      byID.append((candidate.id, candidate))
    }
    let candidates = byID.map(\.candidate)
    let focus = candidates.first?.focus
    guard candidates.count > 1 else {
      let feedback = candidates.first.map { Feedback.question($0, subject, pass) } ?? Words("")
      return Verdict(.mistake, mistakes: byID.map(\.id), feedback: feedback, focus: focus)
    }
    let discrimination = Discrimination(subject, candidates, pass, known: known(earlier))
    return Verdict(
      .mistake, mistakes: byID.map(\.id), feedback: discrimination.question, focus: focus, asked: discrimination.asked)
  }
}
