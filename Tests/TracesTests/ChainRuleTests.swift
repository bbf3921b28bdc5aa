import Diagnostics
import Expressions
import Networks
import RandomNetworks
import Testing
import Traces

/// Which factors a gradient is made of.
@Suite struct ChainRuleTests {
  private static func mazur() throws -> Network { try #require(BundledNetworks.network(named: "mazur-2-2-2")) }

  @Test func everyGoalOfTheLessonsNetwork() {
    func chain(_ name: String) -> [String] { Trace(BundledNetworks.default, named: name).chains(of: name) }
    let upstream = "dE/dout_O * dout_O/dnet_O"
    #expect(chain("dE/dw6") == ["\(upstream) * dnet_O/dw6"])
    #expect(chain("dE/db2") == ["\(upstream) * dnet_O/db2"])
    #expect(chain("dE/dw4") == ["\(upstream) * dnet_O/dout_h2 * dout_h2/dnet_h2 * dnet_h2/dw4"])
    #expect(chain("dE/dnet_O") == [upstream])
    #expect(chain("dE/dout_h1") == ["\(upstream) * dnet_O/dout_h1"])
    #expect(chain("dE/dnet_h1") == ["\(upstream) * dnet_O/dout_h1 * dout_h1/dnet_h1"])
    #expect(chain("dE/dout_O").isEmpty)
    #expect(
      chain("dE/di1") == [
        "\(upstream) * dnet_O/dout_h1 * dout_h1/dnet_h1 * dnet_h1/di1",
        "\(upstream) * dnet_O/dout_h2 * dout_h2/dnet_h2 * dnet_h2/di1",
      ])
  }

  /// With two outputs ∂E/∂out_h1 is a sum over both, found once and then reused.
  @Test func severalOutputs() throws {
    let trace = Trace(try Self.mazur(), named: "dE/dw5", "dE/dw1", "dE/dw2")
    #expect(trace.chains(of: "dE/dw1") == ["dE/dout_h1 * dout_h1/dnet_h1 * dnet_h1/dw1"])
    #expect(
      trace.chains(of: "dE/dout_h1") == [
        "dE/dout_o1 * dout_o1/dnet_o1 * dnet_o1/dout_h1", "dE/dout_o2 * dout_o2/dnet_o2 * dnet_o2/dout_h1",
      ])
    let sum = try #require(trace.steps.first { $0.kind == .sum })
    #expect(trace.name(of: sum.quantity) == "dE/dout_h1")
    #expect(sum.goals.map(trace.name) == ["dE/dw1", "dE/dout_h1"])
    let uses = trace.steps.filter { $0.kind == .factor && $0.quantity == sum.quantity }
    #expect(uses.map(\.reuses) == [sum.id, sum.id])
    #expect(trace.steps.filter { $0.kind == .sum }.count == 1)
  }

  /// The loss of several outputs is a sum, of which the factor writes out its own part.
  @Test func lossOfSeveralOutputs() throws {
    let network = try Self.mazur()
    let trace = Trace(network, named: "dE/dout_o2")
    let losses = trace.steps.filter { $0.kind == .loss }
    #expect(
      losses.map { trace.symbolic($0).text(.ascii) } == [
        "1/2*(target_o1 - out_o1)^2", "1/2*(target_o2 - out_o2)^2", "E_o1 + E_o2",
      ])
    let factor = try #require(trace.steps.first { $0.kind == .factor })
    #expect(
      trace.writtenOut(factor.quantity).text(.ascii) == "d(E_o1 + 1/2*(target_o2 - out_o2)^2)/dout_o2")
    #expect(trace.symbolic(factor).text(.ascii) == "-(target_o2 - out_o2)")
    #expect(trace.rule(of: factor) == .power)
    #expect(factor.stages == [.writtenOut, .rule, .symbolic, .value])
  }

  @Test func otherActivations() {
    let slopes: [(Activation, String, Rule, [Int])] = [
      (.sigmoid, "out_n2x1*(1 - out_n2x1)", .sigmoidDerivative, [6]), (.tanh, "1 - out_n2x1^2", .tanhDerivative, [6]),
      (.relu, "relu'(net_n2x1)", .reluDerivative, [5]), (.identity, "1", .identity, []),
    ]
    for (activation, slope, rule, dependencies) in slopes {
      let trace = Trace(RandomNetworks.network([2, 2, 1], activation: activation), named: "dE/dnet_n2x1")
      let factor = trace.steps[trace.steps.count - 2]
      #expect(trace.name(of: factor.quantity) == "dout_n2x1/dnet_n2x1")
      #expect(trace.symbolic(factor).text(.ascii) == slope)
      #expect(trace.rule(of: factor) == rule)
      #expect(factor.dependsOn == dependencies)
      #expect(trace.validate().isEmpty)
    }
  }

  @Test func crossEntropy() throws {
    let one = Trace(RandomNetworks.network([2, 1], loss: .crossEntropy), named: "dE/dw1")
    let loss = try #require(one.steps.first { $0.kind == .loss })
    let factor = try #require(one.steps.first { $0.kind == .factor })
    #expect(
      one.symbolic(loss).text(.ascii) == "-(target*ln(out_n1x1) + (1 - target)*ln(1 - out_n1x1))")
    #expect(one.symbolic(factor).text(.ascii) == "-(target/out_n1x1 - (1 - target)/(1 - out_n1x1))")
    #expect(one.validate().isEmpty)

    let two = Trace(RandomNetworks.network([2, 2], loss: .crossEntropy), named: "dE/dw1", "dE/dw4")
    let factors = two.steps.filter { $0.kind == .factor && $0.place == 0 }
    #expect(
      factors.map { two.symbolic($0).text(.ascii) } == [
        "-(target_n1x1/out_n1x1 - (1 - target_n1x1)/(1 - out_n1x1))",
        "-(target_n1x2/out_n1x2 - (1 - target_n1x2)/(1 - out_n1x2))",
      ])
    #expect(two.steps.filter { $0.kind == .loss }.map { two.name(of: $0.quantity) } == ["E_n1x1", "E_n1x2", "E"])
  }

  /// A saturated output: ∂E/∂out overflows and its factor vanishes, and the gradient is exact all the same.
  @Test(arguments: [(800.0, 0.9, 0.1), (-800, 0.9, -0.9), (-800, 1, -1), (40, 0.9, 0.1)])
  func saturatedCrossEntropy(net: Double, target: Double, delta: Double) throws {
    var network = RandomNetworks.network([1, 1], bias: .none, loss: .crossEntropy)
    (network.inputs, network.parameters, network.targets) = ([0.5], [2 * net], [target])
    let trace = Trace(network, named: "dE/dw1")
    let product = try #require(trace.steps.first { $0.kind == .product })
    #expect((trace.value(of: product) - 0.5 * delta).magnitude <= 1e-15)
    #expect(trace.validate().isEmpty)
  }

  /// Each path of a shared bias contributes its own δ, saturated or not.
  @Test func pathsOfASharedBias() throws {
    for net in [0.3, 40, 800, -800] {
      var network = RandomNetworks.network([1, 2], loss: .crossEntropy)
      (network.inputs, network.parameters, network.targets) = ([1], [net, -net, 0], [0.9, 0.2])
      let trace = Trace(network, named: "dE/db1")
      let products = trace.steps.filter { $0.kind == .product }
      #expect(products.map(trace.value) == trace.pass.deltas)
      #expect(trace.value(of: trace.steps[trace.steps.count - 2]) == trace.pass.gradients[2])
      #expect(trace.validate().isEmpty)
    }
  }

  /// What a path contributes is a part of the gradient, not the gradient.
  @Test func pathsAreParts() {
    let shared = Trace(BundledNetworks.default, named: "dE/db1")
    let parts = shared.steps.filter(\.isOnePathOfSeveral)
    #expect(Set(parts.map(\.kind)) == [.chain, .factor, .product])
    #expect(parts.allSatisfy { $0.goals == shared.goals })
    #expect(Trace(BundledNetworks.default, named: "dE/dw1").steps.filter(\.isOnePathOfSeveral).isEmpty)
  }

  @Test func biasesOfTheirOwnAndNone() {
    let each = Trace(RandomNetworks.network([2, 2, 1], bias: .each), named: "dE/db2")
    #expect(each.chains(of: "dE/db2").count == 1)
    #expect(each.steps.last.map { each.symbolic($0).text(.ascii) } == "b2 - eta*dE/db2")
    let none = Trace(RandomNetworks.network([2, 2, 1], bias: .none), named: "dE/dw1")
    #expect(none.symbolic(none[1]).text(.ascii) == "i1*w1 + i2*w2")
    let single = Trace(RandomNetworks.network([1, 1], bias: .none), named: "dE/dw1")
    #expect(single.symbolic(single[1]).text(.ascii) == "i1*w1")
  }

  @Test func heldParameters() throws {
    let trace = Trace(try Self.mazur(), named: "dE/db1")
    let update = try #require(trace.steps.last)
    #expect(trace.symbolic(update).text(.ascii) == "b1")
    #expect(trace.value(of: update) == 0.35)
  }
}
