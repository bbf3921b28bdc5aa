package import Progress
package import Skills

/// A class's answers, counted by mistake and by step.
package struct ClassOverview: Equatable, Sendable {
  /// A mistake, by how many it was made and how often.
  package struct MistakeCount: Equatable, Sendable {
    package let mistake: MistakeID
    package let count: Int
    /// How many learners made it.
    package let members: Int
    /// Where, the most frequent place first.
    package let steps: [String]
  }

  /// A step, and the share of first answers to it that were right.
  package struct StepCount: Equatable, Sendable {
    /// The lesson and the question, or the quantity.
    package let name: String
    /// First answers that counted.
    package let answers: Int
    /// How many of them were right without being shown, from 0 to 1.
    package let share: Double
    /// The mistake that is made most.
    package let mistake: Named?

    /// A name and how often it occurred.
    package struct Named: Equatable, Sendable {
      package let mistake: MistakeID
      package let count: Int
    }
  }

  package let memberCount: Int
  package let answerCount: Int
  /// What most learners make comes first.
  package let mistakes: [MistakeCount]
  /// What the fewest get right comes first.
  package let steps: [StepCount]

  /// Cost: linear in the answers, and sorting.
  package init(_ members: [ClassMember]) {
    memberCount = members.count
    answerCount = members.reduce(0) { $0 + $1.attempts.count }
    var made: [MistakeID: (count: Int, members: Set<Int>, steps: [String: Int])] = [:]
    var asked: [String: (answers: Int, right: Int, mistakes: [MistakeID: Int])] = [:]
    for (number, member) in members.enumerated() {
      for attempt in member.attempts where attempt.verdict != .unreadable {
        let name = attempt.lesson.map { "\($0) \(attempt.step)" } ?? attempt.step
        var step = asked[name] ?? (0, 0, [:])
        if attempt.isFirst, attempt.isScored {
          step.answers += 1
          if attempt.isRightUnaided { step.right += 1 }
        }
        // Where several mistakes explain an answer, which of them it was is not known.
        let slip = attempt.mistakes.count == 1 && !attempt.verdict.isRight ? attempt.mistakes[0] : nil
        for mistake in slip?.parts ?? [] {
          step.mistakes[mistake, default: 0] += 1
          made[mistake, default: (0, [], [:])].count += 1
          made[mistake]?.members.insert(number)
          made[mistake]?.steps[attempt.step, default: 0] += 1
        }
        asked[name] = step
      }
    }
    mistakes = made.map { mistake, found in
      MistakeCount(
        mistake: mistake, count: found.count, members: found.members.count,
        steps: found.steps.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key))
    }.sorted { ($1.members, $1.count, $0.mistake) < ($0.members, $0.count, $1.mistake) }
    steps = asked.filter { $0.value.answers > 0 }.map { name, step in
      let worst = step.mistakes.min { ($1.value, $0.key) < ($0.value, $1.key) }
      return StepCount(
        name: name, answers: step.answers, share: Double(step.right) / Double(step.answers),
        mistake: worst.map { StepCount.Named(mistake: $0.key, count: $0.value) })
    }.sorted { ($0.share, $1.answers, $0.name) < ($1.share, $0.answers, $1.name) }
  }
}
