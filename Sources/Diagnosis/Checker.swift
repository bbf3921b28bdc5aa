package import Diagnostics
package import Expressions
package import Networks

/// Says of answers about one network whether they are right, and if not, which mistake made them.
///
/// What was worked out for one answer is kept for the next. Cost of a number once its quantity was asked for: about a
/// microsecond for what is right or a single mistake.
package final class Checker {
  package let network: Network
  package let pass: Pass
  let knowledge: Knowledge
  private(set) lazy var numberBook = NumberBook(of: pass)
  private(set) lazy var plainValues = PlainValues(of: network)
  var keptSamples: [Set<Quantity>: [Pass]] = [:]
  /// The rounds or samples before this one, from which a value may have stayed behind.
  let before: [Pass]
  private var results: [Quantity: [Double]] = [:]
  private var roundings: [Quantity: (throughout: [Double], parts: [Double])] = [:]

  /// `knowledge` of the same architecture, with the same parameters held, may be shared.
  ///
  /// `before` are the same network in other rounds, or showing other samples.
  package init(_ network: Network, knowledge: Knowledge? = nil, before: [Network] = []) {
    self.network = network
    pass = Pass(network)
    self.before = before.filter { $0.architecture == network.architecture && $0 != network }.prefix(8).map { Pass($0) }
    self.knowledge = knowledge ?? Knowledge(network.architecture, held: network.held)
  }

  /// Judges an answer.
  ///
  /// `earlier` are the learner's own values of other quantities, right or wrong.
  package func check(
    _ quantity: Quantity, answer: String, form: AnswerForm = .any, earlier: [Quantity: Double] = [:]
  ) -> Verdict {
    check(AskedQuantity(quantity: quantity, isNegated: false), answer: answer, form: form, earlier: earlier)
  }

  /// The same for a quantity as it was asked for, under a notation: a δ may have the other sign.
  package func check(
    _ asked: AskedQuantity, answer: String, form: AnswerForm = .any, earlier: [Quantity: Double] = [:]
  ) -> Verdict {
    let verdict = verdict(on: asked, answer: answer, form: form, earlier: earlier)
    guard network.architecture.letters != nil else { return verdict }
    return verdict.lettered(network.architecture, isSignOfDelta: asked.isNegated ? asked.quantity : nil)
  }

  private func verdict(
    on asked: AskedQuantity, answer: String, form: AnswerForm, earlier: [Quantity: Double]
  ) -> Verdict {
    let quantity = asked.quantity
    let (about, written): (AskedQuantity?, Expression)
    do { (about, written) = try knowledge.vocabulary.readAnswer(answer) } catch {
      return .unreadable(error, in: answer)
    }
    let isNegated = about?.isNegated ?? asked.isNegated
    let expression = isNegated ? Expression.negation(written) : written
    if let about = about?.quantity, about != quantity {
      let names = (network.architecture.name(of: about), network.architecture.name(of: quantity))
      let fault = AnswerFault.otherQuantity(names.0, asked: names.1)
      return .unreadable(fault.diagnostic(at: 0..<answer.utf8.count), in: answer)
    }
    let subject = knowledge.subject(quantity)
    let leaves = expression.leafNames.filter { !Vocabulary.isConstant($0) }
    guard leaves.isEmpty else {
      let verdict = judge(expression, leaves: leaves, about: subject, text: answer, earlier)
      return form == .any ? verdict : verdict.awaitingNumber(subject)
    }
    guard let number = WrittenNumber(expression, text: answer) else {
      return .unreadable(AnswerFault.notFinite.diagnostic(at: 0..<answer.utf8.count), in: answer)
    }
    let verdict = judge(number, about: subject, earlier)
    // A calculation with rounded numbers is as right as the formula that it is.
    if verdict.kind != .right, number.significantDigits == nil, isRightReading(expression, subject) {
      return Verdict(.right, feedback: Feedback.right(subject, accepted: nil))
    }
    return verdict
  }

  /// The same for a quantity by its name, in any notation: `dE/dw5`, `∂E/∂w₅`, `w5+`.
  package func check(_ quantity: String, answer: String, earlier: [Quantity: Double] = [:]) -> Verdict {
    do {
      return check(try knowledge.vocabulary.quantity(asked: quantity), answer: answer, earlier: earlier)
    } catch { return .unreadable(error, in: quantity) }
  }

  /// Whether a number is within a tolerance of a quantity, of the step where it is one.
  package func isWithin(_ tolerance: Double, _ number: WrittenNumber, of quantity: Quantity) -> Bool {
    let value = pass.value(of: quantity)
    return (number.value - value).magnitude <= tolerance * pass.scale(of: quantity).size(of: value)
  }

  /// Whether a quantity is judged by a step from something known.
  package func isStep(_ quantity: Quantity) -> Bool { pass.scale(of: quantity).reference != nil }

  /// The significant digits that an answer for a quantity needs to be judged.
  package func digits(for quantity: Quantity) -> Int {
    pass.scale(of: quantity).digitsNeeded(for: pass.value(of: quantity))
  }

  /// The quantity of that name in any notation.
  package func quantity(named name: String) throws(Diagnostic) -> Quantity { try asked(name).quantity }

  /// The same with its sign, where it is a δ.
  package func asked(_ name: String) throws(Diagnostic) -> AskedQuantity {
    try knowledge.vocabulary.quantity(asked: name)
  }

  /// What rounding on the way to a quantity comes to here, found when first asked for.
  func rounded(_ subject: Subject) -> (throughout: [Double], parts: [Double]) {
    if let known = roundings[subject.quantity] { return known }
    let found = (valuesRoundedThroughout(subject), valuesOfRoundedParts(subject))
    roundings[subject.quantity] = found
    return found
  }

  /// The results of a table's operations up to `end`, at this network.
  func results(of table: CandidateTable, to end: Int) -> [Double] {
    let quantity = table.subject.quantity
    var known = results[quantity] ?? []
    guard known.count < end else { return known }
    results[quantity] = nil
    table.tape.run(to: end, at: pass, into: &known)
    results[quantity] = known
    return known
  }
}

/// What an answer may be.
package enum AnswerForm: Hashable, Sendable {
  case any
  /// A number, or a calculation with numbers; a right formula is right so far.
  case number
}

extension Verdict {
  /// The verdict on a formula where a number is wanted.
  fileprivate func awaitingNumber(_ subject: Subject) -> Verdict {
    switch kind {
    case .right, .followThrough:
      Verdict(.unknown, feedback: Feedback.nowTheNumber(subject), shortfall: .number)
    case .mistake, .unknown, .unreadable: self
    }
  }
}

extension Checker {
  /// Reads a number or a formula over this network's quantities.
  package func read(_ text: String) throws(Diagnostic) -> Expression { try knowledge.vocabulary.read(text) }

  /// The value of a number, or of a formula at this network; nil for what cannot be read or is not finite.
  package func value(of text: String) -> Double? {
    guard let expression = try? knowledge.vocabulary.read(text),
      let value = try? expression.evaluated(knowledge.vocabulary.lookup(pass)), value.isFinite
    else { return nil }
    return value
  }
}
