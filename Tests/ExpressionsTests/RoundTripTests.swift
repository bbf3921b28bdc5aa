import Diagnostics
import Expressions
import Testing

@Suite struct RoundTripTests {
  @Test(arguments: TextStyle.allCases)
  func whatIsPrintedReadsTheSame(_ style: TextStyle) throws {
    var generator = SeededGenerator(seed: 11)
    for round in 0..<2_000 {
      let expression = Expression.random(depth: 5, using: &generator)
      let text = expression.text(style)
      let parsed = try Expression.parse(text)
      let point = RandomPoint(seed: UInt64(round))
      let (before, after) = (try expression.evaluated { point($0) }, try parsed.evaluated { point($0) })
      #expect(before.isClose(to: after), "\(text) became \(parsed.text(.ascii))")
      // Nested products are printed flat; after that nothing changes any more.
      #expect(try Expression.parse(parsed.text(style)) == parsed, "\(text)")
    }
  }

  @Test func simplifiedHasTheSameValue() throws {
    var generator = SeededGenerator(seed: 12)
    var compared = 0
    for round in 0..<2_000 {
      let expression = Expression.random(depth: 5, using: &generator)
      let simple = expression.simplified()
      #expect(simple.simplified() == simple, "\(expression.text(.ascii))")
      let point = RandomPoint(seed: UInt64(round))
      let value = try expression.evaluated { point($0) }
      guard value.magnitude < 1e6, try expression.isFiniteThroughout(at: point) else { continue }
      compared += 1
      let simpleValue = try simple.evaluated { point($0) }
      #expect(value.isClose(to: simpleValue, within: 1e-6), "\(expression.text(.ascii)) became \(simple.text(.ascii))")
    }
    #expect(compared > 800)
  }
}

extension Expression {
  /// Whether every part has a finite value: only then must simplifying keep it, as x/x may become 1.
  fileprivate func isFiniteThroughout(at point: RandomPoint) throws(Diagnostic) -> Bool {
    for child in leafName == nil ? children : [] where !(try child.isFiniteThroughout(at: point)) { return false }
    return try evaluated { point($0) }.isFinite
  }
}
