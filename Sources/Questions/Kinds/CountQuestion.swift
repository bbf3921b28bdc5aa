import Diagnosis
import Diagnostics
import Expressions
package import Networks
import Traces

/// How many paths lead from a quantity to the loss.
package struct CountQuestion: QuestionKind {
  package let variable: Quantity

  func prompt(_ question: Question, _ notation: TextStyle) -> Words {
    let name = question.network.architecture.expression(of: variable).text(notation)
    return Words(en: "How many paths lead from \(name) to E?", zh: "从 \(name) 到 E 有几条路径？")
  }

  func label(ofPart part: Int, _ question: Question) -> Label { Label(Words(en: "how many: ", zh: "几条：")) }

  func judge(_ answer: String, part: Int, _ question: Question, earlier: [Quantity: Double]) -> Verdict {
    guard let count = Int(written: answer), count >= 0 else {
      return Verdict(.unreadable, feedback: Words(en: "Write a whole number.", zh: "请写一个整数。"))
    }
    return question.checker().check(pathCountOf: variable, answer: count)
  }

  func help(toPart part: Int, _ question: Question) -> [Hint] {
    guard let right = rightAnswer(ofPart: part, question) else { return question.opening }
    let reason = question.judge(right).feedback
    return question.opening + [
      Hint(
        rung: .answer, words: Words(en: "It is \(right). \(reason.en)", zh: "答案：\(right)。\(reason.zh)"), formula: nil,
        focus: nil)
    ]
  }

  func rightAnswer(ofPart part: Int, _ question: Question) -> String? {
    String(question.trace.pathCount(from: .loss, to: variable))
  }
}
