package import Progress
package import Skills

/// Students and skills: who knows what, and who needs help with what.
package struct ClassMap: Sendable {
  /// How far a learner is with a skill.
  package enum Level: Int, CaseIterable, Sendable {
    /// Nothing was answered.
    case none
    case weak
    case begun
    case mastered
  }

  /// One learner's row.
  package struct Row: Sendable {
    package let name: String
    /// In the order of the map's skills.
    package let levels: [Level]
    package let answers: Int
    /// What keeps going wrong, the most frequent first, and how often.
    package let mistakes: [(id: MistakeID, count: Int)]
    /// What is answered and not known, the least known first.
    package let weak: [Skill]

    package var needsHelp: Bool { !mistakes.isEmpty || !weak.isEmpty }
  }

  /// Those that anyone has answered, in the order of the table.
  package let skills: [Skill]
  /// Who needs help most comes first.
  package let rows: [Row]

  /// A mistake that was made so often is no accident.
  private static let isHabit = 2
  private static let maxListed = 3

  /// Only of `wanted` where they are given; cost: linear in the answers.
  package init(_ members: [ClassMember], only wanted: [Skill]? = nil) {
    let models = members.map { LearnerModel($0.attempts) }
    let skills = (wanted ?? Skill.allCases).filter { skill in models.contains { $0[skill].answers > 0 } }
    self.skills = skills
    rows = zip(members, models).map { member, model in
      let mistakes = RepeatedMistake.all(in: member.attempts).filter {
        !$0.isGone && $0.attempts.count >= Self.isHabit
      }
      let weak = skills.filter { Self.level(model[$0]) == .weak && model[$0].answers >= Self.isHabit }
        .sorted { model[$0].known < model[$1].known }
      return Row(
        name: member.name, levels: skills.map { Self.level(model[$0]) }, answers: member.attempts.count,
        mistakes: mistakes.prefix(Self.maxListed).map { ($0.mistake, $0.attempts.count) },
        weak: Array(weak.prefix(Self.maxListed)))
    }.enumerated().sorted { one, other in
      let (a, b) = (Self.need(one.element), Self.need(other.element))
      return a != b ? a > b : (one.element.name, one.offset) < (other.element.name, other.offset)
    }.map(\.element)
  }

  private static func need(_ row: Row) -> Int { row.mistakes.reduce(0) { $0 + $1.count } + 2 * row.weak.count }

  private static func level(_ mastery: SkillMastery) -> Level {
    if mastery.answers == 0 { return .none }
    if mastery.isMastered { return .mastered }
    return mastery.support == .worked ? .weak : .begun
  }
}
