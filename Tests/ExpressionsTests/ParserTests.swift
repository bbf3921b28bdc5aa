import Diagnostics
import Expressions
import Testing

@Suite struct ParserTests {
  /// Different ways of writing, and the ASCII form of what is read.
  @Test(arguments: [
    ("1 + 2*x - y/3", "1 + 2*x - y/3"), (".5", "0.5"), ("1e-3", "0.001"), ("1E+2", "100"), ("５．５", "5.5"), ("5.", "5"),
    ("（a＋b）×c", "(a + b)*c"), ("−0.9", "-0.9"), ("--x", "-(-x)"), ("+x", "x"), ("2*-3", "2*(-3)"),
    ("a - -b", "a - (-b)"),
    ("a·b×c⋅d", "a*b*c*d"), ("a÷b", "a/b"), ("x²", "x^2"), ("x⁻¹", "x^(-1)"), ("x²³", "x^23"), ("½", "1/2"),
    ("½(target − out_O)²", "1/2*(target - out_O)^2"), ("out_O(1-out_O)", "out_O*(1 - out_O)"), ("2w5", "2*w5"),
    ("(a)(b)", "a*b"), ("1/2x", "1/2*x"), ("-a*b", "-a*b"), ("-x^2", "-x^2"), ("2^3^2", "2^3^2"), ("x**2", "x^2"),
    ("2^-x", "2^(-x)"), ("a/b/c", "a/b/c"), ("a/(b*c)", "a/(b*c)"), ("a*(b/c)", "a*(b/c)"), ("(a/b)c", "a/b*c"),
    ("f(net_O)", "f(net_O)"), ("sigmoid(x)", "f(x)"), ("σ(x)", "f(x)"), ("log(x)", "ln(x)"), ("f'(x)", "f'(x)"),
    ("f′(x)", "f'(x)"), ("σ'(x)", "f'(x)"), ("tanh′(x)", "tanh'(x)"), ("√x", "sqrt(x)"), ("√(a+b)²", "sqrt(a + b)^2"),
    ("|x|", "abs(x)"), ("2|x-|y||", "2*abs(x - abs(y))"), ("|x||y|", "abs(x)*abs(y)"),
    ("∂E/∂w5", "dE/dw5"), ("dE/dw5", "dE/dw5"), ("∂E/∂w₅", "dE/dw5"), ("d(w5*x)/dw5", "d(w5*x)/dw5"),
    ("∂(w5·x)/∂w5", "d(w5*x)/dw5"), ("∂f(x)/∂x", "d(f(x))/dx"), ("d(x)", "d*x"), ("-∂E/∂w5·η", "-dE/dw5*eta"),
    ("(dE)/dw5", "(dE)/dw5"), ("a/dE/dw5", "a/(dE/dw5)"), ("dE/dw5 + 1", "dE/dw5 + 1"),
    ("w1+", "w1+"), ("w1⁺", "w1+"), ("w1⁺ − w1", "(w1+) - w1"), ("w1+ - 1", "(w1+) - 1"), ("w1+-1", "w1 + (-1)"),
    ("w1+ -1", "w1 + (-1)"), ("w1+x", "w1 + x"), ("(w1+)/2", "(w1+)/2"), ("w5-η*dE/dw5", "w5 - eta*dE/dw5"),
    ("w₁₂", "w12"), ("w_5", "w5"), ("out_1", "out_1"), ("权重+1", "权重 + 1"), ("e^x", "e^x"), ("2e", "2*e"),
    ("2π", "2*pi"),
  ])
  func reads(_ text: String, as ascii: String) throws {
    #expect(try Expression.parse(text).text(.ascii) == ascii)
  }

  @Test(arguments: [
    (#"\frac{a}{b}"#, "a/b"), (#"\frac{\partial E}{\partial w_5}"#, "dE/dw5"),
    (#"\frac{\mathrm{d}E}{\mathrm{d}w_5}"#, "dE/dw5"),
    (#"\frac{dE}{d\mathrm{out}_O}"#, "dE/dout_O"), (#"\frac{\mathrm{d} E}{\mathrm{d} \text{net}_{h1}}"#, "dE/dnet_h1"),
    (#"\frac{dE}{dw_{5}}"#, "dE/dw5"),
    (#"-\left(\mathrm{target}-\mathrm{out}_{O}\right)\cdot \mathrm{out}_{h1}"#, "-(target - out_O)*out_h1"),
    (#"\text{net}_{h_1}"#, "net_h1"), (#"\mathrm{net}_O"#, "net_O"), (#"out_{h1}"#, "out_h1"), (#"w_{5}"#, "w5"),
    (#"\sigma(x) \times \eta"#, "f(x)*eta"), (#"x^{2}"#, "x^2"), (#"x^{-1}"#, "x^(-1)"), (#"\sqrt{x}"#, "sqrt(x)"),
    (#"\tfrac{1}{2}\left(a-b\right)^{2}"#, "1/2*(a - b)^2"), (#"w_{5}^{+}"#, "w5+"), (#"e^{-x}"#, "e^(-x)"),
    (#"\frac{\partial \left(w_5\,x\right)}{\partial w_5}"#, "d(w5*x)/dw5"), (#"$a$"#, "a"),
    (#"\frac{\partial E}{\partial \mathrm{out}_{O}} \cdot \frac{a+b}{2}"#, "dE/dout_O*((a + b)/2)"),
  ])
  func readsLaTeX(_ text: String, as ascii: String) throws {
    #expect(try Expression.parse(text).text(.ascii) == ascii)
  }

  /// « and » mark the place of the fault.
  @Test(arguments: [
    ("«»", "empty"), ("  «»", "empty"), ("1 + «»", "expected-operand"), ("(«)»", "expected-operand"),
    ("1 «2»", "expected-operator"), ("x «2»", "expected-operator"), ("«(»a + b", "unclosed"), ("a + b«)»", "unopened"),
    ("a«#»b", "unexpected-character"), ("a «=» b", "equation"), ("0«,»5", "decimal-comma"), ("a + «nan»", "not-finite"),
    ("«inf»", "not-finite"), ("-«∞»", "not-finite"), ("«0x1»p4", "hexadecimal"), ("«1.2.»3", "malformed-number"),
    ("«1e999»", "number-too-large"), ("«.»", "malformed-number"), ("«tanh» x", "function-without-argument"),
    ("«net»'(x)", "prime-without-function"), ("f'«'»(x)", "higher-derivative"), ("∂«²»E/∂w", "higher-derivative"),
    ("«∂E»", "incomplete-derivative"), ("∂E/«∂»", "incomplete-derivative"), (#"«\frac»12"#, "incomplete-fraction"),
    (#"«\fraq»{1}{2}"#, "unknown-command"), ("«|»a", "unclosed"), ("a^«»", "expected-operand"),
    ("权 + «^»2", "expected-operand"), (#"\mathrm«{»out"#, "unclosed"), ("«f»", "function-without-argument"),
    ("f'«»", "function-without-argument"), ("x«'»", "prime-without-function"),
  ])
  func saysWhere(_ marked: String, id: String) throws {
    let text = marked.replacing("«", with: "").replacing("»", with: "")
    let before = marked.prefix { $0 != "«" }.utf8.count
    let inside = marked.drop { $0 != "«" }.dropFirst().prefix { $0 != "»" }.utf8.count
    let fault = try #require(throws: Diagnostic.self) { try Expression.parse(text) }
    #expect(fault.id == "expression." + id)
    if id != "incomplete-derivative" && marked != "x«'»" { #expect(fault.range == before..<before + inside) }
    #expect(!fault.message.en.isEmpty && !fault.message.zh.isEmpty)
  }

  @Test func knownNames() throws {
    let names: Set<String> = ["E", "w5", "out_O", "out_h1", "dX", "dY", "w_9"]
    for text in ["out_O", "dE/dw5", "w5+", "e", "pi", "w_9", "d(w5*out_O)/dw5"] {
      #expect(throws: Never.self) { try Expression.parse(text, names: names) }
    }
    #expect(try Expression.parse("dX/dY", names: names) == .quotient(.symbol("dX"), .symbol("dY")))
    #expect(try Expression.parse("w_9", names: names) == .symbol("w_9"))
    #expect(try Expression.parse(#"\frac{d E}{d w_5}"#, names: names).text(.ascii) == "dE/dw5")
    #expect(try Expression.parse("d E/d w5", names: names).text(.ascii) == "dE/dw5")
    let fault = try #require(throws: Diagnostic.self) { try Expression.parse("1 - out_0", names: names) }
    #expect(fault.id == "expression.unknown-name")
    #expect(fault.range == 4..<9)
    #expect(fault.help?.en == "did you mean 'out_O'?")
    let derivative = try #require(throws: Diagnostic.self) { try Expression.parse("dE/dw7", names: names) }
    #expect(derivative.range == 3..<6)
    #expect(throws: Diagnostic.self) { try Expression.parse("outO(1-out_O)", names: names) }
  }

  /// Texts that are meant to exhaust something: all of them are refused, and the program lives.
  @Test(arguments: [
    Load("(", 50_000, id: "too-deep"), Load("(", 100_000, id: "text-too-long"),
    Load("x", 1_000_000, id: "text-too-long"),
    Load("1+", 30_000, "1", id: "too-many-terms"), Load("1+", 200_000, "1", id: "text-too-long"),
    Load("-", 60_000, "1", id: "too-deep"), Load("2^", 9_000, "2", id: "too-deep"),
    Load("1/", 9_000, "1", id: "too-deep"),
    Load("(x)^2", 9_000, id: "too-many-terms"), Load("√", 20_000, "1", id: "too-deep"),
    Load("f(", 20_000, id: "too-deep"),
    Load("d(", 20_000, "x)/dx", id: "too-deep"), Load("|1+", 20_000, id: "too-deep"), Load("∂", 20_000, id: "too-deep"),
    Load(#"\frac{"#, 9_000, id: "too-deep"), Load("{", 9_000, id: "too-deep"), Load("2^-", 9_000, "2", id: "too-deep"),
    Load("∂(", 9_000, id: "too-deep"), Load("x⁻¹²⁻", 9_000, id: "text-too-long"),
    Load("a*b/", 9_000, "a", id: "too-deep"),
  ])
  func refusesWhatIsTooMuch(_ load: Load) throws {
    let fault = try #require(throws: Diagnostic.self) { try Expression.parse(load.text) }
    #expect(fault.id == "expression." + load.id)
  }

  /// What is just within the limits is read, printed, derived, simplified, evaluated and freed.
  @Test(arguments: [
    Load("(", 199, "x" + String(repeating: ")", count: 199)), Load("-", 190, "x"), Load("x/", 190, "x"),
    Load("x^", 190, "x"), Load("f(", 190, "x" + String(repeating: ")", count: 190)),
    Load("f'(", 190, "x" + String(repeating: ")", count: 190)), Load("x+", 4_000, "x"), Load("x*", 4_000, "x"),
    Load("x^2*", 2_000, "x"), Load("", 1, "d(d(d(f(x)*x)/dx)/dx)/dx"),
  ])
  func livesAtTheLimits(_ load: Load) throws {
    let expression = try Expression.parse(load.text)
    let derivative = expression.derived(by: "x").value.simplified()
    _ = try derivative.evaluated { _ in 0.7 }
    #expect(!derivative.text(.unicode).isEmpty)
    #expect(expression.isWithin(nodes: 10_000, depth: 200))
  }
}

/// A long text by its recipe, which is what a failing test should print.
struct Load: CustomTestStringConvertible, Sendable {
  let piece: String
  let count: Int
  let tail: String
  let id: String

  init(_ piece: String, _ count: Int, _ tail: String = "", id: String = "") {
    (self.piece, self.count, self.tail, self.id) = (piece, count, tail, id)
  }

  var text: String { String(repeating: piece, count: count) + tail }
  var testDescription: String { "\(piece) × \(count) \(tail.prefix(12))" }
}
