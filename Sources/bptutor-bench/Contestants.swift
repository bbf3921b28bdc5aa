package import CBaseline
package import Networks

/// The same network twice: compiled to the engine's plan, and as the C program's structure.
package final class LayeredContestants {
  package let plan: Plan
  package let network: Network
  /// nil where C had no memory.
  package let baseline: OpaquePointer?

  /// Sigmoid layers with a bias for every neuron, at seeded random values.
  package init(widths: [Int]) {
    network = Network.layered(widths)
    plan = Plan(network.architecture)
    plan.load(network)
    baseline = layered_create(widths.map(Int32.init(clamping:)), Int32(clamping: widths.count))
    guard let baseline else { return }
    for (number, value) in network.inputs.enumerated() { layered_inputs(baseline)[number] = value }
    for (number, value) in network.targets.enumerated() { layered_targets(baseline)[number] = value }
    // Weights, then biases, in the same order on both sides.
    for (number, value) in network.parameters.enumerated() { layered_weights(baseline)[number] = value }
  }

  deinit { layered_destroy(baseline) }
}

extension Network {
  /// Small weights where many sources feed a neuron, so that no sigmoid is saturated.
  package static func layered(_ widths: [Int]) -> Network {
    func names(_ layer: Int, _ count: Int) -> [String] { (0..<count).map { "n\(layer)_\($0)" } }
    let layers = widths.enumerated().dropFirst().map { number, count in
      Layer(neurons: names(number, count), activation: .sigmoid, bias: .each)
    }
    let architecture = Architecture(inputs: names(0, widths.first ?? 0), layers: layers, loss: .squaredError)
    let name = widths.map(String.init).joined(separator: "-")
    var network = Network(name: name, architecture: architecture).randomized(seed: 7)
    let scale = 1 / Double(widths.max() ?? 1).squareRoot()
    for number in network.parameters.indices { network.parameters[number] *= scale }
    return network
  }

  /// The 2-2-1 network as the C program writes it, a field for every value.
  package var straight: straight_network {
    straight_network(
      i1: inputs[0], i2: inputs[1], target: targets[0], learning_rate: learningRate, w1: parameters[0],
      w2: parameters[1], w3: parameters[2], w4: parameters[3], w5: parameters[4], w6: parameters[5],
      b1: parameters[6], b2: parameters[7], dw1: 0, dw2: 0, dw3: 0, dw4: 0, dw5: 0, dw6: 0, db1: 0, db2: 0)
  }
}
