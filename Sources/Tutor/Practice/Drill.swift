package import Progress
package import Questions
package import Skills

/// A session of practice: one problem after another, and an end.
package struct Drill: Equatable, Sendable {
  /// What the problems of a session are about.
  package enum Plan: Equatable, Sendable {
    /// One skill, or every one in turn.
    case fixed
    /// What the learner knows least, or is due.
    case adaptive
    /// Mastered skills that are due; one that fails is asked once more.
    case review([Skill])
  }

  /// Problems of a session, at most.
  package static let length = 10
  /// How often a skill is asked for in a review.
  private static let maxAttempts = 2

  private var generator: ProblemGenerator
  package private(set) var problem: Problem
  package let plan: Plan
  /// Problems of this session seen, this one among them.
  package private(set) var number = 1
  /// The problems of this session that one has gone on from.
  package private(set) var outcomes: [SessionSummary.Outcome] = []
  /// Whether the problem at hand was solved by its first answer.
  package internal(set) var isSolved = false
  /// The skills of a review that are still to come, the one at hand first.
  private var waiting: [Skill]

  package init(_ generator: ProblemGenerator, _ plan: Plan = .fixed, first: Skill? = nil) {
    var generator = generator
    self.plan = plan
    waiting = if case .review(let skills) = plan { Array(skills.prefix(Self.length)) } else { [] }
    problem = generator.next(waiting.first ?? (plan == .adaptive ? first : nil))
    self.generator = generator
  }

  package var isReview: Bool { if case .review = plan { true } else { false } }

  /// Problems of this session whose first answer was right.
  package var solved: Int { outcomes.count(where: \.isSolved) + (isSolved ? 1 : 0) }

  /// How many problems the session has; a review that fails makes it longer.
  package var count: Int {
    if case .review = plan { min(Self.length, outcomes.count + waiting.count) } else { Self.length }
  }

  /// The next problem; false where the session has come to its end.
  mutating func advance(_ wanted: Skill?) -> Bool {
    outcomes.append(SessionSummary.Outcome(skill: problem.skill, isSolved: isSolved))
    if let skill = waiting.first {
      waiting.removeFirst()
      let goes = outcomes.count { $0.skill == skill }
      if !isSolved, goes < Self.maxAttempts { waiting.append(skill) }
    }
    isSolved = false
    let isOver = if case .review = plan { waiting.isEmpty } else { false }
    guard outcomes.count < Self.length, !isOver else { return false }
    problem = generator.next(waiting.first ?? (plan == .adaptive ? wanted : nil))
    number += 1
    return true
  }

  /// Another session: what was due is done, so that a review is followed by what is known least.
  func renewed(_ wanted: Skill?) -> Drill {
    if case .fixed = plan { Drill(generator) } else { Drill(generator, .adaptive, first: wanted) }
  }
}
