import Diagnostics
import Testing

/// Lines lose nothing, keep their width, and leave formulas whole where they can.
@Suite struct TextFlowTests {
  private func lines(_ text: String, _ columns: Int) -> [String] { TextFlow.lines(of: text, columns: columns) }

  private static let words = [
    "the", "error", "net_O", "out(1 − out)", "a · b", "∂E/∂w5 = ∂E/∂out_O · ∂out_O/∂net_O · ∂net_O/∂w5", "(see above)",
    "误差", "输出值，", "斜率。", "（见上）", "“正确”", "½(target − out_O)²", "0.4·0.2+0.7·(−0.2)", "w5", "  ", "δ_h1", ";", "?",
    "i1 + i2 > 0", "\n", "averyveryverylongwordthatfitsnowhereatallinanarrowcolumn", "E < 0.15", "e\u{301}", "**", "- ",
  ]

  /// Whatever is written, at whatever width: no line is wider than the page, and but for blanks at breaks all is there.
  @Test(arguments: 0..<400) func nothingIsLost(_ seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    let text = (0..<(1 + next(30))).map { _ in Self.words[next(Self.words.count)] + (next(3) == 0 ? "" : " ") }.joined()
    let columns = 2 + next(90)
    let lines = lines(text, columns)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= columns })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " && $0 != "\n" })
    // A blank line is one of the text's own.
    #expect(lines.count { $0.isEmpty } <= text.count { $0 == "\n" } + 1)
    #expect(TextFlow.rows(of: text, columns: columns) == lines.count)
  }

  /// The same formula behind longer and longer words: it stays on one line where it fits on one.
  @Test(arguments: ["out(1 − out)", "a · b", "w5 = −0.1", "½(target − out_O)²", "E < 0.15", "i1·w1 + i2·w2"])
  func formulasStayWhole(_ formula: String) {
    for filler in 1...70 {
      for text in [
        String(repeating: "x", count: filler) + " so that " + formula + " is here, and more follows it to the end.",
        String(repeating: "误差变小，", count: filler / 5) + "所以 " + formula + " 成立，后面还有更多的文字一直写到行尾。",
      ] {
        let lines = lines(text, 76)
        #expect(lines.contains { $0.contains(formula) }, "\(lines)")
      }
    }
  }

  /// A long chain has to break: then behind an operator, and never inside of the parentheses.
  @Test func longFormulasBreakBehindOperators() {
    let chain = "∂E/∂w1 = (out_O − target) · out_O(1 − out_O) · w5 · out_h1(1 − out_h1) · i1"
    for columns in 42...70 {
      for line in lines(chain, columns).dropLast() {
        #expect(line.hasSuffix("=") || line.hasSuffix("·"), "\(columns): \(line)")
      }
    }
  }

  @Test func wordsInParenthesesBreakAsOthersDo() {
    let text = "One (and only one of the many) stays"
    #expect(lines(text, 20) == ["One (and only one of", "the many) stays"])
  }

  @Test func punctuationStaysWithItsWord() {
    #expect(lines("误差变小，所以对。", 8) == ["误差变", "小，所以", "对。"])
    #expect(lines("误差（见上）", 6) == ["误差", "（见", "上）"])
  }

  @Test func noCharacterIsLeftAlone() {
    let text = "第一个转一格，第二个就转一格；第二个每转一格，第三个就转两格。"
    for columns in 30...60 {
      let lines = lines(text, columns)
      #expect(lines.count == 1 || DisplayWidth.of(lines[lines.count - 1]) > 4, "\(columns): \(lines)")
      #expect(lines.count <= (DisplayWidth.of(text) + columns - 4) / (columns - 3))
    }
  }

  @Test func blanksAtTheBeginningAreKept() {
    #expect(lines("  1  w5", 20) == ["  1  w5"])
    #expect(lines("a\n\nb", 20) == ["a", "", "b"])
    #expect(lines("", 20) == [""])
  }
}
