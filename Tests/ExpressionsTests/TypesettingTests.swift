import Diagnostics
import Expressions
import Testing

@Suite struct TypesettingTests {
  @Test(arguments: [
    ("dE/dw5", #"\frac{\partial E}{\partial w_5}"#),
    ("out_O(1-out_O)", #"\mathrm{out}_O\left(1 - \mathrm{out}_O\right)"#),
    ("-(target - out_O)*out_h1", #"-\left(\mathrm{target} - \mathrm{out}_O\right) \cdot \mathrm{out}_{h1}"#),
    ("½(target − out_O)²", #"\frac{1}{2}\left(\mathrm{target} - \mathrm{out}_O\right)^{2}"#),
    ("w12+", "w_{12}^{+}"), ("(w5+)^2", "{w_5^{+}}^{2}"),
    ("w5 - eta*dE/dw5", #"w_5 - \eta \cdot \frac{\partial E}{\partial w_5}"#),
    ("f'(net_O)", #"f'\left(\mathrm{net}_O\right)"#), ("tanh(x)", #"\tanh\left(x\right)"#), ("√(x)", #"\sqrt{x}"#),
    ("|x|", #"\left|x\right|"#), ("relu'(x)", #"\operatorname{relu}'\left(x\right)"#),
    ("1.5e-7", #"1.5 \times 10^{-7}"#),
    ("权重", #"\text{权重}"#),
  ])
  func latex(_ text: String, expected: String) throws {
    #expect(try Expression.parse(text).latex() == expected)
  }

  @Test func latexReadsBack() throws {
    var generator = SeededGenerator(seed: 41)
    for round in 0..<2_000 {
      let expression = Expression.random(depth: 5, using: &generator)
      let text = expression.latex()
      let parsed = try Expression.parse(text)
      let point = RandomPoint(seed: UInt64(round))
      let (before, after) = (try expression.evaluated { point($0) }, try parsed.evaluated { point($0) })
      #expect(before.isClose(to: after), "\(text) became \(parsed.text(.ascii))")
    }
  }

  @Test func hostileNamesAreEscaped() {
    let name = Expression.symbol(#"a\input{x}_b%$"#)
    #expect(!name.latex().contains(#"\input"#))
    let script = Expression.symbol("<script>\u{202E}\u{1B}&\"")
    #expect(script.mathML().contains("<mi>&lt;script&gt;&amp;&quot;</mi>"))
  }

  @Test func mathML() throws {
    let math = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">"
    #expect(
      try Expression.parse("dE/dw5").mathML() == math
        + "<mfrac><mrow><mo>∂</mo><mi>E</mi></mrow><mrow><mo>∂</mo><msub><mi>w</mi><mn>5</mn></msub></mrow></mfrac></math>"
    )
    #expect(
      try Expression.parse("-f'(net_O)^2").mathML() == math
        + "<mrow><mo form=\"prefix\">−</mo><msup><mrow><msup><mi>f</mi><mo>′</mo></msup><mo>\u{2061}</mo>"
        + "<mo form=\"prefix\" stretchy=\"false\">(</mo><msub><mi>net</mi><mi>O</mi></msub>"
        + "<mo form=\"postfix\" stretchy=\"false\">)</mo></mrow><mn>2</mn></msup></mrow></math>")
  }

  /// Parentheses grow around what is tall, and only there.
  @Test func mathMLParentheses() throws {
    #expect(try Expression.parse("2*(a/b + 1)").mathML().contains("<mo form=\"prefix\">(</mo>"))
    #expect(try Expression.parse("2*(a + 1)^2").mathML().contains("<mo form=\"prefix\" stretchy=\"false\">(</mo>"))
  }

  /// Every element is closed in the order in which it was opened.
  @Test func mathMLIsWellFormed() {
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<500 {
      let markup = Expression.random(depth: 5, using: &generator).mathML(isBlock: true, numberDigits: 3)
      var open: [Substring] = []
      for tag in markup.split(separator: "<") {
        let name = tag.prefix { $0.isLetter || $0 == "/" }
        if name.first == "/" { #expect(open.popLast() == name.dropFirst()) } else { open.append(name) }
      }
      #expect(open.isEmpty)
    }
  }
}
