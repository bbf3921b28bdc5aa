package import Diagnosis
import Diagnostics
import Expressions
import Lessons
package import Networks
import Traces

/// Judging, help and answers, the same for every question.
extension Question {
  /// What an answer to a part of the question is worth: right, a mistake that the author foresaw, one of the catalogue, or
  /// unknown.
  ///
  /// `earlier` are the learner's own values of other quantities on the same numbers.
  package func judge(_ answer: String, part: Int = 0, earlier: [Quantity: Double] = [:]) -> Verdict {
    kind.matter.judge(answer, part: part, self, earlier: earlier)
  }

  /// All rungs of help to a part, the vaguest first; none in a test.
  ///
  /// Where the author points, the generated ladder begins with the rule.
  package func hints(ofPart part: Int = 0) -> [Hint] {
    if mode == .test { return [] }
    let own = part == 0 ? (ask?.hints ?? []).map { Hint(rung: .place, words: Words($0), formula: nil, focus: nil) } : []
    let generated = kind.matter.help(toPart: part, self)
    return own.isEmpty ? generated : own + generated.filter { $0.rung > .place }
  }

  /// What someone who knows it types for a part; nil where nothing is right.
  package func rightAnswer(ofPart part: Int = 0) -> String? { kind.matter.rightAnswer(ofPart: part, self) }

  /// The answer to a part, even in a test; nil where nothing is right.
  package func answer(toPart part: Int) -> FullAnswer? {
    if let answer = kind.matter.fullAnswer(toPart: part, self) { return answer }
    guard let hint = kind.matter.help(toPart: part, self).last(where: { $0.rung == .answer }) else { return nil }
    // Words that only lead to the formula are not needed beside it.
    return FullAnswer(words: hint.formula == nil ? hint.words : nil, formula: hint.formula)
  }
}

/// What the kinds share.
extension Question {
  func checker() -> Checker { Checker(network, before: ground.before) }

  func name(_ quantity: Quantity) -> String { network.architecture.expression(of: quantity).text(.unicode) }

  func ladder(_ quantity: Quantity) -> [Hint] { Hints(trace: trace, quantity: quantity).ladder }

  /// What is asked, and where to look, of a question that is about a quantity.
  var opening: [Hint] { quantity.map { ladder($0).filter { $0.rung <= .place } } ?? [] }

  /// The author's word on a wrong answer whose value is near that number.
  func authored(near number: WrittenNumber, within tolerance: Double) -> Verdict? {
    let fitting = ask?.wrong.first { wrong in
      let value = value(of: wrong.when)
      let isEnough = (number.significantDigits ?? 17) >= Checker.enoughDigits
      return number.isWithin(tolerance, of: value) || isEnough && number.agreesInEveryDigit(with: value)
    }
    return fitting.map { Verdict(.mistake, feedback: Words($0.say)) }
  }

  /// The author's word on a wrong formula.
  func authored(as formula: Expression) -> Verdict? {
    let fitting = ask?.wrong.first { isSame(formula, $0.when) }
    return fitting.map { Verdict(.mistake, feedback: Words($0.say)) }
  }

  /// The answer as a number; nil for what cannot be read or is a formula over names.
  func written(_ answer: String, _ checker: Checker) -> WrittenNumber? {
    guard let expression = try? checker.read(answer) else { return nil }
    return expression.leafNames.allSatisfy { $0 == "e" || $0 == "pi" } ? WrittenNumber(expression, text: answer) : nil
  }

  /// Whether two formulas mean the same, by their forms or at random numbers of this network.
  func isSame(_ one: Expression, _ other: Expression) -> Bool {
    let points = (1...12).map { seed in
      let pass = Pass(network.randomized(seed: UInt64(seed)))
      return { (name: String) in network.architecture.quantity(named: name).map(pass.value(of:)) }
    }
    return Equivalence.compare(one, other, samples: points).verdict == .equal
  }

  /// A longer formula fills a screen, and is read by no one.
  private static let maxFormLength = 200

  /// The gradient of a weight as δ of where it ends times what comes in where it begins: short, however many paths there are.
  private var byDelta: Expression? {
    let architecture = network.architecture
    guard case .derivative(of: .loss, by: .parameter(let weight))? = quantity,
      case .edge(let source, let neuron) = architecture.place(ofParameter: weight)
    else { return nil }
    let inputs = architecture.inputs.count
    let sent: Quantity = source < inputs ? .input(source) : .out(source - inputs)
    return .product([architecture.expression(of: .gradient(.net(neuron))), architecture.expression(of: sent)])
  }

  /// A value, what it is made of, and the numbers put in.
  func fullAnswer(_ expression: Expression) -> FullAnswer {
    let (name, value) = (expression.text(.unicode), QuestionWords.number(value(of: expression)))
    var form = trace.closedForm(of: expression) ?? expression
    if form.text(.unicode).count > Self.maxFormLength, let short = byDelta { form = short }
    let numbers = trace.substituted(form).text(.unicode, numberDigits: 6)
    var lines = form == expression ? [] : ["\(name) = \(form.text(.unicode))"]
    if numbers != value { lines.append("\(name) = \(numbers)") }
    return FullAnswer(formula: "\(name) = \(value)", derivation: lines)
  }
}
