package import Diagnostics
import Expressions
import Lessons
import Networks
import Questions
import Traces

/// The right answer: as it is typed, and as it is told to a room.
extension Exercise {
  /// An answer that is told, with the derivation that leads to it.
  package struct ToldAnswer: Equatable, Sendable {
    /// What it is, where that takes words.
    package var words: Words?
    /// What it is as a formula, in Unicode.
    package var formula: String?
    /// How it comes about, one line of mathematics each.
    package var derivation: [String] = []
  }

  /// What somebody who knows it types for a part; nil where nothing is right.
  package func rightAnswer(ofPart part: Int) -> String? {
    switch ask.kind {
    case .number(let answer, _): DecimalText.shortest(value(of: answer))
    case .faded:
      quantity(ofPart: part).map { DecimalText.shortest(Pass(network).value(of: $0)) }
    case .expression(let answer, _): writtenOut(answer).text(.ascii)
    case .sign(let answer):
      value(of: answer) > 0 ? "up" : value(of: answer) < 0 ? "down" : "same"
    case .choice: rightOption(ofPart: part)
    case .bug(let derivation): part == 0 ? String(derivation.bug + 1) : rightOption(ofPart: part)
    case .chain: tiles?.rightAnswer
    case .poll, .text: nil
    }
  }

  private func rightOption(ofPart part: Int) -> String? { rightOptions(ofPart: part).first.map { String($0 + 1) } }

  /// The answer to a part, even in a test; nil where nothing is right.
  package func answer(toPart part: Int) -> ToldAnswer? {
    switch ask.kind {
    case .number(let answer, _) where samples.count == 1:
      return told(quantity.map(network.architecture.expression(of:)) ?? answer)
    case .faded:
      return quantity(ofPart: part).map { told(network.architecture.expression(of: $0)) }
    case .sign(let answer):
      guard case .derivative? = quantity else { break }
      // A slope was asked for by what goes up or down.
      let value = value(of: answer)
      let words =
        value > 0
        ? Words(en: "It rises:", zh: "上升：")
        : value < 0 ? Words(en: "It falls:", zh: "下降：") : Words(en: "It stays the same:", zh: "不变：")
      return ToldAnswer(words: words, formula: "\(answer.text(.unicode)) = \(number(value))")
    case .chain(let goal, _):
      guard let tiles else { return nil }
      let paths = tiles.addsPaths ? tiles.paths : Array(tiles.paths.prefix(1))
      func name(_ factor: Quantity) -> String { network.architecture.expression(of: factor).text(.unicode) }
      let sum = paths.map { $0.map(name).joined(separator: " · ") }.joined(separator: " + ")
      return ToldAnswer(formula: "\(name(goal)) = \(sum)")
    default: break
    }
    guard let hint = help(toPart: part).last(where: { $0.rung == .answer }) else { return nil }
    // Words that only lead to the formula are not needed beside it.
    return ToldAnswer(words: hint.formula == nil ? hint.words : nil, formula: hint.formula)
  }

  /// A value, what it is made of, and the numbers put in.
  private func told(_ expression: Expression) -> ToldAnswer {
    let trace = Trace(network, goals: [])
    let (name, value) = (expression.text(.unicode), number(value(of: expression)))
    let form = trace.closedForm(of: expression) ?? expression
    let numbers = trace.substituted(form).text(.unicode, numberDigits: 6)
    var lines = form == expression ? [] : ["\(name) = \(form.text(.unicode))"]
    if numbers != value { lines.append("\(name) = \(numbers)") }
    return ToldAnswer(formula: "\(name) = \(value)", derivation: lines)
  }

  /// A quantity by what it is made of, where the question lets any name stand for it; formulas as they are.
  func writtenOut(_ answer: Expression) -> Expression {
    guard case .expression(_, let symbols) = ask.kind, symbols.isEmpty, answer.leafName != nil else { return answer }
    return Trace(network, goals: []).closedForm(of: answer) ?? answer
  }
}
