import Derivations
import Diagnosis
import Diagnostics
import Networks
import Skills
import Testing

/// Whole derivations as students write them, on the lesson's network: every line has the mark that a teacher would give.
@Suite struct SheetTests {
  private func mark(_ text: String, _ network: Network = BundledNetworks.default) -> MarkedSheet {
    SheetMarker.mark(text, with: Checker(network))
  }

  private func marks(_ text: String) -> [MarkedSheet.Mark] { mark(text).lines.map(\.mark) }

  @Test func everyLinkOfAChainIsJudged() {
    let sheet = mark("net_h1 = i1·w1 + i2·w2 + b1 = 0.4·0.2 + 0.7·(−0.2) − 0.9 = −0.96")
    #expect(sheet.lines.count == 1)
    #expect(sheet.lines[0].quantity == .net(0))
    #expect(sheet.lines[0].links.map(\.mark) == [.right, .right, .right])
    #expect(sheet.points == (1, 1))
  }

  @Test func aSlipIsNamedAtItsLinkAndWhatFollowsCounts() {
    let sheet = mark(
      """
      ∂E/∂out_O = target − out_O = 0.5765
      ∂out_O/∂net_O = out_O(1 − out_O) = 0.2188
      ∂E/∂w5 = 0.5765 · 0.2188 · 0.2769 = 0.0349
      w5⁺ = w5 − η·∂E/∂w5 = −0.1 − 0.8·0.0349 = −0.1279
      """)
    #expect(sheet.lines.map(\.mark) == [.slip, .right, .followThrough, .followThrough])
    #expect(sheet.lines[0].links.map(\.mark) == [.slip, .followThrough])
    #expect(sheet.lines[0].links[0].mistakes == ["sign-flip"])
    #expect(sheet.lines[3].links.map(\.mark) == [.right, .followThrough, .followThrough])
    #expect(sheet.points.possible == 4)
    #expect(sheet.points.earned == 3.5)
  }

  /// A slip of calculation is no mistake about backpropagation.
  @Test func arithmeticIsNoMistakeOfTheCatalogue() {
    let sheet = mark(
      """
      net_h2 = 0.4*(-0.4) + 0.7*(-0.7) - 0.9 = -1.65
      out_h2 = 1/(1 + e^1.65) = 0.161
      out_O(1 - out_O) = 0.3188
      """)
    #expect(sheet.lines[0].links.map(\.mark) == [.right, .slip])
    #expect(sheet.lines[0].links[1].mistakes == [MarkedSheet.arithmetic])
    #expect(sheet.lines[1].links.map(\.mark) == [.followThrough, .followThrough])
    #expect(sheet.lines[2].links.map(\.mark) == [.right, .slip])
  }

  /// Two digits are a rounded value, of what follows from a slip too.
  @Test func roundedValuesFollow() {
    let sheet = mark("net_h1 = 0.4*0.2 + 0.7*0.2 - 0.9 = -0.68\nout_h1 = 0.34\nnet_h2 = -1.6\nout_h1 = 0.35")
    #expect(sheet.lines.map(\.mark) == [.slip, .followThrough, .right, .slip])
  }

  @Test func linesMayStandInAnyOrder() {
    #expect(
      marks(
        """
        dE/dw5 = dE/dnet_O * out_h1 = 0.0349
        dE/dnet_O = 0.1262
        """) == [.followThrough, .slip])
  }

  @Test func roundedValuesAreRight() {
    // −0.577·0.219·0.277 is 0.2 % off.
    #expect(
      marks(
        """
        dE/dout_O = -0.577
        dout_O/dnet_O = 0.219
        out_h1 = 0.277
        dE/dw5 = -0.577*0.219*0.277 = -0.0350
        """) == [.right, .right, .right, .right])
  }

  @Test func theSlipOfAnotherLineIsNotTakenForOne() {
    let sheet = mark("dE/dout_O = 0.5765\ndE/dw1 = 0.577*0.219*(-0.1)*out_h1(1-out_h1)*0.4")
    #expect(sheet.lines.map(\.mark) == [.slip, .followThrough])
    // Yet one more slip beside it is.
    let other = mark("dE/dout_O = 0.5765\ndE/dw5 = 0.5765*0.2188*0.1751 = 0.0221")
    #expect(other.lines.map(\.mark) == [.slip, .slip])
    #expect(other.lines[1].links[0].mistakes == ["sibling-input"])
    #expect(other.lines[1].links[1].mark == .followThrough)
  }

  /// A wrong formula is wrong, however near its value comes to the line before.
  @Test func aFormulaInheritsNothingFromANumber() {
    var network = BundledNetworks.default
    network.parameters[4] = 0.3
    network.parameters[5] = 0.3
    let sheet = mark("dE/dw1 = dE/dnet_O*w5*out_h1*(1 - out_h1)*i1 = dE/dnet_O*w6*out_h1*(1 - out_h1)*i1", network)
    #expect(sheet.lines[0].links.map(\.mark) == [.right, .slip])
  }

  @Test func latex() {
    let sheet = mark(
      #"""
      \documentclass[margin=1in]{article}
      \begin{document}
      % w1 = 3 is a comment
      \section*{Backpropagation to $w_5$}
      \begin{align}
      \mathrm{net}_{h1} &= i_1 w_1 + i_2 w_2 + b_1 = 0.4\cdot 0.2 + 0.7\cdot(-0.2) - 0.9 = -0.96 \label{eq:a}\\
      \mathrm{out}_{h_1} &= \frac{1}{1+e^{-\mathrm{net}_{h1}}} \approx 0.27688 \tag{2} \\[4pt]
      \frac{\partial E}{\partial w_5} &= \frac{\partial E}{\partial \mathrm{out}_O}
         \cdot\frac{\partial \mathrm{out}_O}{\partial \mathrm{net}_O}\cdot\frac{\partial \mathrm{net}_O}{\partial w_5} \\
       &= (\mathrm{out}_O - \mathrm{target})\,\mathrm{out}_O(1-\mathrm{out}_O)\,\mathrm{out}_{h2} \\
       &= -0.02209
      \end{align}
      so that $w_5^{\text{new}} = w_5 - \eta \frac{\partial E}{\partial w_5} = \boxed{-0.08233}$.
      \end{document}
      """#)
    #expect(sheet.lines.map(\.mark) == [.right, .right, .slip, .followThrough])
    #expect(sheet.lines[2].links.map(\.mark) == [.right, .slip, .followThrough])
    #expect(sheet.lines[2].links[1].mistakes == ["sibling-input"])
    #expect(sheet.lines[3].quantity == .updated(4))
  }

  @Test func markdownAndChinese() {
    let sheet = mark(
      """
      # 作业
      1. 净输入 net_h1＝0.4×0.2＋0.7×(−0.2)−0.9＝−0.96，输出 out_h1＝f(net_h1)＝0.2769。
      2. 误差项：δ_O = (out_O − target)·out_O·(1−out_O) = −0.1262
      - **∂E/∂w5 = δ_O·out_h1 = −0.0349**
      - ∂E/∂b1 = δ_O·w5·out_h1(1−out_h1) = 0.00253 (3)
      - 所以 b1⁺ = b1 − η·∂E/∂b1 = −0.9 − 0.8×0.00253 = −0.902
      `w1 = 0.2`, eta = 0.8 and w6 = 1.2
      """)
    #expect(
      sheet.lines.map(\.mark) == [
        .right, .right, .right, .right, .slip, .followThrough, .right, .right, .slip,
      ])
    #expect(sheet.lines[4].links[0].mistakes == ["bias-one-path"])
    #expect(sheet.wordLines == [1])
  }

  @Test func wordsBetweenAndSeveralStepsOnALine() {
    let sheet = mark("We get net_h1 = -0.96 and so out_h1 = 0.2769; therefore net_O = -0.7378, i.e. out_O = 0.3235.")
    #expect(sheet.lines.map(\.mark) == [.right, .right, .right, .right])
    #expect(sheet.lines.map(\.quantity) == [.net(0), .out(0), .net(2), .out(2)])
  }

  @Test func whatIsNotReadableSaysWhere() throws {
    let text = "net_h1 = -0.96\nnte_h1 = 3\nE = 0,166\n"
    let sheet = mark(text)
    #expect(sheet.lines.map(\.mark) == [.right, .unreadable, .unreadable])
    let fault = try #require(sheet.lines[1].links[0].fault)
    #expect(sheet.source.position(of: fault.range.lowerBound) == (2, 1))
    #expect(fault.help?.en == "did you mean 'net_h1'?")
    let comma = try #require(sheet.lines[2].links[0].fault)
    #expect(sheet.source.position(of: comma.range.lowerBound) == (3, 6))
    #expect(sheet.points == (1, 1))
    #expect(marks("= 5\n") == [.unreadable])
  }

  @Test func nothingThatAStudentMayHandInBreaksIt() {
    let hostile = [
      String(repeating: "(", count: 1 << 20), String(repeating: "= ", count: 50_000),
      String(repeating: "\\frac{", count: 20_000), String(repeating: "a=b\n", count: 30_000), "\u{1B}[31m = \u{0}",
      "\\", "\\\\", "$", "&=&=&", "**", "<!--", "w5 = = = 3", "\u{E001}\u{E000} = 4", "%", "`", "|=|=|",
      String(repeating: "∂E/∂w5 = ", count: 2_000) + "1",
    ]
    for text in hostile {
      let sheet = mark(text)
      #expect(sheet.points.earned == 0, "\(text.prefix(20))")
      #expect(sheet.report(.en, isASCII: true).isEmpty == false)
    }
  }

  @Test(arguments: [
    ("out_h1 = 0.28", MarkedSheet.Mark.right), ("out_h1 = 0.3", .unscored), ("∂E/∂net_O = δ_O", .unscored),
    ("0.2769 = out_h1", .right), ("w5 = w5 - 0.8*(-0.034933)", .right), ("w5 ← w5 − η ∂E/∂w5", .right),
    ("w5' = -0.07205", .right), ("w5 = 0.1", .slip), ("target − out_O = 0.5765", .right),
    ("2·3 = 7", .slip), ("net_h1 = 0.4·0.2 + … = −0.96", .right), ("dE/dw5=-0.0349", .right),
    ("E = 1/2 (0.9 - 0.3235)^2", .right), ("E = 0.5*(0.9-0.3235)**2", .right),
  ])
  func singleLines(_ text: String, _ mark: MarkedSheet.Mark) {
    #expect(marks(text) == [mark])
  }

  @Test func reportInBothLanguages() {
    let sheet = mark("Forward:\nnet_h1 = -0.96\n∂E/∂out_O = 0.5765\n")
    // In the words of the catalogue, whatever these are.
    let question = sheet.lines[1].links[0].feedback
    #expect(
      sheet.report(.en, isASCII: false) == """
           2 ✓ net_h1 = -0.96
           3 ✗ ∂E/∂out_O = 0.5765
               slip (sign-flip): \(question.en)
        Words only, passed over: line 1.
        1 of 2 points: 1 right, 1 with a slip.

        """)
    #expect(
      sheet.report(.zh, isASCII: false) == """
           2 ✓ net_h1 = -0.96
           3 ✗ ∂E/∂out_O = 0.5765
               错误 (sign-flip)：\(question.zh)
        只有文字、未判定的行：1。
        得分 1/2：正确 1 行，有错误 1 行。

        """)
  }
}
