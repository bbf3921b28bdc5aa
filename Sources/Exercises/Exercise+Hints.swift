import Diagnosis
import Diagnostics
import Expressions
import Lessons
import Networks
package import Questions
import Traces

/// The ladder of help: the author's hints, then those that the derivation gives.
extension Exercise {
  /// All rungs of help to a part, the vaguest first; none in a test.
  ///
  /// Where the author points, the generated ladder begins with the rule.
  package func hints(ofPart part: Int) -> [Hint] {
    if ask.mode == .test { return [] }
    let own = part == 0 ? ask.hints.map { Hint(rung: .place, words: Words($0), formula: nil, focus: nil) } : []
    let generated = help(toPart: part)
    return own.isEmpty ? generated : own + generated.filter { $0.rung > .place }
  }

  /// The ladder that follows from the derivation.
  func help(toPart part: Int) -> [Hint] {
    switch ask.kind {
    case .number(let answer, _):
      if samples.count > 1 { return ofMean(answer) }
      return quantity.map { ladder($0) } ?? ofValue(answer)
    case .expression(let answer, _): return ofFormula(answer)
    case .sign(let answer): return ofSign(answer)
    case .choice, .bug: return ofChoice(part)
    case .chain(let goal, _): return ofChain(goal)
    case .poll, .text: return []
    case .faded: return quantity(ofPart: part).map { ladder($0) } ?? []
    }
  }

  private func ladder(_ quantity: Quantity) -> [Hint] {
    Hints(trace: Trace(network, goals: []), quantity: quantity).ladder
  }

  func number(_ value: Double) -> String { Expression.number(value).text(.unicode, numberDigits: 6) }

  private func ofValue(_ answer: Expression) -> [Hint] {
    let substituted = Trace(network, goals: []).substituted(answer).text(.unicode, numberDigits: 6)
    let (text, value) = (answer.text(.unicode), number(value(of: answer)))
    return [
      Hint(
        rung: .setUp, words: Words(en: "Put the numbers in:", zh: "代入数值："), formula: "\(text) = \(substituted) = ▢",
        focus: nil),
      Hint(
        rung: .answer, words: Words(en: "The formula with its numbers:", zh: "式子和数值："), formula: "\(text) = \(value)",
        focus: nil),
    ]
  }

  private func ofMean(_ answer: Expression) -> [Hint] {
    let values = samples.map { Pass($0).value(of: answer) }
    let terms = values.map { $0 < 0 ? "(\(number($0)))" : number($0) }.joined(separator: " + ")
    let whole = "(\(terms)) / \(values.count)"
    return [
      Hint(rung: .place, words: ExerciseWords.eachSample, formula: nil, focus: nil),
      Hint(rung: .setUp, words: Words(en: "Fill in the blank:", zh: "填空："), formula: "\(whole) = ▢", focus: nil),
      Hint(
        rung: .answer, words: Words(en: "The mean of the samples:", zh: "各样本的平均："),
        formula: "\(whole) = \(number(value(of: answer)))", focus: nil),
    ]
  }

  private func ofFormula(_ answer: Expression) -> [Hint] {
    let told = Hint(
      rung: .answer, words: Words(en: "This is it:", zh: "答案是："), formula: writtenOut(answer).text(.unicode),
      focus: nil)
    guard let quantity else { return [told] }
    // The set-up with its numbers is no help to a formula.
    return ladder(quantity).filter { $0.rung < .setUp } + [told]
  }

  private func ofSign(_ answer: Expression) -> [Hint] {
    let value = value(of: answer)
    let told = Hint(
      rung: .answer,
      words: value > 0
        ? Words(en: "It is positive:", zh: "它是正的：")
        : value < 0 ? Words(en: "It is negative:", zh: "它是负的：") : Words(en: "It is zero:", zh: "它是零："),
      formula: "\(answer.text(.unicode)) = \(number(value))", focus: nil)
    guard let quantity, case .derivative = quantity else { return [told] }
    return ladder(quantity).filter { $0.rung <= .place } + [told]
  }

  private func ofChoice(_ part: Int) -> [Hint] {
    if case .bug(let derivation) = ask.kind, part == 0 {
      return [
        .fromTheTop,
        Hint(
          rung: .answer, words: Words(en: "It is line \(derivation.bug + 1).", zh: "是第 \(derivation.bug + 1) 行。"),
          formula: nil, focus: nil),
      ]
    }
    let pass = Pass(network)
    guard let right = options(ofPart: part).firstIndex(where: { $0.right.holds(at: pass) }) else { return [] }
    let option = options(ofPart: part)[right]
    return [
      Hint(
        rung: .answer,
        words: Words(en: "It is \(right + 1): \(option.text)", zh: "是第 \(right + 1) 项：\(option.text)"), formula: nil,
        focus: nil)
    ]
  }

  private func ofChain(_ goal: Quantity) -> [Hint] {
    guard let tiles else { return [] }
    return ladder(goal).filter { $0.rung <= .place } + [
      Hint(rung: .answer, words: Words(en: "From E on:", zh: "从 E 开始："), formula: tiles.rightAnswer, focus: nil)
    ]
  }
}
