package import Skills

/// What a learner knows, from all answers in the order in which they were given.
package struct LearnerModel: Equatable, Sendable {
  /// In the order of the table.
  package private(set) var masteries = Skill.allCases.map { SkillMastery($0) }
  /// The right answers that were given, each with the form of its question.
  private var shown: Set<[String]> = []

  package init() {}

  /// Cost: linear in the answers.
  package init(_ attempts: some Sequence<Attempt>) {
    for attempt in attempts { record(attempt) }
  }

  package subscript(skill: Skill) -> SkillMastery { masteries[Self.index[skill] ?? 0] }

  private static let index = Dictionary(uniqueKeysWithValues: Skill.allCases.enumerated().map { ($1, $0) })

  /// A right answer credits all its skills; a wrong one blames the skill of the mistake, or else the weakest.
  ///
  /// Only first answers count; what could not be read is no answer. The same right answer to the same form of a question
  /// counts once, whatever the numbers, and of formulas the first, however the others are written, or a formula could be
  /// pasted into mastery; a review that is due counts always.
  package mutating func record(_ attempt: Attempt) {
    guard attempt.isFirst, attempt.isScored, attempt.verdict != .unreadable else { return }
    let skills = attempt.skills.compactMap { Self.index[$0] }
    if attempt.isRightUnaided {
      guard !skills.isEmpty else { return }
      let isNew = shown.insert(attempt.form).inserted
      for index in Set(skills).sorted() where isNew || masteries[index].isDue(at: attempt.time) {
        masteries[index].record(true, attempt)
      }
    } else if let blamed = attempt.blamed.flatMap({ Self.index[$0] })
      ?? skills.min(by: { masteries[$0].known < masteries[$1].known })
    {
      masteries[blamed].record(false, attempt)
    }
  }

  // MARK: What next

  /// The skill to learn next: of those that can be learnt now, the one that is least likely known; nil once all are
  /// mastered.
  ///
  /// Where only some skills are to choose from, the others stand in no one's way.
  package func next(among choices: [Skill] = Skill.allCases) -> Skill? {
    let open = choices.filter { skill in
      !self[skill].isMastered && skill.prerequisites.allSatisfy { !choices.contains($0) || self[$0].isMastered }
    }
    return open.min { self[$0].known < self[$1].known }
  }

  /// When the next mastered skill comes back, in milliseconds since 1970; nil where none does.
  package var nextReview: Int64? { masteries.filter(\.isMastered).compactMap { $0.reviews?.dueTime }.min() }

  /// The mastered skills that are to be seen again, the one due longest first.
  package func due(at time: Int64) -> [Skill] {
    masteries.filter { $0.isDue(at: time) }
      .sorted { ($0.reviews?.dueTime ?? 0, $0.skill.rawValue) < ($1.reviews?.dueTime ?? 0, $1.skill.rawValue) }
      .map(\.skill)
  }
}

extension Attempt {
  /// Right, and without being shown the rule or more.
  package var isRightUnaided: Bool { verdict.isRight && (hint ?? 0) < Self.tellingHint }

  /// What was asked in which form, and the answer, however it was spaced; a formula or a chain can be written in many ways
  /// that all say the same.
  fileprivate var form: [String] {
    let question = [lesson ?? "", step]
    return isNumber || choices != nil ? question + [answer.filter { !$0.isWhitespace }.lowercased()] : question
  }

  /// Whether the answer is a number that was worked out: typed, and neither a formula nor a choice.
  package var isNumber: Bool {
    guard choices == nil, !step.hasSuffix(" chain"), answer.contains(where: \.isNumber) else { return false }
    let words = answer.split { !$0.isLetter }
    return words.allSatisfy { ["e", "E", "exp", "ｅ"].contains($0) }
  }

  /// The rung of help from which on an answer shows nothing.
  private static let tellingHint = 2
}

extension Attempt.Verdict {
  /// Right by the learner's own earlier numbers is right.
  package var isRight: Bool { self == .right || self == .followThrough }
}
