import Diagnosis
import Expressions
import Networks
import Questions
import Skills
import Testing
import Traces

/// Problems must be answerable, new each time, and on numbers that tell the mistakes apart.
@Suite struct ProblemGeneratorTests {
  private static func problems(_ skill: Skill?, seed: UInt64, count: Int) -> [Problem] {
    var generator = ProblemGenerator(base: BundledNetworks.default, skill: skill, seed: seed)
    return (0..<count).map { _ in generator.next() }
  }

  @Test(arguments: Skill.practised)
  func everySkillHasProblemsWhoseRightAnswerIsTaken(_ skill: Skill) throws {
    for problem in Self.problems(skill, seed: 11, count: 6) {
      #expect(problem.skill == skill)
      let trace = Trace(problem.network, goals: [])
      let answer = try #require(Self.rightAnswer(to: problem.question, trace))
      let verdict = problem.question.judge(answer, trace, earlier: [:])
      #expect(verdict.kind == .right, "\(problem.question) \(answer) \(verdict)")
    }
  }

  @Test func theSameSeedGivesTheSameAndAnotherOtherProblems() {
    #expect(Self.problems(nil, seed: 3, count: 12) == Self.problems(nil, seed: 3, count: 12))
    #expect(Self.problems(nil, seed: 3, count: 12) != Self.problems(nil, seed: 4, count: 12))
    let networks = Self.problems(.assembleHidden, seed: 3, count: 8).map(\.network)
    #expect(Set(networks).count == networks.count)
  }

  /// Mistakes whose formulas differ have answers that differ, and none has the right one.
  @Test(arguments: [Skill.assembleOutput, .assembleHidden, .lossSlope, .outputSlope, .sumPaths, .deltaReuse, .update])
  func numbersTellMistakesApart(_ skill: Skill) {
    for problem in Self.problems(skill, seed: 21, count: 8) where problem.question.kind == .value {
      let ties = ProblemGenerator.ties(problem.network, problem.question)
      let clashes = ProblemGenerator.clashes(problem.network, problem.question).subtracting(ties)
      #expect(clashes.isEmpty, "\(problem.question): \(clashes.count)")
      if case .updated(let parameter) = problem.question.quantity {
        #expect(Pass(problem.network).gradients[parameter] < 0)
      }
    }
  }

  private static func rightAnswer(to question: Question, _ trace: Trace) -> String? {
    switch question.kind {
    case .value: return "\(trace.pass.value(of: question.quantity))"
    case .sign: return trace.pass.value(of: question.quantity) > 0 ? "rise" : "fall"
    case .paths:
      guard case .derivative(let dependent, let variable) = question.quantity else { return nil }
      return "\(trace.pathCount(from: dependent, to: variable))"
    case .rule: return trace.derivation(of: question.quantity)?.principalRule.rawValue
    case .faded: return FadedExample(question, trace).map { "\(trace.pass.value(of: $0.factor))" }
    case .bug: return PlantedBug(question, trace).map { "\($0.wrongLine + 1)" }
    case .chain:
      guard let tiles = Tiles(question, trace), let path = tiles.paths.first else { return nil }
      return path.map { factor in "\((tiles.factors.firstIndex(of: factor) ?? -1) + 1)" }.joined(separator: " ")
    }
  }
}
