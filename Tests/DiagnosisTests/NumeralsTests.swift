import Diagnosis
import Diagnostics
import Expressions
import Networks
import Skills
import Testing

/// Right formulas in which the learner put numbers for names, at numbers that formulas have of themselves: 0, ½, 1, 2.
@Suite struct NumeralsTests {
  private static let count = Effort.isFull ? 4_000 : 600

  @Test func rightFormulasWithNumbersForNamesAreRight() {
    var random = RandomSource(seed: 5)
    var (done, put, round, refused) = (0, 0, UInt64(0), [String]())
    let networks = [Examples.default, Examples.mazur] + Examples.all.suffix(7).prefix(4)
    while done < Self.count {
      for base in networks {
        let network = plain(base, &random)
        let checker = Checker(network)
        round += 1
        var rewriter = Rewriter(network, seed: round)
        for quantity in Examples.quantities(of: network.architecture) where quantity != .lossAfterUpdate {
          guard done < Self.count, checker.pass.value(of: quantity).isFinite else { continue }
          let formula = rewriter.rightAnswer(to: quantity)
          // No longer than somebody types.
          guard formula.isWithin(nodes: 100, depth: 30) else { continue }
          var places = 0
          // Three at most, as somebody does who knows the numbers by heart.
          let text = substituting(formula, network, &random, &places).text(.ascii)
          guard places > 0 else { continue }
          done += 1
          put += places
          let verdict = checker.check(quantity, answer: text)
          if verdict.kind != .right {
            refused.append("\(network.name) \(network.architecture.name(of: quantity)) = \(text): \(verdict.mistakes)")
          }
        }
      }
    }
    #expect(refused.isEmpty, "\(refused.count) of \(done) refused: \(refused.prefix(6))")
    print("\(done) right formulas with \(put) numbers for names, \(refused.count) refused")
  }

  /// What only these numbers make right is not right.
  @Test func aFormulaThatHoldsOnlyHereIsNotRight() {
    let checker = Checker(PublicNetworks.case01)
    // target = 1 and x1 = 1, x2 = 2.
    for (quantity, answer) in [
      ("dE/dw1", "2*delta_O/x2"), ("dE/dw2", "(x1 + 1)*delta_O"), ("net_O", "w1 + w2*(1 + 1) + b1"),
    ] {
      #expect(checker.check(quantity, answer: answer).kind != .right, "\(answer)")
    }
    #expect(checker.check("dE/dout_O", answer: "1-out_O").mistakes == ["sign-flip"])
    #expect(checker.check("dE/dw2", answer: "2*delta_O*out_O").kind != .right)
  }

  @Test func calculationsAreAsRightAsTheirFormulas() {
    let checker = Checker(Examples.default)
    // The gradient is rounded to three digits, which is 0.04 % of the step off.
    #expect(checker.check("w1+", answer: "0.2 - 0.8*0.00101").kind == .right)
    #expect(checker.check("w1+", answer: "0.2 + 0.8*0.00101").kind != .right)
    #expect(checker.check("w1+", answer: "0.2 - 0.00101").kind != .right)
    #expect(checker.check("dE/dw5", answer: "-0.126*0.277").kind == .right)
  }

  /// Some of the given quantities get numbers that formulas are full of.
  private func plain(_ network: Network, _ random: inout RandomSource) -> Network {
    let numbers = [0, 0.5, 1, 2, 3, 4, -1, 0.25]
    var changed = network.randomized(seed: random.next() >> 40)
    func pick() -> Double { numbers[Int(random.next() % UInt64(numbers.count))] }
    for index in changed.inputs.indices where random.next() % 2 == 0 { changed.inputs[index] = pick() }
    for index in changed.parameters.indices where random.next() % 4 == 0 { changed.parameters[index] = pick() }
    for index in changed.targets.indices where random.next() % 2 == 0 {
      changed.targets[index] = [0, 0.5, 1][Int(random.next() % 3)]
    }
    return changed
  }

  private func substituting(
    _ expression: Expression, _ network: Network, _ random: inout RandomSource, _ places: inout Int
  ) -> Expression {
    if case .derivative = expression { return expression }
    if let name = expression.leafName {
      guard places < 3, random.next() % 2 == 0, let quantity = network.architecture.quantity(named: name),
        let value = network[given: quantity]
      else { return expression }
      places += 1
      return .number(value)
    }
    var parts: [Expression] = []
    for child in expression.children { parts.append(substituting(child, network, &random, &places)) }
    var index = 0
    return expression.mappingChildren { _ in
      defer { index += 1 }
      return parts[index]
    }
  }
}
