import Diagnosis
import Diagnostics
package import Expressions
import Networks
import Traces

/// A formula in the names that the question allows.
package struct FormulaQuestion: QuestionKind {
  package let answer: Expression
  /// The only names that may be used; all where there are none.
  package let symbols: [String]

  var wantsValue: Bool { true }

  /// A parenthesis, or the first letter of a name that may be used.
  func opens(with key: String, part: Int, _ question: Question) -> Bool {
    key == "(" || symbols.contains { $0.first.map(String.init) == key }
  }

  func isSuitable(_ question: Question) -> Bool { question.value(of: answer).isFinite }

  func prompt(_ question: Question, _ notation: TextStyle) -> Words {
    let name = question.quantity.map { question.network.architecture.expression(of: $0).text(notation) } ?? ""
    return Words(en: "What is \(name)? A formula.", zh: "\(name) 等于什么？写式子。")
  }

  func label(ofPart part: Int, _ question: Question) -> Label { .equals(answer.leafName == nil ? nil : answer) }

  func judge(_ answer: String, part: Int, _ question: Question, earlier: [Quantity: Double]) -> Verdict {
    let checker = Checker(question.network)
    let typed: Expression
    do throws(Diagnostic) { typed = try checker.read(answer) } catch { return .unreadable(error, in: answer) }
    let names = typed.leafNames.filter { $0 != "e" && $0 != "pi" }
    if names.isEmpty, self.answer.leafNames.contains(where: { $0 != "e" && $0 != "pi" }) {
      return Verdict(.unreadable, feedback: QuestionWords.formula(allowed(question)))
    }
    if let quantity = question.quantity {
      let name = question.network.architecture.name(of: quantity)
      if names.contains(name), !symbols.contains(name) {
        return Verdict(.unreadable, feedback: QuestionWords.writeItOut(names: allowed(question)))
      }
    }
    let isAllowed = symbols.isEmpty || names.allSatisfy(symbols.contains)
    if question.isSame(typed, self.answer) {
      return isAllowed
        ? Verdict(.right, feedback: reason(question))
        : Verdict(.unreadable, feedback: QuestionWords.onlyWith(allowed(question)))
    }
    if let authored = question.authored(as: typed) { return authored }
    if let quantity = question.quantity {
      let verdict = checker.check(quantity, answer: answer, earlier: earlier)
      if verdict.kind == .mistake || isAllowed && verdict.kind == .unknown { return verdict }
    }
    guard isAllowed else { return Verdict(.unknown, feedback: QuestionWords.unknown(only: allowed(question))) }
    let slip = QuestionWords.plainFactors.first { question.isSame(typed, .product([.number($0.factor), self.answer])) }
    return Verdict(
      .unknown,
      feedback: slip?.words
        ?? QuestionWords.comesTo(question.value(of: typed), not: question.value(of: self.answer)))
  }

  /// The names that may be used, as they are written elsewhere.
  private func allowed(_ question: Question) -> [Expression] {
    let architecture = question.network.architecture
    return symbols.map { architecture.quantity(named: $0).map(architecture.expression(of:)) ?? .symbol($0) }
  }

  /// Why it is right.
  private func reason(_ question: Question) -> Words {
    question.quantity.map { Checker(question.network).reason(for: $0) } ?? QuestionWords.formula(answer)
  }

  func help(toPart part: Int, _ question: Question) -> [Hint] {
    let last = Hint(
      rung: .answer, words: Words(en: "This is it:", zh: "答案是："), formula: writtenOut(question).text(.unicode),
      focus: nil)
    // The set-up with its numbers is no help to a formula.
    return (question.quantity.map { question.ladder($0).filter { $0.rung < .setUp } } ?? []) + [last]
  }

  func rightAnswer(ofPart part: Int, _ question: Question) -> String? { writtenOut(question).text(.ascii) }

  /// A quantity by what it is made of, where the question lets any name stand for it; formulas as they are.
  private func writtenOut(_ question: Question) -> Expression {
    guard symbols.isEmpty, answer.leafName != nil else { return answer }
    return question.trace.closedForm(of: answer) ?? answer
  }
}
