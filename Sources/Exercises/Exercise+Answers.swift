import Diagnostics
import Expressions
import Lessons
import Networks
package import Questions
import Traces

/// The right answer: as it is typed, and as it is told.
extension Exercise {
  /// What somebody who knows it types for a part; nil where nothing is right.
  package func rightAnswer(ofPart part: Int) -> String? {
    switch ask.kind {
    case .number(let answer, _): DecimalText.shortest(value(of: answer))
    case .faded:
      quantity(ofPart: part).map { DecimalText.shortest(Pass(network).value(of: $0)) }
    case .expression(let answer, _): writtenOut(answer).text(.ascii)
    case .sign(let answer): direction(of: value(of: answer))
    case .choice: rightOption(ofPart: part)
    case .bug(let derivation): part == 0 ? String(derivation.bug + 1) : rightOption(ofPart: part)
    case .chain: tiles?.rightAnswer
    }
  }

  /// The answer to a part, told as an answer and not as a hint, even in a test; nil where nothing is right.
  package func answer(toPart part: Int) -> Hint? {
    guard let told = help(toPart: part).last(where: { $0.rung == .answer }) else { return nil }
    guard case .sign(let answer) = ask.kind, case .derivative? = quantity else { return told }
    // A slope was asked for by what goes up or down.
    let value = value(of: answer)
    let words =
      value > 0
      ? Words(en: "It rises:", zh: "上升：")
      : value < 0 ? Words(en: "It falls:", zh: "下降：") : Words(en: "It stays the same:", zh: "不变：")
    return Hint(rung: .answer, words: words, formula: told.formula, focus: told.focus)
  }

  /// A quantity by what it is made of, where the question lets any name stand for it; formulas as they are.
  func writtenOut(_ answer: Expression) -> Expression {
    guard case .expression(_, let symbols) = ask.kind, symbols.isEmpty, answer.leafName != nil else { return answer }
    return Trace(network, goals: []).closedForm(of: answer) ?? answer
  }

  private func rightOption(ofPart part: Int) -> String? { rightOptions(ofPart: part).first.map { String($0 + 1) } }

  private func direction(of value: Double) -> String { value > 0 ? "up" : value < 0 ? "down" : "same" }
}
