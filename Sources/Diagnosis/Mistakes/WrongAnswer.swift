package import Networks
package import Skills

/// A result that a mistake of the catalogue leads to: for finding numbers that tell the mistakes apart, for distractors
/// and for planting a mistake.
package struct WrongAnswer: Sendable {
  /// The mistake's id; two made together are joined by `+`.
  package let id: MistakeID
  /// Its result at the network at hand; may be no different from the right one there, or not finite.
  package let value: Double
  /// What to light up.
  package let focus: Focus
  /// The derivation with the mistake in it.
  package let working: Working
  /// Rounding in between, which no formula shows.
  package let isOnlyNumeric: Bool
}

extension Checker {
  /// Every way of making a single mistake on the way to a quantity; one mistake may be made in several ways.
  ///
  /// In an order that does not depend on the network's numbers.
  package func wrongAnswers(to quantity: Quantity) -> [WrongAnswer] {
    let table = knowledge.table(for: quantity)
    let results = results(of: table, to: table.singlesEnd)
    return table.singles.map { candidate in
      WrongAnswer(
        id: candidate.id, value: results[candidate.place], focus: candidate.focus,
        working: Working(table.subject, rewrites: candidate.rewrites), isOnlyNumeric: candidate.isOnlyNumeric)
    }
  }

  /// The derivation that a named diagnosis supposes; of several ways of making the mistake the one that made the answer.
  package func working(behind verdict: Verdict, of answer: String, to quantity: Quantity) -> Working? {
    guard verdict.kind == .mistake, verdict.mistakes.count == 1, let id = verdict.mistakes.first else { return nil }
    let table = knowledge.table(for: quantity)
    let candidates = (table.singles + (id.parts.count > 1 ? table.pairs : [])).filter { $0.id == id }
    let results = results(of: table, to: table.tape.operations.count)
    guard let value = value(of: answer) else { return nil }
    let nearest = candidates.filter { results[$0.place].isFinite }.min {
      (results[$0.place] - value).magnitude < (results[$1.place] - value).magnitude
    }
    return nearest.map { Working(table.subject, rewrites: $0.rewrites) }
  }
}
