import Networks

/// Which single mistakes a number may come from.
enum NumberMatch {
  case fits([CandidateTable.Candidate])
  /// Some agree with the digits given, and these are too few to say which; so many significant digits would tell.
  case needsDigits(Int)
  case none

  /// Digits beyond which no more are asked for.
  private static let maxDigits = 8

  private typealias Candidates = [CandidateTable.Candidate]

  init(
    _ number: WrittenNumber, _ candidates: [CandidateTable.Candidate], _ results: [Double], _ scale: Scale,
    right: Double, isUpdate: Bool
  ) {
    let given = number.significantDigits ?? 17
    var (exact, sharp, near, cut): (Candidates, Candidates, Candidates, Candidates) = ([], [], [], [])
    for candidate in candidates {
      let result = results[candidate.place]
      // Rounding to 0 says nothing about how someone rounds.
      guard result.isFinite, result != 0 || !candidate.isOnlyNumeric else { continue }
      // What makes no difference here explains nothing.
      guard (result - right).magnitude > 1e-9 * scale.size(of: right) else { continue }
      if scale.isExact(number, result) {
        // A short decimal is what rounding makes, so that it is hit exactly says less there.
        if candidate.isOnlyNumeric { sharp.append(candidate) } else { exact.append(candidate) }
      } else if number.roundsTo(result) {
        sharp.append(candidate)
      } else if isUpdate, number.isCut(from: result) {
        cut.append(candidate)
      } else if scale.isClose(number, result), !candidate.isOnlyNumeric {
        near.append(candidate)
      }
    }
    guard exact.isEmpty else {
      // Rounding that comes to the very number, or to all of many digits, explains it as well.
      self = .fits(
        exact + sharp.filter { $0.isOnlyNumeric && (given > 4 || scale.isExact(number, results[$0.place])) })
      return
    }
    let isEnough = scale.resolves(number, number.value) && given >= (scale.reference == nil ? Checker.enoughDigits : 2)
    // The very number that the step starts from: what leads there is a slip, however many digits are given.
    if let reference = scale.reference, given >= Checker.enoughDigits,
      case let formulas = sharp.filter({ !$0.isOnlyNumeric }),
      formulas.contains(where: { (results[$0.place] - reference).magnitude <= 1e-12 * reference.magnitude })
    {
      self = .fits(formulas)
      return
    }
    guard isEnough else {
      // One digit agrees with too much to say anything.
      self =
        sharp.isEmpty || given < 2
        ? .none : .needsDigits(max(Checker.enoughDigits, Self.digitsToTell(sharp, results, scale) ?? 0))
      return
    }
    // The old weight for the new is the slip of updates: with two digits of the step it comes before those further back.
    if isUpdate, 2 * number.halfUnit > scale.size(of: number.value) / 100 {
      let own = (sharp + cut).filter { Catalogue.mistakes[$0.mistakes[0]].id == Mistake.updatedWeight.id }
      if !own.isEmpty {
        self = .fits(own)
        return
      }
    }
    // A formula without rounding is the simpler explanation, unless the number is what rounding makes.
    let formulas = sharp.filter { !$0.isOnlyNumeric }
    let isRounded = sharp.contains { $0.isOnlyNumeric && scale.isExact(number, results[$0.place]) }
    let best = formulas.isEmpty ? sharp : formulas
    if !formulas.isEmpty, formulas.count < sharp.count, isRounded || given > 4 {
      self = .fits(sharp)
    } else if let digits = Self.digitsToTell(best, results, scale), digits > given, digits <= Self.maxDigits {
      self = .needsDigits(digits)
    } else if best.isEmpty {
      self = near.isEmpty ? .none : .fits(near)
    } else {
      self = .fits(best)
    }
  }

  /// The significant digits at which different mistakes give different numbers; nil where they never do.
  private static func digitsToTell(
    _ candidates: [CandidateTable.Candidate], _ results: [Double], _ scale: Scale
  ) -> Int? {
    var smallest: (value: Double, difference: Double)?
    for (index, one) in candidates.enumerated() {
      for other in candidates[(index + 1)...] where other.mistakes != one.mistakes {
        let (value, difference) = (results[one.place], (results[one.place] - results[other.place]).magnitude)
        guard difference > 1e-9 * scale.size(of: value), difference < smallest?.difference ?? .infinity else {
          continue
        }
        smallest = (value, difference)
      }
    }
    guard let smallest else {
      return Set(candidates.map(\.mistakes)).count > 1 ? nil : candidates.first.map { _ in Checker.enoughDigits }
    }
    return Scale.digits(of: smallest.value, resolving: smallest.difference)
  }
}
