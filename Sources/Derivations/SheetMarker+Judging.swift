import Diagnosis
import Diagnostics
import Expressions
import Networks
import Skills

/// A link with what was found about it.
struct JudgedPart {
  let mark: MarkedSheet.Mark
  var mistakes: [MistakeID] = []
  let feedback: Words
  var fault: Diagnostic?
  /// What it comes to, with the learner's own values and with the right ones; nil where it has none.
  var value: Double?
  var rightValue: Double?
  /// Whether every quantity in it has been replaced by a number.
  var isCalculation = false
  /// Whether it has names in it.
  var isFormula = false
}

extension SheetMarker {
  func judge(_ part: Claim.Part, of claim: Claim, at index: Int, after previous: JudgedPart?) -> JudgedPart {
    guard let expression = part.expression else {
      if let fault = part.fault {
        return JudgedPart(
          mark: .unreadable, feedback: Verdict.unreadable(fault, in: part.source.text).feedback, fault: fault)
      }
      return JudgedPart(mark: .unscored, feedback: SheetWords.leftOut)
    }
    let own = ownValues(for: claim, at: index)
    var judged: JudgedPart
    if let quantity = claim.quantity {
      judged = judge(part, expression, about: quantity, own, after: previous)
    } else {
      judged = judge(part, expression, equalTo: claim.left, own, after: previous)
    }
    judged.value = part.number?.value ?? checker.value(of: expression, following: own.all)
    judged.rightValue = part.number?.value ?? checker.value(of: expression, following: [:])
    judged.isCalculation = part.isCalculation
    judged.isFormula = part.number == nil
    return judged
  }

  // MARK: About a quantity

  private func judge(
    _ part: Claim.Part, _ expression: Expression, about quantity: Quantity, _ own: OwnValues,
    after previous: JudgedPart?
  ) -> JudgedPart {
    if let name = expression.leafName, (try? checker.quantity(named: name)) == quantity {
      return JudgedPart(mark: .unscored, feedback: SheetWords.sameName)
    }
    var verdict = checker.check(quantity, answer: part.answer, earlier: own.wrong)
    if verdict.isUnfinished {
      // Two digits that agree are a rounded value in a derivation, one says nothing; nor do those of an update that the old
      // value has as well, unless they are what the calculation before gives.
      let isEnough = (part.number?.significantDigits ?? 0) >= 2 && !quantity.isAfterUpdate
      let isRight = isEnough || agreement(of: part, expression, with: previous, own) == .right
      return JudgedPart(mark: isRight ? .right : .unscored, feedback: verdict.feedback)
    }
    if verdict.kind == .right { return JudgedPart(mark: .right, feedback: verdict.feedback) }
    if verdict.kind == .followThrough { return JudgedPart(mark: .followThrough, feedback: verdict.feedback) }
    if verdict.kind == .unreadable {
      return JudgedPart(mark: .unreadable, feedback: verdict.feedback, fault: verdict.fault)
    }
    if part.isCalculation || !own.wrong.isEmpty {
      switch Substitution(checker, quantity, own).meaning(of: expression) {
      case .right: return JudgedPart(mark: .right, feedback: SheetWords.fromRounded)
      case .follows(let wrong): return JudgedPart(mark: .followThrough, feedback: SheetWords.follows(name(of: wrong)))
      case .mistake(let found) where verdict.kind != .mistake: verdict = found
      case .mistake, .unknown: break
      }
    }
    if let mark = agreement(of: part, expression, with: previous, own) {
      return JudgedPart(mark: mark, feedback: mark == .right ? SheetWords.fromRounded : SheetWords.followsLine)
    }
    if verdict.kind != .mistake, let wrong = wrongSource(of: quantity, rounded: part, own) {
      return JudgedPart(mark: .followThrough, feedback: SheetWords.follows(name(of: wrong)))
    }
    if own.wrong.count < own.all.count,
      checker.check(quantity, answer: part.answer, earlier: own.all).kind == .followThrough
    {
      let wrong = own.firstWrong(checker.network.architecture)
      return wrong.map { JudgedPart(mark: .followThrough, feedback: SheetWords.follows(name(of: $0))) }
        ?? JudgedPart(mark: .right, feedback: SheetWords.fromRounded)
    }
    if checker.network[given: quantity] != nil {
      return JudgedPart(mark: .slip, mistakes: verdict.mistakes, feedback: SheetWords.miscopied(name(of: quantity)))
    }
    return slip(verdict, part, after: previous)
  }

  /// The earlier slip from which a value follows that was rounded to two digits, as right ones may be.
  private func wrongSource(of quantity: Quantity, rounded part: Claim.Part, _ own: OwnValues) -> Quantity? {
    guard let number = part.number, (number.significantDigits ?? 0) >= 2, !quantity.isAfterUpdate, !own.wrong.isEmpty,
      let value = checker.value(of: quantity, following: own.wrong),
      number.agreesInEveryDigit(with: value)
    else { return nil }
    return own.firstWrong(checker.network.architecture)
  }

  private func slip(_ verdict: Verdict, _ part: Claim.Part, after previous: JudgedPart?) -> JudgedPart {
    let isAfterRight = previous.map { $0.mark == .right || $0.mark == .followThrough } ?? false
    guard isAfterRight, part.number != nil else {
      return JudgedPart(mark: .slip, mistakes: verdict.mistakes, feedback: verdict.feedback)
    }
    if previous?.isCalculation == true || verdict.mistakes.isEmpty {
      return JudgedPart(mark: .slip, mistakes: [MarkedSheet.arithmetic], feedback: SheetWords.arithmetic)
    }
    return JudgedPart(
      mark: .slip, mistakes: verdict.mistakes, feedback: SheetWords.rightFormula(verdict.feedback))
  }

  /// What a link inherits from the one before, if it says the same.
  private func agreement(
    of part: Claim.Part, _ expression: Expression, with previous: JudgedPart?, _ own: OwnValues
  ) -> MarkedSheet.Mark? {
    guard let previous, previous.mark != .unreadable, previous.mark != .unscored else { return nil }
    // That a formula has the right value at this network does not make it right.
    guard part.number != nil || previous.mark != .right && previous.isFormula else { return nil }
    if let right = previous.rightValue, previous.mark == .right, isSame(part, expression, right, [:]) { return .right }
    if let value = previous.value, isSame(part, expression, value, own.all) { return .followThrough }
    if let right = previous.rightValue, isSame(part, expression, right, [:]) { return .followThrough }
    return nil
  }

  private func isSame(
    _ part: Claim.Part, _ expression: Expression, _ value: Double, _ own: [Quantity: Double]
  ) -> Bool {
    guard let number = part.number else {
      guard let other = checker.value(of: expression, following: own) else { return false }
      return (other - value).magnitude <= 1e-9 * max(other.magnitude, value.magnitude)
    }
    let isEnough = (number.significantDigits ?? 17) >= 2
    return number.isWithin(Checker.tolerance, of: value) || isEnough && number.agreesInEveryDigit(with: value)
  }

  // MARK: About a formula that is no quantity

  private func judge(
    _ part: Claim.Part, _ expression: Expression, equalTo left: Expression?, _ own: OwnValues,
    after previous: JudgedPart?
  ) -> JudgedPart {
    guard let left else { return JudgedPart(mark: .unscored, feedback: SheetWords.leftOut) }
    if let value = checker.value(of: left, following: [:]), isSame(part, expression, value, [:]) {
      return JudgedPart(mark: .right, feedback: SheetWords.sameValue)
    }
    if let value = checker.value(of: left, following: own.all), isSame(part, expression, value, own.all) {
      let wrong = own.firstWrong(checker.network.architecture)
      return wrong.map { JudgedPart(mark: .followThrough, feedback: SheetWords.follows(name(of: $0))) }
        ?? JudgedPart(mark: .right, feedback: SheetWords.fromRounded)
    }
    if let mark = agreement(of: part, expression, with: previous, own) {
      return JudgedPart(mark: mark, feedback: mark == .right ? SheetWords.fromRounded : SheetWords.followsLine)
    }
    let mistakes = part.number != nil ? [MarkedSheet.arithmetic] : []
    return JudgedPart(mark: .slip, mistakes: mistakes, feedback: SheetWords.notEqual)
  }

  func name(of quantity: Quantity) -> String {
    checker.network.architecture.expression(of: quantity).text(.unicode)
  }
}

extension Quantity {
  /// Whether it is a small difference away from what it was.
  fileprivate var isAfterUpdate: Bool {
    switch self {
    case .updated, .lossAfterUpdate: true
    default: false
    }
  }
}
