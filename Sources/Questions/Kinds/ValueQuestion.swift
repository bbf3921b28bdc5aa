package import Diagnosis
import Diagnostics
package import Expressions
import Lessons
import Networks
import Traces

/// What something comes to: a quantity of the network, the value of any formula, or the mean over samples.
package struct ValueQuestion: QuestionKind {
  package let answer: Expression
  /// Whether a formula will do.
  package let form: AnswerForm
  /// Relative, as a lesson's author set it; nil for the checker's own.
  package let tolerance: Double?

  var wantsValue: Bool { true }
  var dependsOnNumbers: Bool { true }

  /// What a formula is made of is given; only what it comes to is asked for.
  func isSuitable(_ question: Question) -> Bool { question.value(of: answer).isFinite }

  func material(ofPart part: Int, _ question: Question) -> Material {
    question.ground.samples.count > 1 ? .samples(question.ground.samples) : .none
  }

  func prompt(_ question: Question, _ notation: TextStyle) -> Words {
    let name = answer.text(notation)
    return form == .number
      ? Words(en: "What is \(name)? A number.", zh: "\(name) 等于多少？写数值。")
      : Words(en: "What is \(name)? A number or a formula.", zh: "\(name) 等于什么？写数值或式子。")
  }

  func label(ofPart part: Int, _ question: Question) -> Label { .equals(answer.leafName == nil ? nil : answer) }

  func rightAnswer(ofPart part: Int, _ question: Question) -> String? {
    DecimalText.shortest(question.value(of: answer))
  }

  func fullAnswer(toPart part: Int, _ question: Question) -> FullAnswer? {
    guard question.ground.samples.count == 1 else { return nil }
    return question.fullAnswer(question.quantity.map(question.network.architecture.expression(of:)) ?? answer)
  }

  // MARK: Help

  func help(toPart part: Int, _ question: Question) -> [Hint] {
    if question.ground.samples.count > 1 { return helpWithMean(question) }
    if let quantity = question.quantity { return question.ladder(quantity) }
    let substituted = question.trace.substituted(answer).text(.unicode, numberDigits: 6)
    let (text, value) = (answer.text(.unicode), QuestionWords.number(question.value(of: answer)))
    return [
      Hint(
        rung: .setUp, words: Words(en: "Put the numbers in:", zh: "代入数值："), formula: "\(text) = \(substituted) = ▢",
        focus: nil),
      Hint(
        rung: .answer, words: Words(en: "The formula with its numbers:", zh: "式子和数值："), formula: "\(text) = \(value)",
        focus: nil),
    ]
  }

  private func helpWithMean(_ question: Question) -> [Hint] {
    let values = question.ground.samples.map { QuestionWords.number(Pass($0).value(of: answer)) }
    let terms = values.map { $0.hasPrefix("−") ? "(\($0))" : $0 }.joined(separator: " + ")
    let whole = "(\(terms)) / \(values.count)"
    return [
      Hint(rung: .place, words: QuestionWords.eachSample, formula: nil, focus: nil),
      Hint(rung: .setUp, words: Words(en: "Fill in the blank:", zh: "填空："), formula: "\(whole) = ▢", focus: nil),
      Hint(
        rung: .answer, words: Words(en: "The mean of the samples:", zh: "各样本的平均："),
        formula: "\(whole) = \(QuestionWords.number(question.value(of: answer)))", focus: nil),
    ]
  }
}
