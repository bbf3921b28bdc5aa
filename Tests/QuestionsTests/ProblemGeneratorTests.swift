import Diagnosis
import Diagnostics
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
      let answer = try #require(Self.rightAnswer(to: problem.question))
      let verdict = problem.question.judge(answer)
      #expect(verdict.kind == .right, "\(problem.question) \(answer) \(verdict)")
    }
  }

  /// Numbers first and at least every second time, and between them all forms that fit.
  @Test func formsVaryAndNumbersComeAgain() {
    let forms: [(Skill, Set<Question.Sort>)] = [
      (.assembleHidden, [.formula, .sign, .chain, .blanks, .wrongLine]), (.lossSlope, [.formula, .sign, .choice]),
      (.weightedSum, [.formula]), (.composeForward, [.wrongLine]), (.repeatForward, []),
    ]
    for (skill, expected) in forms {
      let sorts = Self.problems(skill, seed: 5, count: 2 * expected.count + 2).map(\.question.sort)
      #expect(Set(sorts).subtracting([.value]) == expected, "\(skill) \(sorts)")
      #expect(sorts.first == .value)
      #expect(zip(sorts, sorts.dropFirst()).allSatisfy { $0 == .value || $1 == .value }, "\(skill) \(sorts)")
    }
    let paths = Self.problems(.tracePath, seed: 5, count: 6).map(\.question.sort)
    #expect(Set(paths) == [.count, .chain] && paths.first == .count)
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
    for problem in Self.problems(skill, seed: 21, count: 8) where problem.question.sort == .value {
      guard let quantity = problem.question.quantity else { continue }
      let ties = ProblemGenerator.ties(problem.network, quantity)
      let clashes = ProblemGenerator.clashes(problem.network, quantity).subtracting(ties)
      #expect(clashes.isEmpty, "\(problem.question): \(clashes.count)")
      if case .updated(let parameter) = quantity {
        #expect(Pass(problem.network).gradients[parameter] < 0)
      }
    }
  }

  /// Found without what the question itself says of it.
  private static func rightAnswer(to question: Question) -> String? {
    let trace = Trace(question.network, goals: [])
    guard let quantity = question.quantity else { return nil }
    switch question.kind {
    case .value: return "\(trace.pass.value(of: quantity))"
    case .formula:
      let name = question.network.architecture.expression(of: quantity)
      return trace.closedForm(of: name)?.text(.ascii)
    case .sign: return trace.pass.value(of: quantity) > 0 ? "rise" : "fall"
    case .count:
      guard case .derivative(let dependent, let variable) = quantity else { return nil }
      return "\(trace.pathCount(from: dependent, to: variable))"
    case .choice: return trace.derivation(of: quantity)?.principalRule.rawValue
    case .blanks(let blanks): return blanks.blank.first.map { "\(trace.pass.value(of: $0))" }
    case .wrongLine(let derivation): return "\(derivation.wrong + 1)"
    case .chain:
      guard let tiles = question.tiles, let path = tiles.paths.first else { return nil }
      return path.map { factor in "\((tiles.factors.firstIndex(of: factor) ?? -1) + 1)" }.joined(separator: " ")
    case .poll, .words: return nil
    }
  }
}
