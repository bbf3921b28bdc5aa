import Networks

/// What the learner had before tells explanations apart that give the same number.
///
/// w + η·g comes of a flipped sign in g as well as of a step in the wrong direction, and w − η·|g| too where g < 0. A learner
/// who had g right did not flip its sign, and one who had another parameter's update right does not always go uphill.
extension Checker {
  private static let maxLines = 2_000

  /// The explanations that lead to the learner's earlier values; all where none does.
  func consistent(
    _ candidates: [CandidateTable.Candidate], with earlier: [Quantity: Double], about subject: Subject
  ) -> [CandidateTable.Candidate] {
    let earlier = earlier.filter { $0.key != subject.quantity && $0.value.isFinite }
    guard !earlier.isEmpty, Set(candidates.map(\.id)).count > 1 else { return candidates }
    let kept = candidates.filter { leads($0, to: earlier, about: subject) }
    return kept.isEmpty ? candidates : kept
  }

  private func leads(
    _ candidate: CandidateTable.Candidate, to earlier: [Quantity: Double], about subject: Subject
  ) -> Bool {
    let working = Working(subject, rewrites: candidate.rewrites)
    let values = working.values(of: working.lines(limit: Self.maxLines), at: pass)
    return earlier.allSatisfy { quantity, own in
      if let value = values[.now(quantity)] { return Self.isSame(own, value) }
      guard case (.updated, .updated) = (subject.quantity, quantity) else { return true }
      return candidate.mistakes.allSatisfy { mistakes(at: $0, leadTo: own, of: quantity) }
    }
  }

  /// Whether a mistake of the catalogue, made in any of its ways, gives this value of another quantity, or changes
  /// nothing there.
  private func mistakes(at place: Int, leadTo own: Double, of quantity: Quantity) -> Bool {
    let subject = knowledge.subject(quantity)
    let rewrites = Catalogue.mistakes[place].rewrites(subject)
    if rewrites.isEmpty { return Self.isSame(own, pass.value(of: quantity)) }
    return rewrites.contains { rewrite in
      let working = Working(subject, rewrites: [rewrite])
      let values = working.values(of: working.lines(limit: Self.maxLines), at: pass)
      return values[.now(quantity)].map { Self.isSame(own, $0) } ?? false
    }
  }

  private static func isSame(_ own: Double, _ value: Double) -> Bool {
    (own - value).magnitude <= tolerance * value.magnitude
  }
}
