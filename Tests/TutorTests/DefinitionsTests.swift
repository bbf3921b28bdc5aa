import Networks
import Testing

@testable import Tutor

/// Names that a user gives to formulas.
struct DefinitionsTests {
  private func comes(to expected: Double, _ lines: String...) -> Bool {
    var state = State(network: BundledNetworks.default)
    for line in lines { _ = state.update(.line(line)) }
    guard case .value(_, let value)? = state.reply?.lines.last else { return false }
    return (value - expected).magnitude < 1e-12
  }

  /// Its value is shown; it is a formula, so that it follows the numbers, and can be part of others.
  @Test func aNameStandsForItsFormula() {
    #expect(comes(to: 0.08, "a = i1*w1"))
    #expect(comes(to: 0.08, "a = i1*w1", "a"))
    #expect(comes(to: 0.08, ":a = i1*w1", ":2*a - a"))
    #expect(comes(to: 2.16, "a = i1*w1", "b = a + 1", "2*b"))
    #expect(comes(to: 0.2, "a = i1*w1", "set w1=0.5", "a"))
    #expect(comes(to: 3, "a = 2", "a = a + 1", "a"))
    #expect(comes(to: 6, "a = 1+1", "ans*3"))
    #expect(comes(to: 5, "my_step = 2", "my_step + 3"))
  }

  /// What is called so already stays what it is, and a slip in a name is no new name.
  @Test(arguments: ["w55 = 0.4", "e = 2", "ans = 2", "sigmoid = 2", "a = bb + 1", "a = i1*", "a ="])
  func whatIsNoNewName(_ line: String) {
    var state = State(network: BundledNetworks.default)
    _ = state.update(.line(line))
    #expect(state.reply?.kind == .fault)
    guard case .walk(let walk) = state.activity else { return }
    #expect(walk.board.definitions.isEmpty)
  }

  /// Setting numbers stays what it was.
  @Test func aQuantityIsSet() {
    var state = State(network: BundledNetworks.default)
    _ = state.update(.line("w5 = 0.7"))
    guard case .walk(let walk) = state.activity else { return }
    #expect(walk.board.definitions.isEmpty && walk.board.walk.network.parameters[4] == 0.7)
  }
}
