import Diagnosis
import Diagnostics
import Expressions
import Networks
import Testing

/// Right answers as they are typed in a hurry, on a Chinese keyboard, or copied out of a text.
@Suite struct ReadingTests {
  /// ∂E/∂w5 = −0.0349326.
  @Test(arguments: [
    "－0。0349", "-0.0349.", "-0.0349。", "—0.0349", "——0.0349", "负0.0349", "= -0.0349", "＝－0.0349", "dE/dw5 = -0.0349",
    "∂E/∂w₅ = −0.0349", "约-0.0349", "约为 -0.0349", "≈-0.0349", "≈ −0.0349 。", "about -0.0349", #"\(-0.0349\)"#,
    #"\[-0.0349\]"#, "-0.12617 x 0.27688", "-0.12617*0.27688 = -0.0349", "dE/dw5=-0.12617*0.27688=-0.0349",
    #"\approx -0.0349"#, "答案是-0.0349", "-0.0349！", "-3.49e-2.", "－３．４９×１０^－２",
  ])
  func numbers(_ text: String) {
    let verdict = Checker(Examples.default).check("dE/dw5", answer: text)
    #expect(verdict.kind == .right, "\(verdict.feedback.en)")
  }

  @Test(arguments: [
    ("w6+", "w6⁺ = w6 - 0.8*dE/dw6"), ("E", "½·(target - out_O)²"), ("E", "E = ½·(target-output)^2"),
    ("net_O", "w_5out_{h_1}+w_6out_{h_2}+b_2"), ("net_O", "w5out_h1 + w6out_h2 + b2"), ("net_h1", "i1w1+i2w2+b1"),
    ("dE/dout_O", #"\hat{y} - target"#), ("dE/dout_O", "ŷ-target"), ("dE/dout_O", "output - target"),
    ("dE/dw5", #"\delta_O\odot out_{h_1}"#), ("dout_O/dnet_O", #"\sigma^{\prime}(net_O)"#), ("out_O", "Sigmoid(net_O)"),
    ("dout_O/dnet_O", "f^{\\prime}(net_O)"), ("out_O", "logistic(net_{O})"), ("dE/dw5", "δ_O ⊙ out_h1"),
    ("dE/dw1", #"-(target-out_O)out_O(1-out_O)w_5out_{h_1}(1-out_{h_1})i_1"#),
    ("dE/dw5", "-(target - output_O)*output_O*(1 - output_O)*output_h1"),
  ])
  func formulas(_ quantity: String, _ text: String) {
    let verdict = Checker(Examples.default).check(quantity, answer: text)
    #expect(verdict.kind == .right, "\(verdict.feedback.en)")
  }

  @Test func functionsAsFrameworksSpellThem() {
    #expect(Checker(Examples.relu).check("out_h1", answer: "ReLU(net_h1)").kind == .right)
    #expect(Checker(Examples.relu).check("out_h1", answer: "RELU(net_h1)").kind == .right)
  }

  /// What names another quantity on the left answers another question.
  @Test func anEquationAboutSomethingElseIsNotJudged() {
    let verdict = Checker(Examples.default).check("dE/dw5", answer: "dE/dw6 = -0.0349")
    #expect(verdict.kind == .unreadable)
    #expect(verdict.feedback.en.contains("this is about 'dE/dw6'"))
  }

  @Test(arguments: [
    ("增加", Direction.rises), ("减少", .falls), ("降低", .falls), ("升高", .rises), ("会升", .rises), ("升。", .rises),
    ("正数", .rises), ("↑", .rises), ("↓", .falls), ("会下降。", .falls), ("E 增大", .rises), ("损失减小了", .falls),
    ("It rises.", .rises), ("goes down", .falls), ("负数", .falls), ("no change", .stays), ("保持不变", .stays),
    ("－", .falls),
  ])
  func signs(_ text: String, _ direction: Direction) {
    #expect(Direction(written: text) == direction)
  }

  /// An x is a cross only between numbers.
  @Test func theLetterX() throws {
    #expect(try Expression.parse("0.5 x 0.3").text(.ascii) == "0.5*0.3")
    #expect(try Expression.parse("1/2x").text(.ascii) == "1/2*x")
    #expect(try Expression.parse("2 x", names: ["x"]).text(.ascii) == "2*x")
    #expect(throws: Diagnostic.self) { try Expression.parse("0.5 x out", names: ["out"]) }
  }
}
