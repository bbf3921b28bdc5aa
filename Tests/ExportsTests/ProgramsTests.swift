import Diagnostics
import Exports
import Networks
import RandomNetworks
import Testing

/// The programs are run, and every number that they print is held against the engine's.
@Suite struct ProgramsTests {
  static let networks: [Network] =
    BundledNetworks.names.compactMap(BundledNetworks.network)
    + (1...40).map { RandomNetworks.network($0) }
    + [
      RandomNetworks.network([7, 20, 12, 3], activation: .tanh, bias: .each, seed: 5),
      RandomNetworks.network([1, 1], activation: .identity, bias: .none, seed: 6),
      RandomNetworks.network(Array(repeating: 2, count: 30), activation: .sigmoid, bias: .shared, seed: 7),
      RandomNetworks.network([3, 9, 2], bias: .each, loss: .crossEntropy, seed: 8), allHeld, climbing, saturated,
    ] + held(out: 900..<940) + [noShares]

  /// Networks that nothing else is tried with, of every kind that there is.
  private static func held(out seeds: Range<UInt64>) -> [Network] {
    seeds.map { RandomNetworks.network($0, depth: 3, width: 3) }
  }

  /// Targets that do not add up to 1, where δ is out·Σt − t.
  private static var noShares: Network {
    let layers = [
      Layer(neurons: ["h1", "h2"], activation: .tanh, bias: .shared),
      Layer(neurons: ["o1", "o2", "o3"], activation: .softmax, bias: .each),
    ]
    let architecture = Architecture(inputs: ["x"], layers: layers, loss: .categoricalCrossEntropy)
    var network = Network(name: "no shares", architecture: architecture).randomized(seed: 3)
    network.targets = [1, 1, 0.5]
    return network
  }

  /// That the programs are tried with each of them is not left to chance.
  @Test func everyKindIsAmongThem() {
    let all = Self.networks
    for loss in Loss.allCases { #expect(all.contains { $0.architecture.loss == loss }, "\(loss)") }
    for function in ActivationRegistry.functions {
      let isThere = all.contains { network in
        network.architecture.layers.contains { layer in layer.activations.contains { $0.name == function.name } }
      }
      #expect(isThere, "\(function.name)")
    }
    func have(_ name: String, _ has: (Network) -> Bool) {
      let isThere = all.contains(where: has)
      #expect(isThere, "\(name)")
    }
    have("softmax with squares") {
      $0.architecture.takesWholeLayer($0.architecture.firstOutput) && $0.architecture.loss != .categoricalCrossEntropy
    }
    have("thresholds") { $0.architecture.conventions.hasThresholds }
    have("weight decay") { $0.architecture.conventions.hasWeightDecay }
    have("momentum") { network in network.parameters.indices.contains { network.lastStep(of: $0) != 0 } }
    have("a batch's sum") { $0.reduction == .sum }
    have("neurons' own functions") { $0.architecture.layers.contains(where: \.isMixed) }
    have("a slope of its own") { $0.architecture.layers.contains { $0.activations.contains(where: \.hasOwnSlope) } }
    have("no shares") { $0.sumOfTargetsThatAreNoShares != nil }
  }

  private static var allHeld: Network {
    var network = RandomNetworks.network([2, 3, 2], bias: .each, seed: 9)
    network.held = Set(network.parameters.indices)
    return network
  }

  private static var climbing: Network {
    var network = BundledNetworks.default
    network.learningRate = -0.5
    return network
  }

  /// Outputs as near to 0 and 1 as numbers come, where a loss taken from `out` would be infinite.
  private static var saturated: Network {
    var network = RandomNetworks.network([2, 2, 2], bias: .shared, loss: .crossEntropy, seed: 10)
    for index in network.parameters.indices { network.parameters[index] *= 60 }
    network.targets = [0, 1]
    return network
  }

  @Test(.enabled(if: Python.hasNumPy, "Python has no NumPy here (pip install numpy)"))
  func numpy() { expectAgreement(.numpy) }

  @Test(.enabled(if: Python.hasPyTorch, "Python has no PyTorch here (pip install torch)"))
  func pytorch() { expectAgreement(.pytorch) }

  @Test(.enabled(if: Python.hasJAX, "Python has no JAX here (pip install jax)"))
  func jax() { expectAgreement(.jax) }

  private func expectAgreement(_ format: FrameworkFormat) {
    let networks = Self.networks + [HostileNames.network]
    let outputs = Python.outputs(
      of: networks.enumerated().map { format.text(of: $1, language: Language.allCases[$0 % 2]) })
    #expect(outputs.count == networks.count)
    for (network, output) in zip(networks, outputs) { expect(output, of: network) }
  }

  /// The names in order, and each number within 1e-12 of its size.
  private func expect(_ output: String, of network: Network) {
    let expected = Self.printed(network)
    let lines = output.split(separator: "\n")
    guard lines.count == expected.count else {
      Issue.record("\(network.name): \(lines.count) lines instead of \(expected.count): \(output.suffix(600))")
      return
    }
    for (line, (name, value)) in zip(lines, expected) {
      guard line.hasPrefix(name + " = "), let printed = Double(line.dropFirst(name.count + 3)) else {
        Issue.record("\(network.name): '\(line)' instead of \(name)")
        return
      }
      #expect((printed - value).magnitude <= 1e-12 * max(1, value.magnitude), "\(network.name): \(line) ≠ \(value)")
    }
  }

  private static func printed(_ network: Network) -> [(String, Double)] {
    let (architecture, pass) = (network.architecture, Pass(network))
    var values: [(Quantity, Double)] = []
    for block in architecture.blocks {
      let neurons = block.firstNeuron..<block.firstNeuron + block.neuronCount
      values += neurons.map { (.net($0), pass.nets[$0]) } + neurons.map { (.out($0), pass.outs[$0]) }
    }
    if architecture.outputCount > 1 { values += pass.partialLosses.enumerated().map { (.partialLoss($0), $1) } }
    values.append((.loss, pass.loss))
    values += pass.gradients.enumerated().map { (.gradient(.parameter($0)), $1) }
    values += pass.updatedParameters.enumerated().map { (.updated($0), $1) }
    values.append((.lossAfterUpdate, pass.lossAfterUpdate))
    return values.map { (architecture.name(of: $0), $1) }
  }
}
