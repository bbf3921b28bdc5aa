import Diagnostics
import Expressions
import Testing

/// The forms that the specification prints, letter by letter.
@Suite struct PublishedFormsTests {
  static let netH1 = Expression.sum([
    .product([.symbol("i1"), .symbol("w1")]), .product([.symbol("i2"), .symbol("w2")]), .symbol("b1"),
  ])
  static let netO = Expression.sum([
    .product([.symbol("out_h1"), .symbol("w5")]), .product([.symbol("out_h2"), .symbol("w6")]), .symbol("b2"),
  ])
  static let difference = Expression.sum([.symbol("target"), .negation(.symbol("out_O"))])
  static let loss = Expression.product([.quotient(.number(1), .number(2)), .power(difference, .number(2))])
  static let slope = Expression.product([
    .symbol("out_O"), .sum([.number(1), .negation(.symbol("out_O"))]),
  ])
  static let gradient = Expression.product([.negation(difference), slope, .symbol("out_h1")])
  static func partial(_ quantity: String, _ name: String) -> Expression {
    .derivative(of: .symbol(quantity), by: name)
  }

  @Test(
    arguments: [
      (netH1, "i1*w1 + i2*w2 + b1", "i1·w1 + i2·w2 + b1"),
      (difference, "target - out_O", "target − out_O"),
      (.negation(difference), "-(target - out_O)", "−(target − out_O)"),
      (slope, "out_O*(1 - out_O)", "out_O(1 − out_O)"),
      (loss, "1/2*(target - out_O)^2", "½(target − out_O)²"),
      (gradient, "-(target - out_O) * out_O*(1 - out_O) * out_h1", "−(target − out_O) · out_O(1 − out_O) · out_h1"),
      (.derivative(of: netO, by: "w5"), "d(out_h1*w5 + out_h2*w6 + b2)/dw5", "∂(out_h1·w5 + out_h2·w6 + b2)/∂w5"),
      (partial("E", "w5"), "dE/dw5", "∂E/∂w5"),
      (
        .product([partial("E", "out_O"), partial("out_O", "net_O"), partial("net_O", "w5")]),
        "dE/dout_O * dout_O/dnet_O * dnet_O/dw5", "∂E/∂out_O · ∂out_O/∂net_O · ∂net_O/∂w5"
      ),
      (.call(.sigmoid, .symbol("net_h1")), "f(net_h1)", "f(net_h1)"),
      (.slope(.sigmoid, .symbol("net_O")), "f'(net_O)", "f′(net_O)"),
      (.symbol("w1+"), "w1+", "w1⁺"),
      (
        .sum([.symbol("w5"), .negation(.product([.symbol("eta"), partial("E", "w5")]))]), "w5 - eta*dE/dw5",
        "w5 − η·∂E/∂w5"
      ),
      (.sum([.symbol("w5+"), .negation(.number(1))]), "(w5+) - 1", "w5⁺ − 1"),
      (.power(.symbol("x"), .number(-12)), "x^(-12)", "x⁻¹²"),
    ] as [(Expression, String, String)])
  func printsAsPublished(_ expression: Expression, ascii: String, unicode: String) {
    #expect(expression.text(.ascii) == ascii)
    #expect(expression.text(.unicode) == unicode)
  }

  @Test func numbersPutIn() {
    let values = ["i1": 0.4, "w1": 0.2, "i2": 0.7, "w2": -0.2, "b1": -0.9]
    let substituted = Self.netH1.substituting { $0.leafName.flatMap { values[$0] }.map(Expression.number) }
    #expect(substituted.text(.ascii) == "0.4*0.2 + 0.7*(-0.2) + (-0.9)")
    #expect(substituted.text(.unicode) == "0.4·0.2 + 0.7·(−0.2) + (−0.9)")
    #expect(Expression.number(-0.03493259287751622).text(.unicode, numberDigits: 6) == "−0.0349326")
  }

  @Test func derivativesAsOnTheBoard() {
    let squared = Self.loss.derived(by: "out_O")
    #expect(squared.rule == .constantMultiple)
    #expect(squared.principalRule == .power)
    #expect(squared.value.simplified().text(.ascii) == "-(target - out_O)")

    let net = Self.netO.derived(by: "w5")
    #expect(net.rule == .sum)
    #expect(net.principalRule == .constantMultiple)
    #expect(net.result.text(.unicode) == "∂(out_h1·w5)/∂w5 + ∂(out_h2·w6)/∂w5 + ∂b2/∂w5")
    #expect(net.parts.map(\.rule) == [.constantMultiple, .constant, .constant])
    #expect(net.value.simplified() == .symbol("out_h1"))

    let output = Expression.call(.sigmoid, .symbol("net_O")).derived(by: "net_O")
    #expect(output.principalRule == .sigmoidDerivative)
    #expect(output.value.text(.unicode) == "f(net_O)(1 − f(net_O))")
    #expect(Expression.slope(.sigmoid, .symbol("net_O")).simplified().text(.ascii) == "f(net_O)*(1 - f(net_O))")
    let folded = output.value.substituting { $0 == .call(.sigmoid, .symbol("net_O")) ? .symbol("out_O") : nil }
    #expect(folded.text(.unicode) == "out_O(1 − out_O)")
    #expect(Self.gradient.simplified().text(.ascii) == "-(target - out_O)*out_O*(1 - out_O)*out_h1")
  }
}
