package import Diagnosis
import Diagnostics
import Expressions
package import Networks
package import Traces

extension Question {
  /// What an answer is worth.
  ///
  /// `earlier` are the learner's own values of other quantities.
  package func judge(_ answer: String, _ trace: Trace, earlier: [Quantity: Double]) -> Verdict {
    let checker = Checker(trace.network)
    switch kind {
    case .value: return checker.check(quantity, answer: answer, earlier: earlier)
    case .sign:
      guard let direction = Direction(written: answer) else {
        return Verdict(.unreadable, feedback: Words(en: "Write rise, fall or same.", zh: "请写“升”“降”或“不变”。"))
      }
      return checker.check(directionOf: quantity, answer: direction)
    case .rule:
      let choices = choices(trace)
      let word = answer.lowercased()
      let named = choices.first { $0.rawValue == word || $0.name.en == word || $0.name.zh == word }
      let numbered = Int(word).flatMap { choices.indices.contains($0 - 1) ? choices[$0 - 1] : nil }
      guard let rule = numbered ?? named else {
        return Verdict(
          .unreadable,
          feedback: Words(en: "Write a number from 1 to \(choices.count).", zh: "请写 1 到 \(choices.count) 的编号。"))
      }
      return checker.check(ruleOf: quantity, answer: rule)
    case .paths:
      guard let count = Int(answer), count >= 0, case .derivative(_, let variable) = quantity else {
        return Verdict(.unreadable, feedback: Words(en: "Write a whole number.", zh: "请写一个整数。"))
      }
      return checker.check(pathCountOf: variable, answer: count)
    }
  }
}

extension Asking {
  /// The learner's own derivation beside the right one; nil where no single mistake explains the last answer.
  package func comparison(_ trace: Trace) -> Comparison? {
    guard let last = tries.last else { return nil }
    let checker = Checker(trace.network)
    return checker.working(behind: last.verdict, of: last.text, to: question.quantity).map {
      Comparison($0, at: trace.pass)
    }
  }
}
