import Diagnostics
import Expressions
import Glibc
import Testing
import _Differentiation

@Suite struct DerivationTests {
  /// Each rule as the outermost one, by x.
  static let examples: [(String, Rule)] = [
    ("y^2 + f(y)", .constant), ("x", .identity), ("x + y - f(x)", .sum), ("-f(x)", .negation),
    ("y*tanh(x)", .constantMultiple), ("tanh(x)/y", .constantMultiple), ("x*f(x)*y*exp(x)", .product),
    ("x*x*x*f(x)*x*tanh(x)*x*x*exp(x)*x*x", .product), ("y/(1 + x^2)", .quotient), ("f(x)/(1 + x^2)", .quotient),
    ("x^3", .power), ("x^(-2)", .power), ("(y - x)^2", .power), ("(1 + x^2)^0.5", .power), ("(2 + f(x))^y", .power),
    ("e^x", .exponential), ("2^x", .exponential), ("e^(-x^2)", .exponential), ("2^(x*y)", .exponential),
    ("exp(x)", .exponential), ("(1 + x^2)^x", .generalPower), ("f(x*y + 1)", .chain), ("tanh(f(x))", .chain),
    ("relu(x^3)", .chain), ("abs(x^3)", .chain), ("softplus(x*y)", .chain), ("ln(1 + x^2)", .chain),
    ("sqrt(1 + x^2)", .chain), ("f(x)", .sigmoidDerivative), ("tanh(x)", .tanhDerivative), ("relu(x)", .reluDerivative),
    ("leakyrelu(x)", .leakyReluDerivative), ("elu(x)", .eluDerivative), ("Phi(x)", .normalDerivative),
    ("softplus(x)", .softplusDerivative), ("ln(x)", .logarithm), ("sqrt(x)", .squareRoot), ("abs(x)", .absoluteValue),
    ("f'(x)", .secondDerivative), ("f'(x*y)", .secondDerivative), ("tanh'(x^2)", .secondDerivative),
    ("relu'(x)", .secondDerivative), ("abs'(x)", .secondDerivative), ("exp'(x*y)", .secondDerivative),
    ("ln'(x)", .secondDerivative), ("sqrt'(x^2)", .secondDerivative), ("softplus'(x*y)", .secondDerivative),
    ("elu'(x)", .secondDerivative), ("Phi'(x*y)", .secondDerivative), ("leakyrelu'(x^2)", .secondDerivative),
    ("x*Phi(x)", .product), ("elu(x^3)", .chain),
    ("d(x^3*f(x))/dx", .secondDerivative),
  ]

  @Test func everyRuleHasAnExample() {
    // Softmax takes a whole layer; no formula of one variable has its rule.
    #expect(Set(Self.examples.map(\.1) + [.softmaxDerivative]) == Set(Rule.allCases))
    for rule in Rule.allCases {
      #expect(!rule.name.en.isEmpty && !rule.name.zh.isEmpty && !rule.formula.isEmpty)
      #expect(rule.rawValue.allSatisfy { $0 == "-" || $0.isLowercase })
    }
    #expect(Set(Rule.allCases.map(\.name)).count == Rule.allCases.count)
  }

  @Test(arguments: examples)
  func agreesWithCentralDifferences(_ text: String, rule: Rule) throws {
    let expression = try Expression.parse(text)
    let derivation = expression.derived(by: "x")
    #expect(expression.derivative(by: "x") == derivation.value)
    #expect(derivation.rule == rule)
    let simple = derivation.value.simplified()
    var usable = 0
    for x in [-2.3, -0.7, -0.11, 0.31, 0.9, 1.6, 4.2] {
      func value(_ expression: Expression, _ x: Double) throws -> Double {
        try expression.evaluated { ["x": x, "y": 0.83, "dy/dx": 0][$0] }
      }
      let h = 1e-4
      // Five points: the error is of the order h⁴.
      let near = try value(expression, x + h) - value(expression, x - h)
      let far = try value(expression, x + 2 * h) - value(expression, x - 2 * h)
      let numerical = (8 * near - far) / (12 * h)
      guard numerical.isFinite else { continue }
      usable += 1
      #expect(try value(derivation.value, x).isClose(to: numerical, within: 2e-8), "x = \(x)")
      #expect(try value(derivation.result, x).isClose(to: numerical, within: 2e-8), "x = \(x)")
      #expect(try value(simple, x).isClose(to: numerical, within: 2e-8), "\(simple.text(.ascii)) at x = \(x)")
    }
    #expect(usable >= 4)
  }

  @Test func agreesWithSwiftsOwnDerivatives() throws {
    try agrees("1/(1 + e^(-x))") { 1 / (1 + exp(-$0)) }
    try agrees("½(0.9 - f(x))^2") { x in
      let output = 1 / (1 + exp(-x))
      return 0.5 * (0.9 - output) * (0.9 - output)
    }
    try agrees("f(tanh(2x) - x^3)") { 1 / (1 + exp(-(tanh(2 * $0) - $0 * $0 * $0))) }
    try agrees("ln(1 + exp(x))*x") { log(1 + exp($0)) * $0 }
    try agrees("sqrt(2 + x^2)/(1 + x^4)") { sqrt(2 + $0 * $0) / (1 + $0 * $0 * $0 * $0) }
    try agrees("-(0.9 - x)*x(1 - x)*0.27") { -(0.9 - $0) * $0 * (1 - $0) * 0.27 }
  }

  private func agrees(_ text: String, _ function: @differentiable(reverse) (Double) -> Double) throws {
    let derivative = try Expression.parse(text).derived(by: "x").value
    for x in [-3, -0.96, -0.2, 0.001, 0.5, 1.55, 2.5] {
      let ours = try derivative.evaluated { $0 == "x" ? x : nil }
      #expect(ours.isClose(to: gradient(at: x, of: function), within: 1e-13), "\(text) at \(x)")
      #expect(try derivative.simplified().evaluated { $0 == "x" ? x : nil }.isClose(to: ours, within: 1e-13))
    }
  }

  /// Random expressions, by all their variables at once: the derivative along a line.
  @Test func randomExpressionsAgreeWithCentralDifferences() throws {
    var generator = SeededGenerator(seed: 61)
    var compared = 0
    for round in 0..<600 {
      let expression = Expression.random(depth: 4, using: &generator)
      let point = RandomPoint(seed: UInt64(round))
      func value(_ shift: Double) throws -> Double {
        try expression.evaluated { name in point(name).map { name == "x" ? $0 + shift : $0 } }
      }
      let (h, derivation) = (1e-4, expression.derived(by: "x"))
      let numerical = try (8 * (value(h) - value(-h)) - (value(2 * h) - value(-2 * h))) / (12 * h)
      let coarse = try (value(h) - value(-h)) / (2 * h)
      let ours = try derivation.value.evaluated { point($0) }
      // Corners and poles between the points show as a disagreement of the two differences.
      guard numerical.isFinite, ours.isFinite, numerical.isClose(to: coarse, within: 1e-5) else { continue }
      compared += 1
      #expect(ours.isClose(to: numerical, within: 1e-5), "\(expression.text(.ascii))")
    }
    #expect(compared > 300)
  }

  @Test(arguments: [
    ("½(target - out)^2", "out", Rule.power), ("out_h1*w5 + out_h2*w6 + b2", "w5", .constantMultiple),
    ("out_h1*w5 + out_h2*w6 + b2", "b2", .identity), ("out_h1*w5 + b2", "x", .constant),
    ("f(net)", "net", .sigmoidDerivative),
    ("f(a*x)", "x", .chain), ("x + x^2", "x", .sum), ("-x", "x", .negation), ("-(a*x)", "x", .constantMultiple),
    ("-½(a - x)^2", "x", .power), ("a*f(x)", "x", .constantMultiple), ("f(x)/2", "x", .sigmoidDerivative),
    ("x*f(x)", "x", .product),
  ])
  func principalRule(_ text: String, by name: String, rule: Rule) throws {
    #expect(try Expression.parse(text).derived(by: name).principalRule == rule)
  }

  @Test(arguments: [
    ("(a - x)^2", "x", "2*(a - x)*d(a - x)/dx"), ("f(a*x)", "x", "f'(a*x)*d(a*x)/dx"),
    ("x*f(x)", "x", "dx/dx*f(x) + x*d(f(x))/dx"), ("target - out_O", "out_O", "dtarget/dout_O - dout_O/dout_O"),
    ("x^3", "x", "3*x^2"),
  ])
  func resultIsWhatIsWrittenOnTheBoard(_ text: String, by name: String, result: String) throws {
    let derivation = try Expression.parse(text).derived(by: name)
    #expect(derivation.result.text(.ascii) == result)
  }
}
