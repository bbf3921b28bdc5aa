import Diagnostics
import Expressions
import Lessons
import Testing

/// Tables, formulas, pictures and boxes in a lesson's text; stars that are products stay what they are.
@Suite struct RichTextTests {
  private func blocks(_ text: String) throws -> [Prose.Block] {
    let source = SourceText(
      name: "a.en.md", "---\nbptutor: 1\nid: a\ntitle: a\nlang: en\n---\n" + text + "\n")
    let catalogue = LessonCatalogue([LessonFile(source)], context: LessonContext())
    let lesson = try #require(catalogue.entry("a")?.lesson(in: .en), "\(catalogue.report.text(language: .en))")
    return lesson.elements.compactMap { if case .prose(let block) = $0.content { block } else { nil } }
  }

  private func line(_ text: String) throws -> String {
    guard case .paragraph(let inlines)? = try blocks(text).first else { return "" }
    return inlines.map(\.plain).joined()
  }

  private func board(_ text: String) throws -> [String] {
    guard case .math(let formula, _)? = try blocks("$$" + text + "$$").first else { return [] }
    return formula.block(.unicode) { $0 }.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(arguments: [
    ("a*b*c", "a*b*c"), ("out_O*(1-out_O)*out_h1", "out_O*(1-out_O)*out_h1"), ("(a)*b*(c)", "(a)*b*(c)"),
    ("delta_O*w5*out_h1*i1", "delta_O*w5*out_h1*i1"), ("one *two* three", "one two three"), ("(*two*)", "(two)"),
  ])
  func starsOfProducts(_ text: String, _ expected: String) throws {
    #expect(try line(text) == expected)
  }

  @Test(arguments: [
    (#"$w_5$"#, "w₅"), (#"$w_{1}^{*}x$"#, "w₁^*x"), (#"$net_{h1}$"#, "net_h1"), (#"$\delta^{(l+1)}$"#, "δ⁽ˡ⁺¹⁾"),
    (#"$\frac{\partial E}{\partial w_5}$"#, "∂E/∂w₅"),
    (#"$\frac{a+b}{2}$"#, "(a + b)/2"), (#"$f'(z)$"#, "f′(z)"), (#"$\hat{y} - y$"#, "y\u{302} − y"),
    (#"$-x = -1$"#, "−x = −1"), (#"$\ln(x) + 2\tanh z$"#, "ln(x) + 2 tanh z"), (#"$a \odot b$"#, "a ⊙ b"),
    (#"$\text{if } x$"#, "if x"), (#"$\sqrt{a + b}$"#, "√(a + b)"), (#"it costs $5 and $6"#, "it costs $5 and $6"),
    (#"\$x\$"#, "$x$"), ("`$x$`", "$x$"), (#"$5 or $x_1$"#, "$5 or x₁"),
  ])
  func onOneLine(_ text: String, _ expected: String) throws {
    #expect(try line(text) == expected)
  }

  @Test func onABoard() throws {
    #expect(try board(#"\frac{\partial L}{\partial w} = \frac12"#) == ["∂L   1", "── = ─", "∂w   2"])
    #expect(try board(#"\sum_k w_{jk}"#) == ["Σ w", " k jk"])
    #expect(
      try board(#"f = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{else} \end{cases}"#)
        == ["f = ⎧x  if x > 0", "    ⎩0  else"])
    #expect(
      try board(#"\begin{aligned} a &= 1 \\ ab &= \frac{1}{2} \end{aligned}"#) == [
        " a = 1", "", "     1", "ab = ─", "     2",
      ])
    #expect(
      try board(#"\begin{pmatrix} 1 & 22 \\ 3 & 4 \end{pmatrix}"#) == ["⎛1  22⎞", "⎝3  4 ⎠"])
  }

  /// A formula of several lines is one, and what follows it keeps its place in the file.
  @Test func onSeveralLines() throws {
    let blocks = try blocks("$$\n\\delta = a - y\n\\qquad\nc = d\n$$\n\n```show step=dE/dw5\n```\n\nEnd.")
    guard case .math(let formula, _)? = blocks.first else {
      Issue.record("\(blocks)")
      return
    }
    #expect(formula.line.contains("δ = a − y") && formula.line.contains("c = d"))
    #expect(blocks.count == 2)
  }

  @Test func tables() throws {
    let text = "| Step | $z_1$ |\n|:--|--:|\n| one | `a` |\n| two | *b* |"
    guard case .table(let heading, let rows)? = try blocks(text).first else { throw Unexpected() }
    #expect(heading.map { $0.map(\.plain).joined() } == ["Step", "z₁"])
    #expect(rows.map { $0.map { $0.map(\.plain).joined() } } == [["one", "a"], ["two", "b"]])
    let layout = TableLayout([["a", "b"], ["one two three", "四五六"]], columns: 14)
    #expect(layout.widths.reduce(0, +) + TableLayout.gap <= 14)
    #expect(layout.rows[1][1].joined() == "四五六")
    #expect(layout.height == 2 + (layout.rows[1].map(\.count).max() ?? 0))
  }

  @Test func boxesAndPictures() throws {
    guard case .admonition(.note, let body)? = try blocks("> [!NOTE]\n> Three factors.").first else {
      throw Unexpected()
    }
    #expect(body == [.paragraph([.text("Three factors.")])])
    #expect(try line("See ![the curve](a.png).") == "See [the curve].")
    guard case .paragraph(let parts)? = try blocks("[here](https://example.org)").first else { throw Unexpected() }
    #expect(parts == [.link([.text("here")], "https://example.org")])
  }

  @Test func formulasInCodeAndCommentsAreLeftAlone() throws {
    let all = try blocks("<!-- note: $x$ costs $5 -->\n\n```text\n$x$\n```\n\n    $y$\n\nand $z$")
    #expect(all.contains(.code("$x$\n")))
    #expect(all.contains(.code("$y$\n")))
    guard case .paragraph(let parts)? = all.last else { throw Unexpected() }
    #expect(parts.map(\.plain).joined() == "and z")
  }

  private struct Unexpected: Error {}
}
