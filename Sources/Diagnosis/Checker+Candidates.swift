package import Networks
package import Skills

/// Every wrong result that the catalogue foresees for a quantity, to be held against many networks at once.
///
/// Their order is the same for every network of an architecture.
extension Checker {
  /// The values of single mistakes at this network, or of every two made together.
  package func candidateValues(for quantity: Quantity, pairs: Bool) -> [Double] {
    let table = knowledge.table(for: quantity)
    let candidates = pairs ? table.pairs : table.singles
    let results = results(of: table, to: pairs ? table.tape.operations.count : table.singlesEnd)
    return candidates.map { results[$0.place] }
  }

  /// What is behind a candidate of `candidateValues`.
  package func candidate(_ index: Int, for quantity: Quantity, pairs: Bool) -> WrongAnswer {
    let table = knowledge.table(for: quantity)
    let candidate = (pairs ? table.pairs : table.singles)[index]
    let results = results(of: table, to: pairs ? table.tape.operations.count : table.singlesEnd)
    return WrongAnswer(
      id: candidate.id, value: results[candidate.place], focus: candidate.focus,
      working: Working(table.subject, rewrites: candidate.rewrites), isOnlyNumeric: candidate.isOnlyNumeric)
  }

  /// The ids alone, which need no derivation to be made.
  package func candidateIDs(for quantity: Quantity, pairs: Bool) -> [(id: MistakeID, isOnlyNumeric: Bool)] {
    let table = knowledge.table(for: quantity)
    return (pairs ? table.pairs : table.singles).map { ($0.id, $0.isOnlyNumeric) }
  }
}
