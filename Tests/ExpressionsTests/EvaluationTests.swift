import Diagnostics
import Expressions
import Testing

@Suite struct EvaluationTests {
  private func value(_ text: String, _ values: [String: Double] = [:]) throws -> Double {
    try Expression.parse(text).evaluated { values[$0] }
  }

  @Test func leavesByTheirAsciiNames() throws {
    #expect(try value("dE/dw5 + w5⁺ + η", ["dE/dw5": 1, "w5+": 2, "eta": 4]) == 7)
    #expect(try value("e") == 2.718281828459045)
    #expect(try value("pi") == .pi)
    #expect(try value("e + pi", ["e": 1, "pi": 2]) == 3)
    let fault = try #require(throws: Diagnostic.self) { try value("w5 + w6", ["w5": 1]) }
    #expect(fault.id == "expression.unknown-name")
    #expect(fault.message.en.contains("w6"))
  }

  @Test func ieeeValuesAndNoTraps() throws {
    #expect(try value("1/0") == .infinity)
    #expect(try value("-1/0") == -.infinity)
    #expect(try value("ln(0)") == -.infinity)
    #expect(try value("2^2^2^99") == .infinity)
    #expect(try value("0/0").isNaN)
    #expect(try value("√(-1)").isNaN)
    #expect(try value("abs'(0)").isNaN)
    #expect(Expression.sum([]).text(.ascii) == "0")
    #expect(try Expression.product([]).evaluated { _ in nil } == 1)
  }

  @Test func saturatedValuesKeepTheirDigits() throws {
    #expect(try value("f(-800)") == 0)
    #expect(try value("f(-40)").isClose(to: 4.248354255291589e-18, within: 1e-30))
    #expect(try value("f(800)") == 1)
    // f′ from f(x)(1 − f(x)) would be 0 here.
    let slope = try value("f'(40)")
    #expect((slope / 4.248354255291589e-18 - 1).magnitude < 1e-14)
    #expect(try value("tanh'(30)") > 0)
    #expect(try value("softplus(800)") == 800)
    let tail = try value("softplus(-40)")
    #expect((tail / 4.248354255291589e-18 - 1).magnitude < 1e-14)
    #expect(try value("softplus(-800)") == 0)
  }

  @Test func defaultNetwork() throws {
    let values = ["i1": 0.4, "i2": 0.7, "w1": 0.2, "w2": -0.2, "b1": -0.9]
    let net = try value("i1*w1 + i2*w2 + b1", values)
    #expect(net.isClose(to: -0.96, within: 1e-15))
    #expect(try value("f(net_h1)", ["net_h1": net]).isClose(to: 0.27687819487561016, within: 1e-15))
  }

  @Test func substituting() throws {
    let expression = try Expression.parse("f(net_O)*(1 - f(net_O)) + dE/dw5 + d(w5*x)/dw5")
    let net = Expression.call(.sigmoid, .symbol("net_O"))
    let folded = expression.substituting { part in
      if part == net { return .symbol("out_O") }
      if part.leafName == "dE/dw5" { return .number(-0.5) }
      return part == .symbol("w5") ? .number(3) : nil
    }
    #expect(folded.text(.ascii) == "out_O*(1 - out_O) + (-0.5) + d(w5*x)/dw5")
    #expect(expression.leafNames == ["net_O", "dE/dw5", "w5", "x"])
  }

  @Test(arguments: [
    ("2*½*x", "x"), ("x*x", "x^2"), ("x*x^2/x", "x^2"), ("0*x + 1*y", "y"), ("x + x", "2*x"), ("x - x", "0"),
    ("-(-x)", "x"), ("(-a)*(-b)", "a*b"), ("a*(-b)", "-a*b"), ("2*(a - b)*(0 - 1)/2", "-(a - b)"),
    ("-(a - b)", "-(a - b)"),
    ("x^0", "1"), ("x^1", "x"), ("1/3*x + 1/3*x", "2/3*x"), ("6/4", "3/2"), ("0.5*x", "0.5*x"),
    ("1 + 2 + x - 4", "x - 1"),
    ("x/x", "1"), ("a/b/c", "a/(b*c)"), ("a/(b/c)", "a*c/b"), ("(x^2)^3", "x^6"), ("(-x)^2", "x^2"), ("(-x)^3", "-x^3"),
    ("exp(0)", "1"), ("ln(exp(x))", "x"), ("relu(-2)", "0"), ("relu'(x)", "relu'(x)"), ("tanh'(x)", "1 - tanh(x)^2"),
    ("a*(b*c)", "a*b*c"), ("a + (b - (c - d))", "a + b - c + d"), ("1/0", "1/0"),
    ("1e300*1e300*x", "1e+300*(1e+300)*x"),
    ("1 - f(x)", "1 - f(x)"), ("2^10", "1024"), ("x - 2", "x - 2"), ("-x - y", "-x - y"),
  ])
  func simplifies(_ text: String, to expected: String) throws {
    let simple = try Expression.parse(text).simplified()
    #expect(simple.text(.ascii) == expected)
    #expect(simple.simplified() == simple)
  }
}
