import Diagnosis
import Diagnostics
import Lessons
import Networks
import Questions
import Skills
import Testing

/// Questions of shipped lessons that ask for a number, and answers that were once taken wrongly.
@Suite struct NumberAnswersTests {
  private static let shipped = LessonCatalogue.trusted(
    Curriculum.lessons, context: LessonContext(networkFiles: Curriculum.networks))

  private func question(_ lesson: String, _ id: String) throws -> Question {
    let entry = try #require(Self.shipped.first { $0.stem.hasPrefix(lesson) })
    let asks = try #require(entry.lesson(in: .en)).elements.compactMap { element -> Ask? in
      if case .ask(let ask) = element.content { ask } else { nil }
    }
    let ask = try #require(asks.first { $0.id == id })
    return Question(ask, base: BundledNetworks.default)
  }

  /// C = −0.126016; one-sided −0.125847 and −0.126185; ∂E/∂b2 = −0.126166.
  @Test(arguments: [
    ("-0.126016", "right", [MistakeID]()), ("-0.12602", "right", []), ("-0.125847", "mistake", ["check-step"]),
    ("-0.126185", "mistake", ["check-step"]), ("-0.126166", "unknown", []), ("-0.252032", "mistake", ["check-step"]),
    ("-0.126", "unknown", []),
  ])
  func aCentralDifferenceIsNoOtherQuotient(_ answer: String, _ kind: String, _ mistakes: [MistakeID]) throws {
    let verdict = try question("12", "central").judge(answer)
    #expect(verdict.kind.rawValue == kind, "\(verdict.feedback.en)")
    #expect(verdict.mistakes == mistakes)
    #expect(verdict.isUnfinished == (answer == "-0.126"))
  }

  /// E⁺ with the new weights on the way back is no E⁺.
  @Test func theLossAfterTheUpdate() throws {
    let asked = try question("11", "after")
    #expect(asked.judge("0.151434").kind == .right)
    #expect(asked.judge("0.151456").kind == .mistake)
    #expect(asked.judge("0.166183").kind != .right)
    #expect(asked.judge("0.302867").mistakes == ["half"])
  }

  /// A value of round one in round two.
  @Test func aStaleValue() throws {
    let asked = try question("11", "net-again")
    let verdict = asked.judge("-1.55")
    #expect(verdict.mistakes == ["stale-value"])
    #expect(verdict.feedback.zh == "用到的值各是哪一轮的？")
  }

  /// One step with a mini-batch: its own slips, and not a word about averages where η is missing.
  @Test func aStepWithABatch() throws {
    let asked = try question("16", "step")
    let passes = asked.ground.samples.map { Pass($0) }
    let mean = (passes[0].gradients[4] + passes[1].gradients[4]) / 2
    let (w5, rate) = (asked.network.parameters[4], asked.network.learningRate)
    #expect(asked.judge("\(w5 - rate * mean)").kind == .right)
    #expect(asked.judge("\(w5 + rate * mean)").mistakes == ["ascent"])
    #expect(asked.judge("\(w5 - mean)").mistakes == ["no-rate"])
    #expect(asked.judge("\(w5 - rate * 2 * mean)").mistakes == ["batch"])
    #expect(asked.judge("\(w5)").kind != .right)
  }

  /// Of twins `w1+` is `w3+`, since the lesson says so: right so far, and a number is still wanted.
  @Test func aFormulaThatIsRightWhereItIsAsked() throws {
    let twins = try question("17", "new-w3")
    #expect(twins.judge("w1+").shortfall == .number && twins.judge("w1+").mistakes == [])
    #expect(twins.judge("w1 - eta*dE/dnet_h1*i1").shortfall == .number)
    for wrong in ["w2+", "w1", "w1 + eta*dE/dw1", "w5+"] {
      #expect(twins.judge(wrong).shortfall != .number, "\(wrong)")
    }
    // Elsewhere it is another quantity.
    #expect(try question("10", "new3").judge("w1+").shortfall != .number)
  }

  /// A formula is right so far, and never scored.
  @Test func aNumberIsWanted() throws {
    let asked = try question("11", "second-gradient")
    for formula in ["delta_O*out_h1", "(out_O-target)*out_O*(1-out_O)*out_h1"] {
      let verdict = asked.judge(formula)
      #expect(verdict.shortfall == .number)
      #expect(!verdict.isScorable)
    }
    #expect(asked.judge("(target-out_O)*out_O*(1-out_O)*out_h1").mistakes == ["sign-flip"])
  }
}
