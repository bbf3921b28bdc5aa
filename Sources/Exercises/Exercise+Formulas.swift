import Diagnosis
import Diagnostics
import Expressions
import Lessons
import Networks

/// Formulas in the names that the question allows.
extension Exercise {
  func judge(_ answer: String, formula right: Expression, _ symbols: [String]) -> Verdict {
    let checker = Checker(network)
    let typed: Expression
    do throws(Diagnostic) { typed = try checker.read(answer) } catch { return .unreadable(error, in: answer) }
    let names = typed.leafNames.filter { $0 != "e" && $0 != "pi" }
    let isFormula = right.leafNames.contains { $0 != "e" && $0 != "pi" }
    if names.isEmpty, isFormula {
      return Verdict(.unreadable, feedback: ExerciseWords.formula(symbols))
    }
    if let quantity, names.contains(network.architecture.name(of: quantity)),
      !symbols.contains(network.architecture.name(of: quantity))
    {
      return Verdict(.unreadable, feedback: ExerciseWords.writeItOut(names: symbols))
    }
    let isAllowed = symbols.isEmpty || names.allSatisfy(symbols.contains)
    if isSame(typed, right) {
      return isAllowed
        ? Verdict(.right, feedback: reason(right)) : Verdict(.unreadable, feedback: ExerciseWords.onlyWith(symbols))
    }
    if let wrong = ask.wrong.first(where: { isSame(typed, $0.when) }) {
      return Verdict(.mistake, feedback: Words(wrong.say))
    }
    if let quantity {
      let verdict = checker.check(quantity, answer: answer)
      if verdict.kind == .mistake || isAllowed && verdict.kind == .unknown { return verdict }
    }
    return Verdict(.unknown, feedback: isAllowed ? ExerciseWords.unknown : ExerciseWords.unknown(only: symbols))
  }

  /// Why it is right.
  private func reason(_ right: Expression) -> Words {
    quantity.map { Checker(network).reason(for: $0) } ?? ExerciseWords.formula(right)
  }
}
