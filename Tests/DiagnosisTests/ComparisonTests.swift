import Diagnosis
import Diagnostics
import Expressions
import Networks
import Skills
import Testing

/// A learner's derivation beside the right one, and what large networks are spared.
@Suite struct ComparisonTests {
  @Test func theFirstDifferingLineIsMarked() throws {
    let checker = Checker(Examples.default)
    let asked = try checker.quantity(named: "dE/dw1")
    let value = try #require(checker.value(of: "dE/dnet_O*w5*i1"))
    let answer = "\(value)"
    let verdict = checker.check(asked, answer: answer)
    #expect(verdict.mistakes == ["drop-hidden-slope"])
    #expect(verdict.focus == .neuron(0))
    let working = try #require(checker.working(behind: verdict, of: answer, to: asked))
    let comparison = Comparison(working, at: checker.pass)
    let names = comparison.lines.map { line in
      if case .now(let quantity) = line.item { checker.network.architecture.name(of: quantity) } else { "?" }
    }
    #expect(
      names == [
        "dE/dout_O", "dout_O/dnet_O", "dE/dnet_O", "dnet_O/dout_h1", "dE/dout_h1", "dout_h1/dnet_h1", "dE/dnet_h1",
        "dnet_h1/dw1", "dE/dw1",
      ])
    let marked = comparison.lines[try #require(comparison.firstDifference)]
    #expect(marked.right?.text(.ascii) == "dE/dout_h1 * dout_h1/dnet_h1")
    #expect(marked.own?.text(.ascii) == "dE/dout_h1")
    let last = try #require(comparison.lines.last)
    #expect(last.rightValue == checker.pass.gradients[0])
    #expect((last.ownValue - value).magnitude < 1e-16)
    // The line that the mistake leaves out is the right derivation's alone.
    #expect(comparison.lines[5].own == nil)
  }

  /// Lines that only the learner has come before the line that uses them.
  @Test func theUpdatedWeightIsShownWhereItIsUsed() throws {
    let checker = Checker(Examples.default)
    let asked = try checker.quantity(named: "dE/dw1")
    let wrong = try #require(checker.wrongAnswers(to: asked).first { $0.id == "updated-weight" })
    let items = Comparison(wrong.working, at: checker.pass).lines.map(\.item)
    let update = try #require(items.firstIndex(of: .now(.updated(4))))
    let use = try #require(items.firstIndex(of: .now(.derivative(of: .net(2), by: .out(0)))))
    #expect(update < use)
  }

  @Test func noDerivationBehindATieOrARightAnswer() throws {
    let checker = Checker(Examples.default)
    let asked = try checker.quantity(named: "w1+")
    for answer in ["0.20080833662781647", "0.199191663372"] {
      #expect(checker.working(behind: checker.check(asked, answer: answer), of: answer, to: asked) == nil)
    }
  }

  /// Beyond a few thousand edges the way back stops and what lies above is given; a sign flipped there is still named.
  @Test func wideAndDeepNetworks() throws {
    let wide = Examples.network("wide", 60, [("h", 64, .sigmoid, .shared), ("o", 60, .tanh, .each)])
    let deep = Examples.network(
      "deep", 2, (0..<26).map { (String(UnicodeScalar(UInt8(97 + $0))), $0 < 25 ? 12 : 1, .tanh, .each) })
    for network in [wide, deep] {
      let checker = Checker(network)
      for name in ["dE/dw1", "E"] {
        let asked = try checker.quantity(named: name)
        let value = checker.pass.value(of: asked)
        #expect(checker.check(asked, answer: "\(value)").kind == .right)
        // Few digits, so that no pairs of mistakes are tried.
        let wrong = DecimalText.significant(value * 1.0371, digits: 4)
        #expect(checker.check(asked, answer: wrong).kind != .right)
      }
      let flipped = -checker.pass.gradients[0]
      #expect(checker.check("dE/dw1", answer: "\(flipped)").mistakes.contains("sign-flip"))
    }
  }

  /// Every question exists in both languages, for every mistake that applies anywhere, and none gives the value away.
  @Test func questionsAreAskedInBothLanguages() {
    var asked: Set<MistakeID> = []
    for network in Examples.all {
      let checker = Checker(network)
      for quantity in Examples.quantities(of: network.architecture) {
        for answer in checker.wrongAnswers(to: quantity) where answer.value.isFinite {
          let verdict = checker.check(quantity, answer: DecimalText.significant(answer.value, digits: 12))
          guard verdict.kind == .mistake, verdict.mistakes.count == 1 else { continue }
          asked.insert(answer.id)
          #expect(!verdict.feedback.en.isEmpty && verdict.feedback.en.isASCIIBesidesSigns)
          #expect(verdict.feedback.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
        }
      }
    }
    let missing = Set(Catalogue.mistakes.map(\.id)).subtracting(asked)
    // What is never alone in a number, what takes more than one network, and what these networks do not have.
    let elsewhere: Set<MistakeID> = ["softmax-slope", "softmax-diagonal", "decay-lost", "momentum-lost"]
    let never: Set<MistakeID> = ["ascent", "always-decrease", "batch", "check-step", "stale-value"]
    #expect(missing.isSubset(of: never.union(elsewhere)), "\(missing)")
  }
}

extension String {
  /// No Chinese, that is.
  fileprivate var isASCIIBesidesSigns: Bool { !unicodeScalars.contains { (0x3000...0xFFEF).contains($0.value) } }
}
