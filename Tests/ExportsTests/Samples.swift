import Networks
import RandomNetworks
import Testing
import Traces

extension Trace {
  /// Derives the gradients with these ASCII names.
  init(_ network: Network, named goals: [String]) {
    self.init(network, goals: goals.compactMap(network.architecture.quantity(named:)))
  }

  func name(_ quantity: Quantity) -> String { network.architecture.name(of: quantity) }
}

/// Derivations that the tests print.
enum Samples {
  static var lesson: Trace { Trace(BundledNetworks.default, named: ["dE/dw5", "dE/dw1"]) }

  static var sharedBias: Trace { Trace(BundledNetworks.default, named: ["dE/db1"]) }

  static func mazur() throws -> Trace {
    Trace(try #require(BundledNetworks.network(named: "mazur-2-2-2")), named: ["dE/dw1", "dE/dout_o1"])
  }

  /// Cross-entropy so far out that single factors overflow.
  static var saturated: Trace {
    var network = RandomNetworks.network([1, 1], bias: .none, loss: .crossEntropy)
    (network.inputs, network.parameters, network.targets) = ([1], [-800], [0.9])
    return Trace(network, named: ["dE/dw1"])
  }

  /// Sums so long that they are shortened.
  static var wide: Trace { Trace(RandomNetworks.network([12, 11, 1]), named: ["dE/dw29", "dE/di5", "dE/db1"]) }

  /// Any network with every parameter's gradient.
  static func random(_ seed: UInt64) -> Trace {
    let network = RandomNetworks.network(seed)
    return Trace(network, goals: (0..<network.architecture.parameterCount).map { .gradient(.parameter($0)) })
  }

  static let hostileNames = [
    "h<script>alert(1)</script>", "a|b", "x$y$", #"n\input{/etc/passwd}"#, "e\u{1B}[2J\u{9B}", "r\u{202E}l", "a`b``",
    "c\nd\r", "}{", "^^M", "%&#~_", "](javascript:alert)", "\" onload=\"x", "'x'&amp;", "\\", "$$", "权重", "*b*", "<!--",
  ]

  /// What no file can hold, since names are checked: every name an attack, and the network's own name all of them.
  static var hostile: Trace {
    let layers = [
      Layer(neurons: Array(hostileNames[2..<6]), activation: .tanh, bias: .shared),
      Layer(neurons: Array(hostileNames[6...]), activation: .sigmoid, bias: .each),
    ]
    let architecture = Architecture(inputs: Array(hostileNames[0..<2]), layers: layers, loss: .squaredError)
    let network = Network(name: hostileNames.joined(separator: " "), architecture: architecture).randomized(seed: 1)
    return Trace(network, goals: [.gradient(.parameter(0)), .gradient(.parameter(9)), .gradient(.input(0))])
  }
}
