import Diagnosis
import Diagnostics
import Expressions
import Networks
import Questions
import Skills
import Testing
import Traces

/// Whoever asks on is led to the answer, whatever is asked.
@Suite struct HelpTests {
  private static let problems: [Problem] = Skill.practised.flatMap { skill in
    var generator = ProblemGenerator(base: BundledNetworks.default, skill: skill, seed: 5)
    return (0..<8).map { _ in generator.next() }
  }

  @Test func everyLadderEndsWithTheAnswer() {
    #expect(Set(Self.problems.map(\.question.kind)).isSuperset(of: [.value, .sign, .chain, .bug, .faded]))
    for problem in Self.problems {
      let help = problem.question.help(Trace(problem.network, goals: []))
      #expect(help.count >= 2 && help.last?.rung == .answer, "\(problem.question)")
      #expect(help.dropLast().allSatisfy { $0.rung < .answer }, "\(problem.question)")
      #expect(zip(help, help.dropFirst()).allSatisfy { $0.rung < $1.rung }, "\(problem.question)")
    }
  }

  /// What is told is the answer that is taken for right.
  @Test(arguments: [Question.Kind.sign, .rule, .paths, .chain, .bug])
  func whatIsToldIsRight(_ kind: Question.Kind) throws {
    let trace = Trace(BundledNetworks.default, goals: [])
    let architecture = trace.network.architecture
    let gradients = (0..<architecture.parameterCount).map { Quantity.gradient(.parameter($0)) }
    let factors = try #require(trace.chainPaths(of: gradients[0]).first)
    for quantity in kind == .rule ? factors : gradients {
      let question = Question(kind, quantity)
      // Two paths are too many lines for a bug.
      if kind == .bug, quantity == gradients[6] {
        #expect(PlantedBug(question, trace) == nil)
        continue
      }
      let told = try #require(question.help(trace).last, "\(quantity)").words
      let typed: [String] =
        switch kind {
        case .sign: ["rise", "fall", "same"]
        case .chain: [try #require(Tiles(question, trace)).rightAnswer]
        default: (1...9).map { "\($0)" }
        }
      let right = typed.filter { question.judge($0, trace, earlier: [:]).kind == .right }
      let answer = try #require(right.first, "\(quantity)")
      #expect(right.count == 1)
      let shown = kind == .bug ? "line \(answer)" : answer
      #expect(told.en.hasPrefix("It is \(shown). "), "\(told.en)")
      #expect(told.en.hasSuffix(question.judge(answer, trace, earlier: [:]).feedback.en))
    }
  }

  /// A faded example asks for one factor: help is about that one, not about the whole gradient.
  @Test func fadedExamplesHelpWithTheFactorLeftOut() throws {
    let trace = Trace(BundledNetworks.default, goals: [])
    for variant in 0..<5 {
      let question = Question(.faded, .gradient(.parameter(0)), variant: variant)
      let factor = try #require(FadedExample(question, trace)).factor
      #expect(question.help(trace) == Hints(trace: trace, quantity: factor).ladder)
    }
  }
}
