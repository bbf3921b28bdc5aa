import Diagnosis
import Expressions
import Diagnostics
import Glibc
import Networks
import Skills
import Testing

/// In which order explanations are tried, and how exactly numbers must agree.
@Suite struct MatchingTests {
  private let checker = Checker(Examples.default)

  @Test(arguments: [
    // ∂E/∂w5 = −0.03493259287751622: within 0.1 %, or every digit of three at least.
    ("dE/dw5", "-0.0349", "right"), ("dE/dw5", "-0.03493", "right"), ("dE/dw5", "-0.034966", "right"),
    ("dE/dw5", "-0.0348977", "right"), ("dE/dw5", "-0.03497", "mistake"), ("dE/dw5", "-0.0350", "unknown"),
    ("dE/dw5", "-0.035", "unknown"), ("dE/dw5", "-0.03", "unknown"), ("dE/dw5", "-0.0349326", "right"),
    ("dE/dw5", "-3.49e-2", "right"), ("dE/dw5", "-3.49×10^-2", "right"), ("dE/dw5", "−0.0349", "right"),
    ("dE/dw5", "－０．０３４９", "right"), ("dE/dw5", "–.0349", "right"), ("dE/dw5", "-349/10000", "right"),
    ("net_h1", "-0.96", "right"), ("net_h1", "-0.960", "right"), ("net_h1", "-24/25", "right"),
    ("net_h1", "-1", "unknown"),
    ("net_h1", "0.4*0.2 - 0.7*0.2 - 0.9", "right"), ("dnet_O/db2", "1", "right"), ("dnet_h1/dw1", "0.4", "right"),
    ("dnet_h1/dw1", "2/5", "right"), ("out_O", "0.323", "right"), ("out_O", "0.3235", "right"),
    ("out_O", "0.324", "unknown"),
    ("dE/dw5", "0", "unknown"), ("E", "1/6", "unknown"), ("w5", "-0.1", "right"), ("eta", "4/5", "right"),
  ])
  func numbers(_ quantity: String, _ answer: String, _ kind: String) {
    #expect(checker.check(quantity, answer: answer).kind.rawValue == kind)
  }

  @Test(arguments: [
    ("dE/dw5", "dE/dout_O*dout_O/dnet_O*dnet_O/dw5"), ("dE/dw5", "(out_O-target)out_O(1-out_O)out_h1"),
    ("dE/dw5", "-(target - f(net_O))·f'(net_O)·σ(net_h1)"), ("dE/dw5", "δ_O·out_h1"), ("dE/dw5", "delta_O out_h1"),
    (
      "dE/dw5",
      #"-\left(\mathrm{target}-\mathrm{out}_O\right)\cdot \mathrm{out}_O(1-\mathrm{out}_O)\cdot\mathrm{out}_{h1}"#
    ),
    ("dE/dw5", #"\frac{\partial E}{\partial \mathrm{net}_O}\cdot\mathrm{out}_{h1}"#),
    ("dE/dw5", #"\delta_{O}\,\mathrm{out}_{h1}"#), ("dE/dw5", "δO*out_h1"), ("dE/dw1", "δh1·i1"),
    ("∂E/∂w₅", "∂E/∂net_O·∂net_O/∂w₅"), (#"\frac{\partial E}{\partial w_5}"#, "out_h1*dE/db2"),
    ("dE/dw1", "dE/dw5*w5*(1 - out_h1)*i1"), ("w5+", "w5 - η·∂E/∂w5"),
    ("w5⁺", "w5 + η(target - out_O)out_O(1-out_O)out_h1"),
    ("out_O", "1/(1 + e^(-net_O))"), ("out_O", "sigmoid(w5 sigmoid(net_h1) + w6 sigmoid(net_h2) + b2)"),
    ("E", "½(target − out_O)²"), ("E", "(out_O^2 - 2*out_O*target + target^2)/2"),
    ("dnet_O/dw5", "d(out_h1*w5 + b2)/dw5"),
    ("dE/db1", "dE/dnet_h1 + dE/dnet_h2"), ("dE/dw5", "-(0.9 - out_O)*out_O*(1 - out_O)*out_h1"),
    ("dE/dw5", "-(0.9 - 0.3235)*0.3235*(1 - 0.3235)*0.2769"), ("dE/dw1", "dE/dnet_O*(-0.1)*out_h1*(1-out_h1)*0.4"),
  ])
  func equivalentFormulas(_ quantity: String, _ answer: String) {
    #expect(checker.check(quantity, answer: answer).kind == .right)
  }

  @Test(arguments: [
    ("dE/dw5", "dE/dw5", "unknown"), ("dE/dw5", "dE/dw5 + 0", "unknown"), ("out_O", "1.001*f(net_O)", "unknown"),
    ("out_O", "f(net_O) + 0.0000001", "unknown"), ("dE/dw5", "-(0.9001 - out_O)*out_O*(1 - out_O)*out_h1", "unknown"),
    ("dE/dw5", "-(0.9 + 0.3235)*0.3235*(1 - 0.3235)*0.2769", "unknown"), ("dnet_O/dout_h1", "w6", "mistake"),
  ])
  func formulasThatAreNotRight(_ quantity: String, _ answer: String, _ kind: String) {
    #expect(checker.check(quantity, answer: answer).kind.rawValue == kind)
  }

  /// A formula with this network's numbers in it is as good as its value, wrong ones included.
  @Test func substitutedFormulas() {
    let verdict = checker.check("dE/dw5", answer: "(0.9 - 0.32348730529)*out_O*(1 - out_O)*out_h1")
    #expect(verdict.mistakes == ["sign-flip"])
  }

  // MARK: Order

  @Test func aSingleMistakeComesBeforeTwo() {
    #expect(checker.check("dE/dw5", answer: "0.0698651857550").mistakes == ["sign-flip+half"])
    #expect(
      checker.check("dE/dw5", answer: "2*(target - out_O)*out_O*(1 - out_O)*out_h1").mistakes == ["sign-flip+half"])
    #expect(
      checker.check("dE/dw5", answer: "(target - out_O)*out_h1").mistakes == ["sign-flip+drop-output-slope"])
    #expect(checker.check("dE/dw5", answer: "-0.0698651857550").mistakes == ["half"])
  }

  /// Few digits fit too many pairs; of those with a ½ or a sign three are worth asking for more.
  @Test func twoMistakesNeedDigits() {
    #expect(checker.check("dE/dw5", answer: "0.0699").kind == .unknown)
    #expect(checker.check("dE/dw5", answer: "0.0699").feedback.en.contains("six significant digits"))
    #expect(checker.check("dE/dw5", answer: "0.069865").mistakes == ["sign-flip+half"])
  }

  @Test func fewDigitsAskForMore() {
    // sign-flip is 0.0349326; 0.0349 is within 0.1 % of it, 0.035 only agrees in its digits.
    #expect(checker.check("dE/dw5", answer: "0.0349").mistakes == ["sign-flip"])
    let verdict = checker.check("dE/dw5", answer: "0.035")
    #expect(verdict.kind == .unknown)
    #expect(verdict.feedback.en.contains("digits"))
    #expect(verdict.feedback.zh.contains("有效数字"))
  }

  /// Whoever has the factor in the formula is not asked what it is.
  @Test func aFactorThatWasUsedIsNotAskedFor() {
    for (quantity, answer, name) in [
      ("dE/dw1", "dE/dnet_h1 + w2", "∂E/∂net_h1"), ("dE/dw5", "dE/dnet_O + dnet_O/dw5", "∂E/∂net_O"),
    ] {
      let verdict = checker.check(quantity, answer: answer)
      #expect(verdict.kind == .unknown, "\(answer)")
      #expect(verdict.feedback.en == "No known slip gives this formula. \(name) does belong in it: but how?")
      #expect(verdict.feedback.zh == "没有已知的错误会得到这个式子。式子里确实有 \(name)，但它应该怎样出现？")
    }
    // What is given is not asked for: forward values are in view.
    for (quantity, answer, step) in [
      ("E", "net_O", "Work out target − out_O first: what is it?"),
      ("E", "target*out_O", "Work out target − out_O first: what is it?"),
      ("dE/dout_O", "12345", "Write E out. Where is out_O in it?"),
    ] {
      #expect(checker.check(quantity, answer: answer).feedback.en.hasSuffix(step), "\(quantity)")
    }
    // Nor is what the learner has found.
    let delta = checker.pass.value(of: .gradient(.net(0)))
    let found = checker.check("dE/dw1", answer: "12345", earlier: [.gradient(.net(0)): delta])
    #expect(!found.feedback.en.contains("what is ∂E/∂net_h1") && !found.asked.contains(.symbol("dE/dnet_h1")))
  }

  /// A neuron is no factor; and δ1 was not meant for a bias.
  @Test func feedbackCallsThingsByTheirNames() {
    let forward = checker.check("net_O", answer: "0.3").feedback
    #expect(forward.en == "No known slip gives this number. Work out each product by itself: what is out_h1·w5?")
    #expect(forward.zh == "没有已知的错误会得到这个数。先分别算出每个乘积：out_h1·w5 是多少？")
    let gradient = checker.check("dE/dw1", answer: "12345")
    #expect(gradient.feedback.en == "No known slip gives this number. Go back one factor: what is ∂E/∂net_h1?")
    let architecture = checker.network.architecture
    #expect(gradient.asked == [architecture.expression(of: .gradient(.net(0)))])
    #expect(checker.check("net_O", answer: "0.3").asked.count == 2)
    for name in ["δ1", "δ_1", "δ₁"] {
      #expect(checker.check("dE/dw1", answer: name).fault?.help?.en == "did you mean 'δ_h1'?", "\(name)")
    }
  }

  // MARK: What no number can tell

  @Test func ascentAndSignFlipAreAskedAbout() throws {
    let checker = Checker(Examples.default)
    // g > 0: always-decrease is right, and ascent is a flipped sign.
    let w1 = try #require(checker.value(of: "w1 + eta*dE/dw1"))
    let verdict = checker.check("w1+", answer: "\(w1)")
    #expect(verdict.mistakes == ["sign-flip", "ascent"])
    #expect(verdict.feedback.en == "Go back one factor: what do you have for ∂E/∂out_O?")
    #expect(verdict.feedback.zh == "退回一个因子：你的 ∂E/∂out_O 是多少？")
    // The formula tells them apart.
    #expect(checker.check("w1+", answer: "w1 + eta*dE/dw1").mistakes == ["ascent"])
    // g < 0: w − η|g| is the same number too.
    let w5 = try #require(checker.value(of: "w5 + eta*dE/dw5"))
    #expect(checker.check("w5+", answer: "\(w5)").mistakes == ["sign-flip", "ascent", "always-decrease"])
    #expect(checker.check("w1+", answer: "0.199191663372").kind == .right)
  }

  @Test func theSameFormulaIsAskedAbout() throws {
    let half = try #require(checker.value(of: "(dE/dnet_h1 + dE/dnet_h2)/2"))
    #expect(checker.check("dE/db1", answer: "\(half)").mistakes == ["half", "bias-mean"])
    // With the paths written down, only the mean is left.
    #expect(checker.check("dE/db1", answer: "(dE/dnet_h1 + dE/dnet_h2)/2").mistakes == ["bias-mean"])
    let negative = try #require(checker.value(of: "-dE/dnet_h1 - dE/dnet_h2"))
    #expect(checker.check("dE/db1", answer: "\(negative)").mistakes == ["sign-flip", "threshold-sign"])
    #expect(checker.check("dE/db1", answer: "-dE/dnet_h1 - dE/dnet_h2").mistakes == ["threshold-sign"])
  }

  /// 0.355071645, rounded derivation and all, is 0.35507165 to eight digits: both slips that lead there are asked about.
  @Test func halfwayBothNeighborsAreRight() throws {
    let network = try #require(Examples.all.first { $0.name == "2-2-2-1" }).randomized(seed: 80)
    for answer in ["0.35507164", "0.35507165"] {
      #expect(Checker(network).check("E+", answer: answer).mistakes.contains("early-rounding"), "\(answer)")
    }
    #expect(checker.check("E", answer: "0.16618344357855484").kind == .right)
    #expect(checker.check("E", answer: "0.16618").kind == .right)
    #expect(checker.check("out_O", answer: "0.3234").kind == .right)
    #expect(checker.check("out_O", answer: "0.3229").kind != .right)
  }

  // MARK: Follow-through

  @Test func earlierValuesAreFollowed() throws {
    let slope = Quantity.gradient(.out(2))
    let own = 0.5765126947
    let wrong = [slope: own]
    #expect(checker.check("dE/dw5", answer: "0.0349325928775", earlier: wrong).kind == .followThrough)
    #expect(checker.check("dE/dw5", answer: "-0.0349325928775", earlier: wrong).kind == .right)
    #expect(checker.check("w5+", answer: "-0.127946074", earlier: wrong).kind == .followThrough)
    #expect(checker.check("dE/dw5", answer: "0.0123", earlier: wrong).kind == .unknown)
    let verdict = checker.check("dE/dw6", answer: "0.0220899205406", earlier: wrong)
    #expect(verdict.feedback.en.contains("∂E/∂out_O"))
    // An earlier value that is right explains nothing.
    #expect(checker.check("dE/dw5", answer: "0.0349325928775", earlier: [slope: -own]).mistakes == ["sign-flip"])
  }

  @Test func earlierForwardValuesAreFollowed() {
    let earlier: [Quantity: Double] = [.net(0): 0.84]
    #expect(checker.check("out_h1", answer: "0.698", earlier: earlier).kind == .followThrough)
    let outO = 1 / (1 + exp(0.1 * 0.69846521 + 1.2 * 0.17508627 + 0.5))
    #expect(checker.check("out_O", answer: "\(outO)", earlier: earlier).kind == .followThrough)
    #expect(checker.check("net_h2", answer: "-1.55", earlier: earlier).kind == .right)
  }
}
