package import Skills

/// What a session of practice has come to.
package struct SessionSummary: Equatable, Sendable {
  /// How a problem ended.
  package struct Outcome: Equatable, Sendable {
    package let skill: Skill
    /// Whether the first answer was right, without a hint that gives it away.
    package let isSolved: Bool

    package init(skill: Skill, isSolved: Bool) {
      self.skill = skill
      self.isSolved = isSolved
    }
  }

  /// What is known of the learner at a moment.
  package struct Standing: Equatable, Sendable {
    package let learner: LearnerModel
    package let mistakes: MistakeHistory

    package init(_ learner: LearnerModel, _ mistakes: MistakeHistory) {
      self.learner = learner
      self.mistakes = mistakes
    }
  }

  /// A skill that was practiced.
  package struct Change: Equatable, Sendable {
    package let skill: Skill
    /// Problems about it, and those whose first answer was right.
    package let count: Int
    package let solved: Int
    package let before: SkillMastery
    package let after: SkillMastery

    /// Whether it was mastered in this session.
    package var isNewlyMastered: Bool { after.isMastered && !before.isMastered }
  }

  package let isReview: Bool
  package let count: Int
  package let solved: Int
  /// In the order in which they came.
  package let changes: [Change]
  /// The mistakes of before that are no longer made, by their ids.
  package let gone: [MistakeID]
  /// The mistakes that were made in this session, the one made most first.
  package let made: [MistakeID]
  /// When the next review is due, in milliseconds since 1970; nil where nothing is mastered yet.
  package let nextReview: Int64?
  /// How many days in a row something was answered.
  package let streak: Int

  /// Cost: linear in the outcomes and in the mistakes.
  package init(
    _ outcomes: [Outcome], isReview: Bool, from before: Standing, to after: Standing, streak: Int
  ) {
    self.isReview = isReview
    count = outcomes.count
    solved = outcomes.count(where: \.isSolved)
    var skills: [Skill] = []
    for outcome in outcomes where !skills.contains(outcome.skill) { skills.append(outcome.skill) }
    changes = skills.map { skill in
      let own = outcomes.filter { $0.skill == skill }
      return Change(
        skill: skill, count: own.count, solved: own.count(where: \.isSolved), before: before.learner[skill],
        after: after.learner[skill])
    }
    gone = after.mistakes.gone.subtracting(before.mistakes.gone).sorted()
    made = after.mistakes.entries.map { id, entry in
      (id: id, count: entry.count - (before.mistakes.entries[id]?.count ?? 0))
    }.filter { $0.count > 0 }.sorted { ($1.count, $0.id) < ($0.count, $1.id) }.map(\.id)
    nextReview = after.learner.nextReview
    self.streak = streak
  }
}
