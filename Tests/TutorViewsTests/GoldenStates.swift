import Networks
import RandomNetworks
import Screen
import Traces
import Training
import Tutor

/// The states whose screens are kept: each kind of step, each page, and networks of other shapes.
enum GoldenStates {
  /// A network, and the events that lead to the state.
  struct Example: Sendable {
    let name: String
    let network: @Sendable () -> Network
    let events: [Event]
    /// Samples to choose from.
    var data: DataSet?

    var state: State {
      var state = State(Start(data.map(Start.Scene.samples) ?? .walk, network: network()))
      for event in events { _ = state.update(event) }
      return state
    }
  }

  static let all: [Example] = [
    // The forward pass.
    example("forward-definition", .line(":goto 1")),
    example("forward-value", .line(":goto 6")),
    example("loss-numbers", .line(":goto 20")),
    // The stages of a factor of ∂E/∂w5.
    example("factor-chain", .line(":goto 28")),
    example("factor-written-out", .line(":goto 24")),
    example("factor-rule", .line(":goto 25")),
    example("factor-result", .line(":goto 31")),
    example("factor-value", .line(":goto 32")),
    example("factor-reused", .line(":goto 43")),
    example("product", .line(":goto 39")),
    example("hidden-factor", .line(":goto 55")),
    example("sum-of-paths", .line(":walk dE/db1"), .key(.character("]")), .key(.left)),
    example("second-path", .line(":walk dE/db1"), .line(":find dnet_h2/db1"), .key(.right)),
    example("update", .line(":goto 66")),
    // With δ.
    example("delta-chain", .line(":walk dE/dw1"), .key(.character("d")), .line(":find dE/dnet_h1"), .key(.escape)),
    example("delta-folded", .line(":network mazur-2-2-2"), .line(":walk dE/dw1"), .key(.character("f"))),
    example("delta-sum", .line(":network mazur-2-2-2"), .line(":view delta"), .line(":goto 84")),
    example("delta-question", .line(":view delta"), .line(":find dE/dnet_h1"), .key(.character("a")), .key(.escape)),
    // Samples, and training on them.
    xor("samples", .line(":sample 3"), .line(":batch 2-3"), .line(":samples")),
    xor("batch-shares", .line(":batch 1-4")),
    xor("batch-gradient", .line(":batch 1-4"), .line(":goto 40"), .key(.escape)),
    xor("batch-update", .line(":batch 1-4"), .line(":last"), .key(.left)),
    xor("trained", .line(":last"), .line(":train 100")),
    example("checked", .line(":goto 32"), .line(":check dE/dw1")),
    // Edits.
    example("edited", .line(":goto 32"), .line("w5=0.4 i1=1")),
    example("selected", .line(":goto 10"), .select(.parameter(2)), .key(.character("+"))),
    // The learner's own derivation: right, a slip, what follows, words, what cannot be read.
    example(
      "derivation", .line(":derivation"), .key(.paste("net_h1 = 0.4*0.2 - 0.7*0.2 - 0.9 = -0.96\n")),
      .key(.paste("so\ndE/dout_O = target - out_O = 0.5765\ndE/dw5 = 0.5765*0.3235*0.6765*0.2769 = 0.0349\n")),
      .key(.paste("net_h2 = @3\n")), .key(.paste("dE/dout_")), .key(.tab)),
    // The command line.
    example("prompt-choices", .line(":goto 24"), .key(.character(":")), .key(.paste("2*out_")), .key(.tab)),
    example("question-mistake", .line(":goto 23"), .line(":ask"), .line("0.5765")),
    example("question-hints", .line(":goto 23"), .line(":ask"), .key(.character("H")), .key(.character("H"))),
    example("question-right", .line(":goto 24"), .line(":ask"), .line("out_O-target")),
    example("reply-fault", .line(":goto 24"), .line("set net_O=3 w5=1/0")),
    example("reply-value", .line(":goto 24"), .line("dE/dw3")),
    example("reply-derivation", .line(":goto 24"), .line(":diff out_O*(1-out_O) by w5")),
    example("reply-why", .line(":goto 31"), .line(":why")),
    // Pages.
    example("help", .key(.character("?"))),
    example("overview", .line(":goto 45"), .key(.character("o")), .key(.up)),
    example("answer", .line(":goto 30"), .line(":values"), .key(.character("v")), .key(.down)),
    // Other networks.
    example("mazur-2-2-2", .line(":network mazur-2-2-2"), .line(":walk dE/dw1"), .line(":find dE/dout_h1")),
    example("mazur-2-2-2-sum", .line(":network mazur-2-2-2"), .line(":goto 80")),
    example("no-bias", .line(":network rgu-2-2-1"), .line(":goto 24")),
    example("network-6-6-6", RandomNetworks.network([6, 6, 6], bias: .each), .line(":goto 60")),
    example("network-784-128-10", RandomNetworks.network([784, 128, 10]), .line(":walk dE/dw1"), .key(.right)),
    example("chain-of-50", RandomNetworks.network(Array(repeating: 1, count: 51)), .line(":goto 170")),
    example(
      "tanh-cross-entropy", RandomNetworks.network([3, 3, 2], activation: .sigmoid, bias: .each, loss: .crossEntropy),
      .line(":walk dE/dw1")),
    example("relu-each", RandomNetworks.network([2, 3, 1], activation: .relu, bias: .each), .line(":goto 8")),
    example("tanh-deep", RandomNetworks.network([2, 2, 2, 2, 1], activation: .tanh), .line(":walk dE/dw1")),
  ]

  private static func xor(_ name: String, _ events: Event...) -> Example {
    Example(
      name: name, network: { BundledNetworks.default }, events: events, data: DataGenerator.xor.dataSet())
  }

  private static func example(_ name: String, _ events: Event...) -> Example {
    Example(name: name, network: { BundledNetworks.default }, events: events)
  }

  private static func example(
    _ name: String, _ network: @autoclosure @escaping @Sendable () -> Network, _ events: Event...
  )
    -> Example
  {
    Example(name: name, network: network, events: events)
  }
}
