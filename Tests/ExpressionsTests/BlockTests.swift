import Diagnostics
import Expressions
import Testing

@Suite struct BlockTests {
  @Test func chainOnTheBoard() {
    let chain = Expression.product([
      PublishedFormsTests.partial("E", "out_O"), PublishedFormsTests.partial("out_O", "net_O"),
      PublishedFormsTests.partial("net_O", "w5"),
    ])
    let equation = TextBlock.row([
      PublishedFormsTests.partial("E", "w5").block(.unicode), TextBlock(" = "), chain.block(.unicode),
    ])
    #expect(
      equation.text == """
        ∂E      ∂E     ∂out_O   ∂net_O
        ─── = ────── · ────── · ──────
        ∂w5   ∂out_O   ∂net_O    ∂w5
        """)
    #expect(equation.baseline == 1)
  }

  @Test(arguments: [
    ("½(target − out_O)²", "½(target − out_O)²"),
    ("out_O(1-out_O)", "out_O(1 − out_O)"),
    ("-a/b", "  a\n− ─\n  b"),
    ("(a/b + 1)(c)", "⎛a    ⎞\n⎜─ + 1⎟ · c\n⎝b    ⎠"),
    ("(a/b)²", "⎛a⎞²\n⎜─⎟\n⎝b⎠"),
    ("f(a/b)", " ⎛a⎞\nf⎜─⎟\n ⎝b⎠"),
    ("a/(b/c)", " a\n───\n b\n ─\n c"),
    ("1/(1+e^(-x))", "    1\n─────────\n      −x\n 1 + e"),
    ("w5 - η*dE/dw5", "         ∂E\nw5 − η · ───\n         ∂w5"),
    ("权重/2", "权重\n────\n 2"),
  ])
  func unicode(_ text: String, picture: String) throws {
    let block = try Expression.parse(text).block(.unicode)
    #expect(block.text == picture)
    #expect(block.rows.allSatisfy { DisplayWidth.of($0) == block.width })
  }

  @Test(arguments: [
    ("½(target − out_O)²", "1                   2\n- * (target - out_O)\n2"),
    ("∂E/∂w5", "dE\n---\ndw5"), ("f(a/b)", " /a\\\nf|-|\n \\b/"),
  ])
  func ascii(_ text: String, picture: String) throws {
    let block = try Expression.parse(text).block(.ascii)
    #expect(block.rows.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
    #expect(block.text.contains("-"))
    #expect(block.text == picture)
  }

  @Test func everyBlockIsARectangle() throws {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<500 {
      let expression = Expression.random(depth: 6, using: &generator)
      for style in TextStyle.allCases {
        let block = expression.block(style, numberDigits: 4)
        #expect(block.rows.indices.contains(block.baseline))
        #expect(block.rows.allSatisfy { DisplayWidth.of($0) == block.width })
      }
    }
    #expect(TextBlock(rows: [], baseline: 7) == TextBlock(""))
    #expect(TextBlock.row([]) == TextBlock(""))
  }
}
