import Expressions
import Networks
import Testing
import Traces

/// What an expression comes to, when it is asked for.
@Suite struct EvaluationTests {
  private static let trace = Trace(BundledNetworks.default, goals: [])

  /// Numbers that someone wrote down are calculated with as on paper; what was worked out keeps its value.
  @Test(arguments: [
    ("w5*3", -0.3), ("w5 + 0.3", 0.2), ("0.1 + 0.2", 0.3), ("i1*w1 - i1*w1", 0), ("w1/0", .infinity),
  ])
  func onPaper(_ text: String, _ value: Double) throws {
    let expression = try Self.trace.network.parse(text)
    #expect(try Self.trace.evaluation(of: expression).value == value)
  }

  @Test(arguments: ["net_h1", "out_O", "dE/dw5", "w5+", "net_h1*1", "out_h1*w5"])
  func asInTheTrace(_ text: String) throws {
    let expression = try Self.trace.network.parse(text)
    #expect(try Self.trace.evaluation(of: expression).value == Self.trace.value(of: expression))
  }
}
