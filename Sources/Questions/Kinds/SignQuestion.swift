import Diagnosis
import Diagnostics
package import Expressions
import Lessons
import Networks
import Traces

/// The sign of a value; of a slope, which way E goes.
package struct SignQuestion: QuestionKind {
  package let answer: Expression

  func choiceCount(ofPart part: Int) -> Int? { 2 }

  func subjects(_ question: Question) -> [Quantity] {
    answer.leafNames.compactMap(question.network.architecture.quantity(named:))
  }

  func isSuitable(_ question: Question) -> Bool {
    let value = question.value(of: answer)
    return value.isFinite && value.magnitude > 1e-6
  }

  private func isSlope(_ question: Question) -> Bool {
    if case .derivative? = question.quantity { true } else { false }
  }

  func prompt(_ question: Question, _ notation: TextStyle) -> Words {
    let variable: String
    if case .derivative(_, let quantity)? = question.quantity {
      variable = question.network.architecture.expression(of: quantity).text(notation)
    } else {
      variable = ""
    }
    return Words(en: "Raise \(variable) a little. Does E rise or fall?", zh: "把 \(variable) 稍微调大，E 会升还是降？")
  }

  func label(ofPart part: Int, _ question: Question) -> Label {
    Label(
      isSlope(question)
        ? Words(en: "rise or fall: ", zh: "升或降：") : Words(en: "positive or negative: ", zh: "正或负："))
  }

  // MARK: Judging

  func judge(_ answer: String, part: Int, _ question: Question, earlier: [Quantity: Double]) -> Verdict {
    let value = question.value(of: self.answer)
    guard let direction = Direction(written: answer) else {
      return Verdict(
        .unreadable,
        feedback: isSlope(question)
          ? Words(en: "Write rise, fall or same.", zh: "请写“升”“降”或“不变”。")
          : Words(en: "Write positive, negative or zero.", zh: "请写“正”“负”或“零”。"))
    }
    let right = Self.direction(value)
    if direction != right,
      let wrong = question.ask?.wrong.first(where: { Self.direction(question.value(of: $0.when)) == direction })
    {
      return Verdict(.mistake, feedback: Words(wrong.say))
    }
    if let quantity = question.quantity, isSlope(question), question.ground.samples.count == 1 {
      return Checker(question.network).check(directionOf: quantity, answer: direction)
    }
    let text = self.answer.text(.unicode)
    if direction == right {
      let sign = value > 0 ? "> 0" : value < 0 ? "< 0" : "= 0"
      return Verdict(.right, feedback: Words(en: "\(text) \(sign) here.", zh: "这里 \(text) \(sign)。"))
    }
    return Verdict(.unknown, feedback: comparison ?? Words(en: "Look at \(text) once more.", zh: "再看一看 \(text)。"))
  }

  /// Of a difference which of the two is larger; nil for other formulas.
  private var comparison: Words? {
    guard case .sum(let terms) = answer, terms.count == 2, case .negation(let second) = terms[1] else { return nil }
    let (one, other) = (terms[0].text(.unicode), second.text(.unicode))
    return Words(en: "Which is larger here, \(one) or \(other)?", zh: "这里 \(one) 和 \(other) 哪个更大？")
  }

  private static func direction(_ value: Double) -> Direction { value > 0 ? .rises : value < 0 ? .falls : .stays }

  // MARK: Help

  func help(toPart part: Int, _ question: Question) -> [Hint] {
    let value = question.value(of: answer)
    let words =
      value > 0
      ? Words(en: "It is positive:", zh: "它是正的：")
      : value < 0 ? Words(en: "It is negative:", zh: "它是负的：") : Words(en: "It is zero:", zh: "它是零：")
    return (isSlope(question) ? question.opening : []) + [
      Hint(rung: .answer, words: words, formula: formula(value), focus: nil)
    ]
  }

  private func formula(_ value: Double) -> String { "\(answer.text(.unicode)) = \(QuestionWords.number(value))" }

  func rightAnswer(ofPart part: Int, _ question: Question) -> String? {
    let value = question.value(of: answer)
    return value > 0 ? "up" : value < 0 ? "down" : "same"
  }

  /// A slope was asked for by what goes up or down.
  func fullAnswer(toPart part: Int, _ question: Question) -> FullAnswer? {
    guard isSlope(question) else { return nil }
    let value = question.value(of: answer)
    let words =
      value > 0
      ? Words(en: "It rises:", zh: "上升：")
      : value < 0 ? Words(en: "It falls:", zh: "下降：") : Words(en: "It stays the same:", zh: "不变：")
    return FullAnswer(words: words, formula: formula(value))
  }
}
