import Diagnostics
import Expressions
import Networks
import RandomNetworks
import Testing
import Traces

@Suite struct TraceTests {
  /// What was asked for twice, is no gradient or not of this network is left out.
  @Test func goalsAreOnlyGradients() {
    let goals: [Quantity] = [
      .gradient(.parameter(4)), .gradient(.parameter(4)), .loss, .gradient(.target(0)), .gradient(.parameter(99)),
      .derivative(of: .out(2), by: .net(2)), .gradient(.out(2)),
    ]
    let trace = Trace(BundledNetworks.default, goals: goals)
    #expect(trace.goals == [.gradient(.parameter(4)), .gradient(.out(2))])
    // ∂E/∂out_O was a factor of ∂E/∂w5: said, and not derived again.
    #expect(trace[13].quantity == .gradient(.out(2)))
    #expect(trace[13].reuses == 9)
    #expect(trace[13].stages == [.value])
    #expect(trace.validate().isEmpty)
  }

  @Test func withoutGoalsThereIsTheForwardPass() {
    let trace = Trace(BundledNetworks.default, goals: [])
    #expect(trace.steps.map(\.kind) == [.netInput, .output, .netInput, .output, .netInput, .output, .loss])
    #expect(Trace.defaultGoals(of: RandomNetworks.network([2, 1]).architecture) == [.gradient(.parameter(0))])
  }

  @Test func otherNumbersKeepTheSteps() throws {
    var trace = Trace(BundledNetworks.default, named: "dE/dw5", "dE/db1")
    let steps = trace.steps
    let other = BundledNetworks.default.randomized(seed: 3)
    trace.setNetwork(other)
    #expect(trace.steps == steps)
    #expect(trace.pass == Pass(other))
    #expect(trace.validate().isEmpty)
    // Another wiring has steps of its own; b1 of three neurons has three paths.
    trace.setNetwork(RandomNetworks.network([2, 3, 1]))
    #expect(trace.steps.filter { $0.kind == .product }.count == 4)
    #expect(trace.validate().isEmpty)
    trace.setNetwork(RandomNetworks.network([1, 1], bias: .none))
    #expect(trace.goals.isEmpty)
  }

  /// Every gradient of a fully connected network of n layers: steps grow with the edges, though paths grow as 4ⁿ.
  @Test func stepsGrowWithTheEdges() {
    func steps(_ layers: Int) -> (steps: Int, edges: Int) {
      let network = RandomNetworks.network(Array(repeating: 4, count: layers + 1), seed: 2)
      return (Trace(network, goals: network.allGradients).steps.count, network.architecture.weightCount)
    }
    let (six, twelve, twentyFour) = (steps(6), steps(12), steps(24))
    #expect(twelve.edges == 192)
    // Per weight: chain, three factors, product, update, and its part of ∂E/∂out.
    #expect(twelve.steps <= 16 * twelve.edges)
    #expect(twentyFour.steps - twelve.steps == 2 * (twelve.steps - six.steps))
    let wide = RandomNetworks.network([8, 8, 8, 8, 8], seed: 2)
    let narrow = RandomNetworks.network([4, 4, 4, 4, 4], seed: 2)
    let (a, b) = (
      Trace(wide, goals: wide.allGradients).steps.count, Trace(narrow, goals: narrow.allGradients).steps.count
    )
    #expect(a <= 4 * b)
  }

  /// Long sums are shortened to what matters, and complete when asked for.
  @Test func longSums() throws {
    let network = RandomNetworks.network([12, 11, 1], seed: 5)
    let trace = Trace(network, named: "dE/dw29", "dE/di5")
    let net = trace[3]
    #expect(trace.symbolic(net).text(.ascii) == "i1*w13 + i2*w14 + ... + i12*w24 + b1")
    #expect(trace.symbolic(net).text(.unicode) == "i1·w13 + i2·w14 + … + i12·w24 + b1")
    #expect(trace.symbolic(net, isComplete: true).leafNames.count == 25)
    let factor = Quantity.derivative(of: .net(2), by: .parameter(28))
    #expect(
      trace.writtenOut(factor).text(.ascii) == "d(i1*w25 + i2*w26 + ... + i5*w29 + ... + i12*w36 + b1)/dw29")
    #expect(trace.symbolic(ofFactor: factor) == .symbol("i5"))
    let sum = try #require(trace.steps.last { $0.kind == .sum })
    #expect(trace.substituted(sum).children.count == 4)
    #expect(trace.substituted(sum, isComplete: true).children.count == 11)
    #expect(trace.validate().isEmpty)
    let outputs = Trace(RandomNetworks.network([1, 12]), named: "dE/dout_n1x6")
    #expect(
      outputs.writtenOut(outputs.goals[0]).text(.ascii)
        == "d(E_n1x1 + E_n1x2 + ... + 1/2*(target_n1x6 - out_n1x6)^2 + ... + E_n1x12)/dout_n1x6")
  }
}
