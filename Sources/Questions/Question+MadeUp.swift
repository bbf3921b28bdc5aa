import Diagnosis
package import Expressions
package import Lessons
package import Networks
package import Traces

/// What a presenter makes up on the spot.
extension Question {
  /// A question in the presenter's words; where a value is asked for, a formula will do.
  package init(madeUp ask: Ask, on network: Network) {
    let authored = Question(ask, base: network)
    guard case .value(let value) = authored.kind else {
      self = authored
      return
    }
    let kind = ValueQuestion(answer: value.answer, form: .any, tolerance: nil)
    self.init(.value(kind), authored.quantity, on: authored.ground, ask: ask)
  }

  /// What a formula comes to; of a quantity, a formula will do, and of a formula a number is wanted.
  package init(valueOf answer: Expression, on trace: Trace) {
    let quantity = answer.leafName.flatMap(trace.network.architecture.quantity(named:))
    let form = quantity == nil ? AnswerForm.number : .any
    self.init(.value(ValueQuestion(answer: answer, form: form, tolerance: nil)), quantity, on: Ground(trace))
  }
}
