package import Questions
package import Skills

/// One problem after another.
package struct Drill: Equatable, Sendable {
  private var generator: ProblemGenerator
  package private(set) var problem: Problem
  /// Problems seen, this one among them.
  package private(set) var number = 1
  /// Problems whose first answer was right, without a hint that gives it away.
  package internal(set) var solved = 0

  /// Whether the skill follows from what the learner knows.
  let adapts: Bool

  package init(_ generator: ProblemGenerator, adapts: Bool = false, first: Skill? = nil) {
    var generator = generator
    self.adapts = adapts
    problem = generator.next(first)
    self.generator = generator
  }

  mutating func advance(_ wanted: Skill?) {
    problem = generator.next(adapts ? wanted : nil)
    number += 1
  }
}
