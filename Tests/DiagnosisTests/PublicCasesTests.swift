import Diagnosis
import Diagnostics
import Networks
import Skills
import Testing

/// The public cases that once failed, each with its right value.
@Suite struct PublicCasesTests {
  // MARK: 01, numbers for names

  @Test(arguments: [("dE/dout_O", "out_O-1"), ("dE/dw2", "2*delta_O"), ("net_O", "w1*1+w2*2+b1")])
  func aNumberStandsForANameOrForItself(_ quantity: String, _ answer: String) {
    #expect(Checker(PublicNetworks.case01).check(quantity, answer: answer).kind == .right)
  }

  @Test(arguments: [("dE/dw2", "4*delta_h1"), ("dE/dw3", "5*delta_h1")])
  func anInputOfFourOrFive(_ quantity: String, _ answer: String) {
    #expect(Checker(PublicNetworks.book).check(quantity, answer: answer).kind == .right)
  }

  // MARK: 02, updates

  @Test(arguments: [("w1+", "0.09916"), ("w2+", "0.7978"), ("w3+", "0.3972"), ("w4+", "0.5928")])
  func printedWithTheNewWeights(_ quantity: String, _ answer: String) {
    #expect(Checker(PublicNetworks.rgu).check(quantity, answer: answer).mistakes == ["updated-weight"])
  }

  @Test func theOldWeightAndAscentAreNeverRight() {
    for (network, quantity, answer) in [
      (Examples.mazur, "w3+", "0.25"), (PublicNetworks.book, "w1+", "0.1"), (PublicNetworks.book, "w1+", "0.10002"),
      (PublicNetworks.book, "b1+", "0.50002"),
    ] {
      let verdict = Checker(network).check(quantity, answer: answer)
      #expect(verdict.kind == .unknown, "\(quantity) \(answer)")
      #expect(verdict.feedback.en.contains("significant digits"), "\(verdict.feedback.en)")
    }
    let checker = Checker(Examples.mazur)
    #expect(checker.check("w3+", answer: "0.25").shortfall == .digits(5))
    #expect(checker.check("w3+", answer: "0.25000").feedback.en == "That is w3 before the step. What is η·∂E/∂w3?")
    #expect(checker.check("w3+", answer: "0.24975").kind == .right)
  }

  // MARK: 03, rounding

  @Test func anUpdateFromRoundedValues() {
    #expect(Checker(PublicNetworks.case03).check("w6+", answer: "0.877816").mistakes == ["early-rounding"])
  }

  // MARK: 04, 12, reading

  @Test func deltasAreRead() throws {
    let checker = Checker(Examples.default)
    for name in ["δ_h1", "delta_h1", "δh1", #"\delta_{h1}"#] {
      #expect(checker.check(name, answer: "0.002526").kind == .right, "\(name)")
    }
    for name in ["δ_h1", "delta_h1", "δO"] {
      #expect(throws: Never.self) { try Examples.default.parse(name) }
    }
  }

  /// What other books call them.
  @Test(arguments: ["dL/dw5", "dJ/dw5", "dC/dw5", "dE_total/dw5", "dE/dW5", "w5_new", "h1"])
  func namesOfOtherBooksAreRead(_ name: String) {
    #expect(Checker(Examples.default).check(name, answer: "0.1").kind != .unreadable)
  }

  @Test(arguments: [("Δw5", "w5+"), ("x1", nil), ("nte_h1", "net_h1"), ("tagret", "target"), ("out_0", "out_O")])
  func suggestionsAreOfTheSameKind(_ name: String, _ suggestion: String?) {
    let verdict = Checker(Examples.default).check(name, answer: "0.1")
    #expect(verdict.kind == .unreadable)
    #expect(verdict.fault?.help?.en == suggestion.map { "did you mean '\($0)'?" })
  }

  @Test(arguments: ["(o1-t1)*o1*(1-o1)*h1", "(a_o1-target_o1)*a_o1*(1-a_o1)*out_h1"])
  func lettersOfOtherBooksInAFormula(_ answer: String) {
    #expect(Checker(Examples.mazur).check("dE/dw5", answer: answer).kind == .right)
  }

  // MARK: 13, mistakes made in public

  @Test(arguments: [
    ("delta_h1", "out_h1*(1-out_h1)*out_O*w5", "out-for-delta"), ("dE/dout_h1", "out_O*w5", "out-for-delta"),
    ("dE/dw1", "delta_O", "same-delta"), ("dE/dout_O", "2*out_O", "square-difference"),
  ])
  func mistakesOnTheDefaultNetwork(_ quantity: String, _ answer: String, _ mistake: MistakeID) {
    #expect(Checker(Examples.default).check(quantity, answer: answer).mistakes == [mistake])
  }

  @Test func mistakesOnOtherNetworks() {
    let cases: [(Network, String, String, MistakeID)] = [
      (PublicNetworks.identity, "dE/dw5", "(out_O-target)*out_O*(1-out_O)*out_h1", "foreign-slope"),
      (PublicNetworks.deep, "dE/dw1", "delta_o*w3*w2*f'(net_h1)*i1", "drop-hidden-slope"),
      (
        Examples.mazur, "dE/dout_h1", "(out_o1-target_o1)*w5/(w5+w6)+(out_o2-target_o2)*w7/(w7+w8)", "split-by-weight"
      ),
      (PublicNetworks.tanh, "dout_o/dw1", "1-out_o^2", "stops-early"),
    ]
    for (network, quantity, answer, mistake) in cases {
      #expect(Checker(network).check(quantity, answer: answer).mistakes == [mistake], "\(answer)")
    }
  }

  // MARK: 14, one digit

  @Test func aWrongDigitIsWrong() {
    // Without the loss's slope all that is left is 1.
    let slopeless = Checker(PublicNetworks.case14).check("dE/dw1", answer: "1")
    #expect(slopeless.kind == .mistake && slopeless.isScorable && slopeless.mistakes == ["drop-loss-slope"])
    let verdict = Checker(PublicNetworks.case14).check("dE/dw1", answer: "7")
    #expect(verdict.kind == .unknown)
    #expect(verdict.isScorable)
    #expect(verdict.feedback.en == "No known slip gives this number. Go back one factor: what is ∂E/∂net_O?")
    let unchanged = Checker(Examples.mazur).check("w4+", answer: "0.3")
    #expect(unchanged.kind == .unknown)
    #expect(!unchanged.feedback.en.contains("as far as it goes"))
  }
}
