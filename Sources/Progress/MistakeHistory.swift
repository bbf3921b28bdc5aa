package import Skills

/// Which mistakes of the catalogue were made, and what was answered rightly since: how they go away.
package struct MistakeHistory: Equatable, Sendable {
  /// One mistake, by the last time it was made.
  package struct Entry: Equatable, Sendable {
    /// How often it was made.
    package internal(set) var count = 0
    /// When it was made last, in milliseconds since 1970.
    package internal(set) var lastTime: Int64
    /// The skills that show that it is gone.
    var skills: Set<Skill>
    /// How often such a question was answered rightly since.
    package internal(set) var rightSince = 0

    /// Whether it is no longer made: right so often since that it was no chance.
    package var isGone: Bool { rightSince >= Self.enough }

    private static let enough = 3
  }

  /// By the ids of the mistakes.
  package private(set) var entries: [MistakeID: Entry] = [:]

  package init() {}

  package init(_ attempts: some Sequence<Attempt>) {
    for attempt in attempts { record(attempt) }
  }

  /// Cost: linear in the mistakes that were made.
  package mutating func record(_ attempt: Attempt) {
    if attempt.isFirst, attempt.isRightUnaided {
      for (mistake, entry) in entries where !entry.skills.isDisjoint(with: attempt.skills) {
        entries[mistake]?.rightSince += 1
      }
    }
    for mistake in attempt.knownMistakes {
      var entry = entries[mistake] ?? Entry(lastTime: attempt.time, skills: [])
      entry.count += 1
      entry.lastTime = attempt.time
      entry.skills = Set(attempt.blamed.map { [$0] } ?? attempt.skills)
      entry.rightSince = 0
      entries[mistake] = entry
    }
  }

  /// The mistakes that are no longer made.
  package var gone: Set<MistakeID> { Set(entries.filter(\.value.isGone).keys) }
}

extension Attempt {
  /// The mistakes that were made in it; none where several explain it, since which of them it was is not known.
  var knownMistakes: [MistakeID] {
    guard mistakes.count == 1, !verdict.isRight else { return [] }
    return mistakes[0].parts
  }
}
