import Diagnosis
import Networks
import Progress
package import Questions
package import Skills
import Traces

/// Practice: one problem after another.
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

extension State {
  /// Begins to practise; nothing else changes until `:walk` or leaving.
  ///
  /// Where it adapts, each problem is about what is due for review, or else what is least known and can be learnt.
  package mutating func practise(_ generator: ProblemGenerator, adapts: Bool = false) {
    drill = Drill(generator, adapts: adapts, first: adapts ? practiceSkill : nil)
    showProblem()
  }

  /// What to practise; nil where everything is mastered.
  var practiceSkill: Skill? {
    learner.due(at: calendarTime).first(where: Skill.practised.contains) ?? learner.next(among: Skill.practised)
  }

  /// The next problem; true, since there always is one.
  mutating func nextProblem() {
    let skill = practiceSkill
    drill?.advance(skill)
    showProblem()
  }

  /// The walk stands where everything that the problem takes is known, and nothing more.
  private mutating func showProblem() {
    guard let problem = drill?.problem else { return }
    reply = nil
    let quantity = problem.question.quantity
    var goals: [Quantity] = []
    if case .updated(let parameter) = quantity { goals = [.gradient(.parameter(parameter))] }
    walk = Walk(problem.network, goals: goals)
    walk.go(to: .max)
    // Before the step that tells the answer, at the end of the one before.
    if walk.find(quantity) { walk.move(by: -1) }
    before = nil
    earlier = [:]
    predicted = []
    asking = Asking(Question(problem.question, step: nil))
  }

  /// Counts a problem that was solved at the first try.
  mutating func countProblem() {
    guard let asking, drill != nil, asking.isSettled, asking.like == nil else { return }
    let readable = asking.tries.filter(\.verdict.isScorable)
    if readable.count == 1, asking.helpToPart.map({ $0 < .rule }) ?? true { drill?.solved += 1 }
  }
}

extension Question {
  /// The same question about another step.
  fileprivate init(_ question: Question, step: Int?) {
    self.init(question.kind, question.quantity, step: step, variant: question.variant)
  }
}
