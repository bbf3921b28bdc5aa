import Diagnosis
import Diagnostics
import Expressions
import Lessons
import Networks

/// Values: of a quantity, of any formula, or the mean over samples.
extension Exercise {
  func judge(
    _ answer: String, number right: Expression, within tolerance: Double, _ earlier: [Quantity: Double]
  ) -> Verdict {
    if samples.count > 1 { return judgeMean(answer, of: right, within: tolerance) }
    guard let quantity else { return judgeValue(answer, of: right, within: tolerance) }
    let checker = Checker(network, before: before)
    let verdict = checker.check(quantity, answer: answer, form: .number, earlier: earlier)
    guard let number = written(answer, checker) else { return verdict }
    switch verdict.kind {
    case .unreadable: return verdict
    case .right:
      let value = value(of: right)
      let isEnough = number.isWithin(tolerance, of: value) || number.agreesInEveryDigit(with: value)
      return isEnough ? verdict : Verdict(.unknown, feedback: ExerciseWords.moreExactly)
    case .followThrough, .mistake, .unknown:
      if let own = authored(near: number, within: min(tolerance, Checker.tolerance)) { return own }
      // A wider tolerance forgives rounding, and no mistake that the digits give away; nor does it make up for digits
      // that do not show a step.
      let isRounding = verdict.kind == .unknown || verdict.mistakes == ["early-rounding"]
      guard isRounding, !(checker.isStep(quantity) && verdict.isUnfinished),
        checker.isWithin(tolerance, number, of: quantity)
      else { return verdict }
      return Verdict(.right, feedback: ExerciseWords.near(value(of: right)))
    }
  }

  /// The value of a formula that is no quantity of the network.
  private func judgeValue(_ answer: String, of right: Expression, within tolerance: Double) -> Verdict {
    let checker = Checker(network)
    let typed: Expression
    do throws(Diagnostic) { typed = try checker.read(answer) } catch { return .unreadable(error, in: answer) }
    let value = value(of: right)
    guard let number = written(answer, checker) else {
      if isSame(typed, right) {
        return Verdict(.unknown, feedback: ExerciseWords.nowTheNumber, shortfall: .number)
      }
      if let wrong = ask.wrong.first(where: { isSame(typed, $0.when) }) {
        return Verdict(.mistake, feedback: Words(wrong.say))
      }
      return Verdict(.unknown, feedback: ExerciseWords.unknown)
    }
    if let difference = difference(right) {
      let verdict = difference.check(answer, tolerance: tolerance)
      if verdict.kind != .right, !verdict.isUnfinished,
        let own = authored(near: number, within: min(tolerance, Checker.tolerance))
      {
        // The author finds the words; what was recognized is recorded all the same.
        return Verdict(own.kind, mistakes: verdict.mistakes, feedback: own.feedback, focus: own.focus)
      }
      return verdict
    }
    return judge(number, value: value, right: right, tolerance) ?? Verdict(.unknown, feedback: ExerciseWords.unknown)
  }

  /// The central difference that a formula is, found by its value: a parameter, and an ε among the formula's numbers.
  private func difference(_ right: Expression) -> DifferenceCheck? {
    let architecture = network.architecture
    guard architecture.parameterCount <= 64, samples.count == 1 else { return nil }
    let networks = [network] + (1...2).map { network.randomized(seed: UInt64($0) &* 0x5EED) }
    let values = networks.map { Pass($0).value(of: right) }
    for step in Set(right.numbers.map(\.magnitude)).sorted() where DifferenceCheck.isUsable(step) {
      for parameter in 0..<architecture.parameterCount {
        let isDifference = zip(networks, values).allSatisfy { network, value in
          let quotient = DifferenceCheck(network, parameter: parameter, step: step).centralDifference
          return quotient != 0 && (quotient - value).magnitude <= 1e-6 * quotient.magnitude
        }
        if isDifference { return DifferenceCheck(network, parameter: parameter, step: step) }
      }
    }
    return nil
  }

  private func judgeMean(_ answer: String, of right: Expression, within tolerance: Double) -> Verdict {
    let number: WrittenNumber
    do throws(Diagnostic) { number = try WrittenNumber(read: answer) } catch { return .unreadable(error, in: answer) }
    guard let quantity else {
      return judge(number, value: value(of: right), right: right, tolerance)
        ?? Verdict(.unknown, feedback: ExerciseWords.eachSample)
    }
    let verdict = BatchCheck(samples, quantity).check(answer)
    switch verdict.kind {
    case .right, .mistake: return verdict
    case .followThrough, .unknown, .unreadable:
      if let own = authored(near: number, within: min(tolerance, Checker.tolerance)) { return own }
      let isStep = if case .updated = quantity { true } else { false }
      guard !isStep, !verdict.isUnfinished || tolerance > Checker.tolerance else { return verdict }
      return judge(number, value: value(of: right), right: right, tolerance) ?? verdict
    }
  }

  /// Right, the author's mistake, or nearly; nil for anything else.
  private func judge(_ number: WrittenNumber, value: Double, right: Expression, _ tolerance: Double) -> Verdict? {
    let isEnough = (number.significantDigits ?? 17) >= Checker.enoughDigits
    let isZero = value.magnitude < 1e-12 && number.value.magnitude < 1e-9
    if isZero || number.isWithin(tolerance, of: value) || isEnough && number.agreesInEveryDigit(with: value) {
      return Verdict(.right, feedback: ExerciseWords.value(right, value))
    }
    if let own = authored(near: number, within: min(tolerance, Checker.tolerance)) { return own }
    return number.isWithin(0.02, of: value) ? Verdict(.unknown, feedback: ExerciseWords.moreExactly) : nil
  }

  /// The answer as a number; nil for what cannot be read or is a formula over names.
  private func written(_ answer: String, _ checker: Checker) -> WrittenNumber? {
    guard let expression = try? checker.read(answer) else { return nil }
    return expression.leafNames.allSatisfy { $0 == "e" || $0 == "pi" }
      ? WrittenNumber(expression, text: answer) : nil
  }

  /// Whether two formulas mean the same, by their forms or at random numbers of this network.
  func isSame(_ one: Expression, _ other: Expression) -> Bool {
    let points = (1...12).map { seed in
      let pass = Pass(network.randomized(seed: UInt64(seed)))
      return { (name: String) in network.architecture.quantity(named: name).map(pass.value(of:)) }
    }
    return Equivalence.compare(one, other, samples: points).verdict == .equal
  }
}

extension Expression {
  /// All numbers in it.
  fileprivate var numbers: [Double] {
    if case .number(let value) = self { [value] } else { children.flatMap(\.numbers) }
  }
}
