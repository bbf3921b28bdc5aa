import Diagnostics
import Expressions
import Testing

@Suite struct EquivalenceTests {
  static var samples: [(String) -> Double?] {
    (0..<12).map { index in
      let point = RandomPoint(seed: UInt64(100 + index))
      return { name in
        // As in a network: out_O follows from net_h1, whatever was drawn for it.
        name == "out_O" ? point("net_h1").map { Function.sigmoid.value(at: $0) } : point(name)
      }
    }
  }

  @Test(arguments: [
    ("(x + y)^2", "x^2 + 2*x*y + y^2", "equal", "canonicalForm"),
    ("-(target - x)", "x - target", "equal", "canonicalForm"),
    ("0.1*x + 0.2*x", "0.3*x", "equal", "canonicalForm"),
    ("x/(1/y)", "x*y", "equal", "canonicalForm"),
    ("(x^2 - y^2)/(x - y)", "x + y", "equal", "canonicalForm"),
    ("f'(x)", "f(x)*(1 - f(x))", "equal", "canonicalForm"),
    ("f(2x + 2y)", "f((x + y)*2)", "equal", "canonicalForm"),
    ("d(x^3)/dx", "3*x*x", "equal", "canonicalForm"),
    ("x^(-2)", "1/x/x", "equal", "canonicalForm"),
    ("e^x", "exp(x)", "equal", "canonicalForm"),
    ("f(-x)", "1 - f(x)", "equal", "sampling"),
    ("1/(1 + e^(-x))", "f(x)", "equal", "sampling"),
    ("tanh(x)", "2*f(2*x) - 1", "equal", "sampling"),
    ("f(x) + f(-x) - 1", "0", "equal", "sampling"),
    ("sqrt(x)^2", "x", "equal", "sampling"),
    ("out_O*(1 - out_O)", "f'(net_h1)", "equal", "sampling"),
    ("ln(2) + ln(3)", "ln(6)", "equal", "sampling"),
    ("x*y", "x + y", "different", "sampling"),
    ("out_O*(1 - out_O)", "net_h1*(1 - net_h1)", "different", "sampling"),
    ("x", "x*(1 + 0.0000001)", "different", "sampling"),
    ("1/0", "x", "different", "sampling"),
    ("unknown", "x", "undecided", "-"),
    ("ln(-1)", "1/0", "undecided", "-"),
  ])
  func verdicts(_ one: String, _ other: String, verdict: String, means: String) throws {
    let (left, right) = (try Expression.parse(one), try Expression.parse(other))
    for result in [
      Equivalence.compare(left, right, samples: Self.samples), Equivalence.compare(right, left, samples: Self.samples),
    ] {
      #expect(result.verdict.rawValue == verdict)
      #expect(result.means?.rawValue ?? "-" == means)
      #expect((result.differingSample != nil) == (verdict == "different"))
    }
  }

  @Test func withoutPoints() throws {
    func compare(_ one: String, _ other: String) throws -> Equivalence.Verdict {
      Equivalence.compare(try Expression.parse(one), try Expression.parse(other), samples: []).verdict
    }
    #expect(try compare("x*y", "x + y") == .different)
    #expect(try compare("x*y", "y*x") == .equal)
    #expect(try compare("f(x)", "x") == .undecided)
    #expect(try compare("1/2", "0.5") == .equal)
    #expect(try compare("exp(1)", "3") == .different)
  }

  /// Too few points in which both have a value are no proof.
  @Test func twoPointsAreTooFew() throws {
    let (one, other) = (try Expression.parse("f(-x)"), try Expression.parse("1 - f(x)"))
    #expect(Equivalence.compare(one, other, samples: Array(Self.samples.prefix(2))).verdict == .undecided)
    #expect(Equivalence.compare(one, other, samples: Array(Self.samples.prefix(3))).verdict == .equal)
  }

  /// Expansion is bounded: what is too large is left to the points.
  @Test func largeProductsAreNotExpanded() throws {
    let factors = (1...30).map { "(x + y^\($0))" }.joined(separator: "*")
    let reversed = (1...30).reversed().map { "(x + y^\($0))" }.joined(separator: "*")
    let result = Equivalence.compare(
      try Expression.parse(factors), try Expression.parse(reversed), samples: Self.samples)
    #expect(result.verdict == .equal)
    #expect(result.means == .sampling)
  }

  /// Simplified, printed and read, an expression is equal to itself; changed a little, it is not.
  @Test func randomExpressions() throws {
    var generator = SeededGenerator(seed: 51)
    var decided = 0
    for _ in 0..<400 {
      let expression = Expression.random(depth: 4, using: &generator)
      let same = try Expression.parse(expression.simplified().text(.unicode))
      let verdict = Equivalence.compare(expression, same, samples: Self.samples).verdict
      if verdict == .undecided { continue }
      decided += 1
      #expect(verdict == .equal, "\(expression.text(.ascii)) and \(same.text(.ascii))")
      let changed = Expression.sum([expression, .quotient(.number(1), .number(8))])
      #expect(Equivalence.compare(expression, changed, samples: Self.samples).verdict != .equal)
    }
    #expect(decided > 200)
  }
}
