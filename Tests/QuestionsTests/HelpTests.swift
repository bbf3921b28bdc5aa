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
    return (0..<6).map { _ in generator.next() }
  }

  @Test func everyLadderEndsWithTheAnswer() {
    #expect(Set(Self.problems.map(\.question.sort)).isSuperset(of: [.value, .sign, .chain, .wrongLine, .blanks]))
    for problem in Self.problems {
      let help = problem.question.hints()
      #expect(help.count >= 2 && help.last?.rung == .answer, "\(problem.question)")
      #expect(help.dropLast().allSatisfy { $0.rung < .answer }, "\(problem.question)")
      #expect(zip(help, help.dropFirst()).allSatisfy { $0.rung < $1.rung }, "\(problem.question)")
    }
  }

  /// No single rule gives a whole gradient, wherever it is asked.
  @Test func theRuleOfAGradientIsThatOfPaths() throws {
    let trace = Trace(BundledNetworks.default, goals: [])
    for parameter in 0..<trace.network.architecture.parameterCount {
      let gradient: Quantity = .gradient(.parameter(parameter))
      for sort in [Question.Sort.value, .formula] {
        let question = try #require(Question(sort, gradient, on: trace))
        let rule = try #require(question.hints().first { $0.rung == .rule })
        #expect(rule.formula == "2·0.5·3 + 4·0.5·1 = 5", "\(gradient)")
      }
    }
    let factor = try #require(Question(.value, .derivative(of: .net(2), by: .parameter(4)), on: trace))
    #expect(factor.hints().first { $0.rung == .rule }?.formula?.contains("(c·u)′ = c·u′") == true)
  }

  /// What the last rung says is the answer that is taken for right.
  @Test(arguments: [Question.Sort.sign, .choice, .count, .chain, .wrongLine])
  func theLastRungIsRight(_ sort: Question.Sort) throws {
    let trace = Trace(BundledNetworks.default, goals: [])
    let architecture = trace.network.architecture
    let gradients = (0..<architecture.parameterCount).map { Quantity.gradient(.parameter($0)) }
    let factors = try #require(trace.chainPaths(of: gradients[0]).first)
    for quantity in sort == .choice ? factors : gradients {
      // Two paths are too many lines for a bug.
      if sort == .wrongLine, quantity == gradients[6] {
        #expect(Question(sort, quantity, on: trace) == nil)
        continue
      }
      let question = try #require(Question(sort, quantity, on: trace))
      let last = try #require(question.hints().last, "\(quantity)")
      let typed: [String] =
        switch sort {
        case .sign: ["rise", "fall", "same"]
        case .chain: [try #require(question.tiles).rightAnswer]
        case .choice: ["a", "b", "c", "d"]
        default: (1...9).map { "\($0)" }
        }
      let right = typed.filter { question.judge($0).kind == .right }
      let answer = try #require(right.first, "\(quantity)")
      #expect(right.count == 1)
      let isPositive = trace.pass.value(of: quantity) > 0
      let said =
        switch sort {
        case .sign: "It is \(isPositive ? "positive" : "negative"):"
        case .chain: "From E on:"
        case .choice: "It is \(answer)) "
        case .wrongLine: "It is line \(answer). "
        default: "It is \(answer). "
        }
      #expect(last.words.en.hasPrefix(said), "\(last.words.en)")
      if sort == .chain { #expect(last.formula == answer) }
    }
  }

  /// A faded example asks for one factor: help is about that one, not about the whole gradient.
  @Test func fadedExamplesHelpWithTheFactorLeftOut() throws {
    let trace = Trace(BundledNetworks.default, goals: [])
    for variant in 0..<5 {
      let question = try #require(Question(.blanks, .gradient(.parameter(0)), on: trace, variant: variant))
      let factor = try #require(question.quantity(ofPart: 0))
      #expect(question.hints() == Hints(trace: trace, quantity: factor).ladder)
    }
  }
}
