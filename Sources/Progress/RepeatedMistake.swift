package import Skills

/// One mistake of the catalogue, and every answer in which it was made.
package struct RepeatedMistake: Equatable, Sendable {
  /// Its id in the catalogue.
  package let mistake: MistakeID
  /// The answers, the newest first.
  package let attempts: [Attempt]
  /// How often the same kind of question was answered rightly since.
  package let rightSince: Int
  /// Whether it is no longer made.
  package let isGone: Bool

  /// What was made at least once, the most frequent first; of equals the one made last.
  ///
  /// Where several mistakes explain an answer, which of them it was is not known, and none is counted.
  package static func all(in attempts: [Attempt]) -> [RepeatedMistake] {
    var found: [MistakeID: [Int]] = [:]
    for (index, attempt) in attempts.enumerated() {
      for mistake in attempt.knownMistakes { found[mistake, default: []].append(index) }
    }
    let history = MistakeHistory(attempts)
    return found.sorted { ($0.value.count, $0.value.last ?? 0, $1.key) > ($1.value.count, $1.value.last ?? 0, $0.key) }
      .map { mistake, places in
        let entry = history.entries[mistake]
        return RepeatedMistake(
          mistake: mistake, attempts: places.reversed().map { attempts[$0] }, rightSince: entry?.rightSince ?? 0,
          isGone: entry?.isGone ?? false)
      }
  }
}
