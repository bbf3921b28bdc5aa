import Diagnosis
import Diagnostics
import Expressions
import Lessons
import Networks
import Skills

extension ValueQuestion {
  func judge(_ answer: String, part: Int, _ question: Question, earlier: [Quantity: Double]) -> Verdict {
    if question.ground.samples.count > 1 { return judgeMean(answer, question) }
    guard let quantity = question.quantity else { return judgeFormula(answer, question) }
    let checker = question.checker()
    let verdict = checker.check(quantity, answer: answer, form: form, earlier: earlier)
    if verdict.kind == .unknown || verdict.kind == .mistake, question.written(answer, checker) == nil,
      let typed = try? checker.read(answer), isSameThere(typed, question)
    {
      return Verdict(.unknown, feedback: QuestionWords.nowTheNumber, shortfall: .number)
    }
    guard let tolerance, let number = question.written(answer, checker) else { return verdict }
    switch verdict.kind {
    case .unreadable: return verdict
    case .right:
      let value = question.value(of: self.answer)
      let isEnough = number.isWithin(tolerance, of: value) || number.agreesInEveryDigit(with: value)
      return isEnough ? verdict : Verdict(.unknown, feedback: QuestionWords.moreExactly)
    case .followThrough, .mistake, .unknown:
      if let own = question.authored(near: number, within: min(tolerance, Checker.tolerance)) { return own }
      // A wider tolerance forgives rounding, and no mistake that the digits give away; nor does it make up for digits
      // that do not show a step.
      let isRounding = verdict.kind == .unknown || verdict.mistakes == ["early-rounding"]
      guard isRounding, !(checker.isStep(quantity) && verdict.isUnfinished),
        checker.isWithin(tolerance, number, of: quantity)
      else { return verdict }
      return Verdict(.right, feedback: QuestionWords.near(question.value(of: self.answer)))
    }
  }

  /// Whether a formula gives the answer wherever the author's setting holds: of twins `w1+` is `w3+`.
  private func isSameThere(_ typed: Expression, _ question: Question) -> Bool {
    guard let setting = question.ask?.setting, !setting.assignments.isEmpty, setting.network == nil,
      let base = question.ground.before.first
    else { return false }
    return (1...6).allSatisfy { (seed: UInt64) in
      guard let network = setting.networks(from: base.randomized(seed: seed)).first else { return false }
      let pass = Pass(network)
      let (own, right) = (pass.value(of: typed), pass.value(of: answer))
      return own.isFinite && (own - right).magnitude <= 1e-9 * max(own.magnitude, right.magnitude)
    }
  }

  private var enough: Double { tolerance ?? Checker.tolerance }

  /// The value of a formula that is no quantity of the network.
  private func judgeFormula(_ answer: String, _ question: Question) -> Verdict {
    let checker = Checker(question.network)
    let typed: Expression
    do throws(Diagnostic) { typed = try checker.read(answer) } catch { return .unreadable(error, in: answer) }
    let value = question.value(of: self.answer)
    guard let number = question.written(answer, checker) else {
      if question.isSame(typed, self.answer) {
        if form == .any { return Verdict(.right, feedback: QuestionWords.formula(self.answer)) }
        return Verdict(.unknown, feedback: QuestionWords.nowTheNumber, shortfall: .number)
      }
      return question.authored(as: typed) ?? plainSlip(typed, question) ?? unknownFormula(typed, question)
    }
    if let difference = difference(question) {
      let verdict = difference.check(answer, tolerance: enough)
      if verdict.kind != .right, !verdict.isUnfinished,
        let own = question.authored(near: number, within: min(enough, Checker.tolerance))
      {
        // The author finds the words; what was recognized is recorded all the same.
        return Verdict(own.kind, mistakes: verdict.mistakes, feedback: own.feedback, focus: own.focus)
      }
      return verdict
    }
    return judge(number, value: value, question) ?? unknownNumber(question)
  }

  /// The central difference that a formula is, found by its value: a parameter, and an ε among the formula's numbers.
  private func difference(_ question: Question) -> DifferenceCheck? {
    let network = question.network
    guard network.architecture.parameterCount <= 64, question.ground.samples.count == 1 else { return nil }
    let networks = [network] + (1...2).map { network.randomized(seed: UInt64($0) &* 0x5EED) }
    let values = networks.map { Pass($0).value(of: answer) }
    for step in Set(answer.numbers.map(\.magnitude)).sorted() where DifferenceCheck.isUsable(step) {
      for parameter in 0..<network.architecture.parameterCount {
        let isDifference = zip(networks, values).allSatisfy { network, value in
          let quotient = DifferenceCheck(network, parameter: parameter, step: step).centralDifference
          return quotient != 0 && (quotient - value).magnitude <= 1e-6 * quotient.magnitude
        }
        if isDifference { return DifferenceCheck(network, parameter: parameter, step: step) }
      }
    }
    return nil
  }

  private func judgeMean(_ answer: String, _ question: Question) -> Verdict {
    let number: WrittenNumber
    do throws(Diagnostic) { number = try WrittenNumber(read: answer) } catch { return .unreadable(error, in: answer) }
    let value = question.value(of: self.answer)
    guard let quantity = question.quantity else {
      return judge(number, value: value, question) ?? Verdict(.unknown, feedback: QuestionWords.eachSample)
    }
    let verdict = BatchCheck(question.ground.samples, quantity).check(answer)
    switch verdict.kind {
    case .right, .mistake: return verdict
    case .followThrough, .unknown, .unreadable:
      if let own = question.authored(near: number, within: min(enough, Checker.tolerance)) { return own }
      let isStep = if case .updated = quantity { true } else { false }
      guard !isStep, !verdict.isUnfinished || enough > Checker.tolerance else { return verdict }
      return judge(number, value: value, question) ?? verdict
    }
  }

  /// Right, the author's mistake, or nearly; nil for anything else.
  private func judge(_ number: WrittenNumber, value: Double, _ question: Question) -> Verdict? {
    let isEnough = (number.significantDigits ?? 17) >= Checker.enoughDigits
    let isZero = value.magnitude < 1e-12 && number.value.magnitude < 1e-9
    if isZero || number.isWithin(enough, of: value) || isEnough && number.agreesInEveryDigit(with: value) {
      return Verdict(.right, feedback: QuestionWords.value(answer, value))
    }
    if let own = question.authored(near: number, within: min(enough, Checker.tolerance)) { return own }
    if number.isWithin(0.02, of: value) { return Verdict(.unknown, feedback: QuestionWords.moreExactly) }
    // A sign or a factor of 2 shows in any number.
    return QuestionWords.plainFactors.first { number.isWithin(Checker.tolerance, of: $0.factor * value) }.map {
      Verdict(.unknown, feedback: $0.words)
    }
  }

  private func plainSlip(_ typed: Expression, _ question: Question) -> Verdict? {
    QuestionWords.plainFactors.first { question.isSame(typed, .product([.number($0.factor), answer])) }.map {
      Verdict(.unknown, feedback: $0.words)
    }
  }

  private func unknownFormula(_ typed: Expression, _ question: Question) -> Verdict {
    Verdict(
      .unknown, feedback: QuestionWords.comesTo(question.value(of: typed), not: question.value(of: answer)))
  }

  /// No slip is known: the quantity that the formula needs and that the learner has to find is the next smaller step.
  private func unknownNumber(_ question: Question) -> Verdict {
    let architecture = question.network.architecture
    let needed = answer.leafNames.compactMap(architecture.quantity(named:)).first { question.network[given: $0] == nil }
    guard let needed = needed.map(architecture.expression(of:)) else {
      return Verdict(.unknown, feedback: QuestionWords.unknownNumber)
    }
    return Verdict(.unknown, feedback: QuestionWords.unknownNumber(needing: needed), asked: [needed])
  }
}

extension Expression {
  /// All numbers in it.
  fileprivate var numbers: [Double] {
    if case .number(let value) = self { [value] } else { children.flatMap(\.numbers) }
  }
}
