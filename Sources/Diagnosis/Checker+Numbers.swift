import Networks

extension Checker {
  /// Within this a number is right, or made by a mistake.
  package static let tolerance = 1e-3
  /// Digits from which a number that agrees in all of them is right.
  package static let enoughDigits = 3
  /// Digits from which a number that is close, but not what it should be, may be known as a mistake's.
  private static let tellingDigits = 7

  func judge(_ number: WrittenNumber, about subject: Subject, _ earlier: [Quantity: Double]) -> Verdict {
    let value = pass.value(of: subject.quantity)
    if let verdict = rightness(of: number, value: value, about: subject) {
      return telltale(number, value: value, about: subject, earlier) ?? verdict
    }
    if let verdict = followThrough(number, about: subject, earlier) { return verdict }
    if number.agreesInEveryDigit(with: value) { return Verdict(.unknown, feedback: Feedback.threeDigits) }
    return diagnosis(of: number, about: subject, value: value, earlier)
  }

  /// Right, and what of it was accepted; nil if it is not.
  private func rightness(of number: WrittenNumber, value: Double, about subject: Subject) -> Verdict? {
    let isClose = number.isWithin(Self.tolerance, of: value)
    let agrees = number.agreesInEveryDigit(with: value)
    guard isClose || agrees && (number.significantDigits ?? 17) >= Self.enoughDigits else { return nil }
    let accepted = number.isExactly(value) ? nil : agrees ? Feedback.agreesInDigits : Feedback.isClose
    return Verdict(.right, feedback: Feedback.right(subject, accepted: accepted))
  }

  /// A mistake that makes less than 0.1 % of difference, and that many digits give away all the same.
  ///
  /// The most-read article on the subject prints E⁺ = 0.291027924, which is 0.00005 % off and made with the new weights.
  private func telltale(
    _ number: WrittenNumber, value: Double, about subject: Subject, _ earlier: [Quantity: Double]
  ) -> Verdict? {
    guard let digits = number.significantDigits, digits >= Self.tellingDigits, !number.agreesInEveryDigit(with: value)
    else { return nil }
    let table = knowledge.table(for: subject.quantity)
    let results = results(of: table, to: table.singlesEnd)
    let fitting = table.singles.filter { candidate in
      let result = results[candidate.place]
      return !candidate.isOnlyNumeric && result.isFinite && number.agreesInEveryDigit(with: result)
    }
    return fitting.isEmpty ? nil : verdict(fitting, about: subject, earlier)
  }

  private func followThrough(
    _ number: WrittenNumber, about subject: Subject, _ earlier: [Quantity: Double]
  ) -> Verdict? {
    guard !earlier.isEmpty, let value = FollowThrough(pass, subject, earlier: earlier).value else { return nil }
    let isEnough = (number.significantDigits ?? 17) >= Self.enoughDigits
    guard number.isWithin(Self.tolerance, of: value) || isEnough && number.agreesInEveryDigit(with: value) else {
      return nil
    }
    let wrong = FollowThrough.firstWrong(earlier, pass, besides: subject.quantity)
    return Verdict(.followThrough, feedback: Feedback.followThrough(subject, from: wrong))
  }

  /// One mistake, else two together, else unknown.
  private func diagnosis(
    of number: WrittenNumber, about subject: Subject, value: Double, _ earlier: [Quantity: Double]
  ) -> Verdict {
    let table = knowledge.table(for: subject.quantity)
    let results = results(of: table, to: table.singlesEnd)
    switch NumberMatch(number, table.singles, results) {
    case .fits(let candidates): return verdict(candidates, about: subject, earlier)
    case .needsDigits: return Verdict(.unknown, feedback: Feedback.moreDigits)
    case .none: break
    }
    // Among thousands of pairs one is close to any number: only many digits can tell.
    if number.halfUnit <= 5e-5 * number.value.magnitude {
      let pairs = table.pairs
      let all = self.results(of: table, to: table.tape.operations.count)
      let fitting = pairs.filter { pair in
        let result = all[pair.place]
        guard result.isFinite, number.isWithin(Self.tolerance, of: result) else { return false }
        return number.agreesInEveryDigit(with: result) || number.isWithin(1e-5, of: result)
      }
      if !fitting.isEmpty { return verdict(fitting, about: subject, earlier) }
    }
    if number.isWithin(0.02, of: value) { return Verdict(.unknown, feedback: Feedback.nearly) }
    return Verdict(.unknown, feedback: Feedback.unknown(subject))
  }

  /// Names what fits alone, and asks where several fit.
  func verdict(
    _ fitting: [CandidateTable.Candidate], about subject: Subject, _ earlier: [Quantity: Double]
  ) -> Verdict {
    var byID: [(id: String, candidate: CandidateTable.Candidate)] = []
    for candidate in consistent(fitting, with: earlier, about: subject)
    where !byID.contains(where: { $0.id == candidate.id }) {
      byID.append((candidate.id, candidate))
    }
    let candidates = byID.map(\.candidate)
    let feedback =
      candidates.count == 1
      ? Feedback.question(candidates[0], subject) : Discrimination(subject, candidates).question
    return Verdict(.mistake, mistakes: byID.map(\.id), feedback: feedback, focus: candidates.first?.focus)
  }
}

/// Which candidates a number may come from.
enum NumberMatch {
  case fits([CandidateTable.Candidate])
  /// Some agree with the digits given, and these are too few to say which.
  case needsDigits
  case none

  init(_ number: WrittenNumber, _ candidates: [CandidateTable.Candidate], _ results: [Double]) {
    var (sharp, near): ([CandidateTable.Candidate], [CandidateTable.Candidate]) = ([], [])
    var isExact = false
    for candidate in candidates {
      let result = results[candidate.place]
      // Rounding to 0 says nothing about how somebody rounds.
      guard result.isFinite, result != 0 || !candidate.isOnlyNumeric else { continue }
      let agrees = number.agreesInEveryDigit(with: result)
      if number.isWithin(Checker.tolerance, of: result) {
        near.append(candidate)
        // A short decimal is what rounding makes, so that it is hit exactly says less there.
        if number.isExactly(result), !candidate.isOnlyNumeric { isExact = true }
      } else if !agrees {
        continue
      }
      if agrees { sharp.append(candidate) }
    }
    let ids = Set(near.map(\.id))
    if isExact || (number.significantDigits ?? 17) > Checker.enoughDigits {
      let best = sharp.filter { ids.contains($0.id) }
      self = near.isEmpty ? .none : .fits(best.isEmpty ? near : best)
    } else {
      // With few digits, others than those within the tolerance may be meant.
      let isCertain = sharp.allSatisfy { ids.contains($0.id) }
      self = !isCertain ? .needsDigits : near.isEmpty ? .none : .fits(near)
    }
  }
}
