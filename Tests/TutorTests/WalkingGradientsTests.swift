import Diagnostics
import Networks
import RandomNetworks
import Screen
import Testing
import Traces

@testable import Tutor

/// `:walk` and clicks: which gradients are walked, and where the walk then stands.
struct WalkingGradientsTests {
  private static func goals(_ state: State) -> [String] {
    state.walk.trace.goals.map(state.walk.network.architecture.name(of:))
  }

  @Test(arguments: ["dE/dw3", "∂E/∂w3", "w3", "w₃", "dE/dw3 ", "∂E/∂w₃", "ｄＥ/ｄｗ３"])
  func oneGradient(_ name: String) {
    var script = Script()
    script.send(.line(":walk \(name)")) {
      $0.history = [":walk \(State.trimmed(name))"]
      $0.walk.show(.gradient(.parameter(2)))
    }
    #expect(Self.goals(script.state) == ["dE/dw5", "dE/dw1", "dE/dw3"])
    #expect(script.state.walk.stop == Stop(step: script.state.walk.stop.step, stage: .chain))
    #expect(script.state.walk.step.kind == .chain)
    #expect(script.state.walk.goal == .gradient(.parameter(2)))
    // Asked for once more, it is only gone to.
    let stops = script.state.walk.stops.count
    script.arrange(.line(":first"), .line(":walk \(name)"))
    #expect(script.state.walk.stops.count == stops)
    #expect(script.state.walk.goal == .gradient(.parameter(2)))
  }

  @Test(arguments: [":walk dE/dw3 dE/dw4", ":walk w3,w4", ":walk w3, w4", "walk w3、w4"])
  func severalGradients(_ line: String) {
    var script = Script()
    script.line(line)
    #expect(Self.goals(script.state) == ["dE/dw5", "dE/dw1", "dE/dw3", "dE/dw4"])
    #expect(script.state.walk.goal == .gradient(.parameter(2)))
    script.arrange(.key(.character("]")))
    #expect(script.state.walk.goal == .gradient(.parameter(3)))
  }

  @Test func anUnknownOneChangesNothing() {
    var script = Script()
    script.line(":walk dE/dw3 dE/dx")
    #expect(script.state.walk == Script().state.walk)
    #expect(script.state.reply?.kind == .fault)
  }

  @Test func otherGradients() {
    var script = Script()
    for (name, kind) in [
      ("dE/di1", Step.Kind.chain), ("dE/dnet_h1", .chain), ("dE/dout_h2", .chain), ("delta_O", .chain),
    ] {
      script.line(":walk \(name)")
      #expect(script.state.reply == nil, "\(name)")
      #expect(script.state.walk.step.kind == kind, "\(name)")
    }
    // What the walk found on its way is gone to, not derived again.
    let stops = script.state.walk.stops.count
    script.line(":walk dE/dout_O")
    #expect(script.state.walk.stops.count == stops)
    #expect(script.state.walk.index == 22)
    #expect(script.state.walk.step.quantity == .gradient(.out(2)))
  }

  @Test func clickingAnEdge() {
    var script = Script()
    script.arrange(.line(":why"))
    script.send(.select(.parameter(2))) {
      $0.walk.show(.gradient(.parameter(2)))
      $0.selection = .parameter(2)
      $0.reply = nil
    }
    #expect(script.state.walk.goal == .gradient(.parameter(2)))
  }

  @Test func clickingANode() {
    var script = Script()
    let places: [(Quantity, Int)] = [(.net(0), 0), (.out(0), 3), (.net(2), 12), (.out(2), 15), (.loss, 18)]
    for (quantity, place) in places {
      script.arrange(.line(":last"))
      script.send(.select(quantity)) { $0.walk.jump(to: place) }
    }
    for quantity in [Quantity.input(1), .target(0), .learningRate] {
      script.send(.select(quantity)) { $0.selection = quantity }
    }
    // From any page the walk comes back.
    script.arrange(.key(.character("?")))
    script.send(.select(.out(2))) {
      $0.page = .walk
      $0.walk.jump(to: 15)
    }
  }

  /// An event from another session may name what this network does not have.
  @Test(arguments: [
    Quantity.input(2), .input(-1), .target(1), .parameter(8), .net(3), .out(-7), .partialLoss(1), .updated(99),
    .derivative(of: .loss, by: .parameter(8)), .derivative(of: .out(5), by: .net(0)),
  ])
  func clicksOnNothing(_ quantity: Quantity) {
    var script = Script()
    script.send(.select(quantity))
  }

  @Test(arguments: UInt64(1)...8)
  func everyGradientOfEveryNetwork(_ seed: UInt64) {
    let network = RandomNetworks.network(seed)
    var script = Script(network)
    for parameter in 0..<network.architecture.parameterCount {
      script.arrange(.select(.parameter(parameter)))
      #expect(script.state.walk.step.goals.last == .gradient(.parameter(parameter)))
      #expect(script.state.walk.trace.validate().isEmpty)
    }
    for neuron in 0..<network.architecture.neuronCount {
      script.arrange(.select(.out(neuron)))
      #expect(script.state.walk.step.quantity == .out(neuron))
    }
  }
}
