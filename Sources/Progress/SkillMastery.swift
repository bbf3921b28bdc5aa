package import Skills

/// How well one skill is mastered, after all answers so far.
package struct SkillMastery: Equatable, Sendable {
  package let skill: Skill
  /// How likely it is known, from 0 to 1.
  package private(set) var known = KnowledgeTracing.start
  /// First answers that counted, right ones and those that blamed this skill.
  package private(set) var answers = 0
  package private(set) var rightAnswers = 0
  private var rightUnfaded = 0
  private var rightNumbers = 0
  private var parameterSets: Set<String> = []
  package private(set) var reviews: ReviewSchedule?

  package init(_ skill: Skill) { self.skill = skill }

  /// Likely known, and shown three times: once without any of the work done, once by a number that was worked out, and on
  /// two sets of numbers.
  package var isMastered: Bool {
    known >= Self.enough && rightAnswers >= 3 && rightUnfaded >= 1 && rightNumbers >= 1 && parameterSets.count >= 2
  }

  /// How much of the work is done for the learner.
  package var support: Support { Support(known: known) }

  /// Whether it is time to see if it is still known.
  package func isDue(at time: Int64) -> Bool { isMastered && reviews?.isDue(at: time) == true }

  private static let enough = 0.95
  /// What is left after a review that failed.
  private static let afterFailedReview = 0.60

  mutating func record(_ isRight: Bool, _ attempt: Attempt) {
    let wasMastered = isMastered
    let isReview = isDue(at: attempt.time)
    known = KnowledgeTracing.after(isRight, known: known, choices: attempt.choices)
    answers += 1
    if isRight {
      rightAnswers += 1
      if !attempt.isFaded { rightUnfaded += 1 }
      if attempt.isNumber { rightNumbers += 1 }
      parameterSets.insert(attempt.parameters)
      if isReview { reviews?.pass(at: attempt.time) }
    } else if isReview {
      known = min(known, Self.afterFailedReview)
    }
    if !isMastered {
      reviews = nil
    } else if !wasMastered {
      reviews = ReviewSchedule(masteredAt: attempt.time)
    }
  }
}

/// How much of a derivation is done for the learner.
package enum Support: String, Sendable {
  /// All of it is shown.
  case worked
  /// Some factors are left out.
  case faded
  /// The learner does all of it.
  case full

  package init(known: Double) { self = known < 0.40 ? .worked : known < 0.70 ? .faded : .full }
}
