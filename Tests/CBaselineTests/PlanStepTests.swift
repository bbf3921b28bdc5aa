import Glibc
import Networks
import Testing

/// What was gained in speed must not be lost in exactness.
@Suite struct PlanStepTests {
  private func network(_ widths: [Int], _ activation: Activation, _ bias: Bias, _ loss: Loss) -> Network {
    func names(_ layer: Int, _ count: Int) -> [String] { (0..<count).map { "n\(layer)_\($0)" } }
    let layers = widths.indices.dropFirst().map { layer in
      // Cross-entropy is for sigmoid outputs.
      let isLast = layer == widths.count - 1
      return Layer(
        neurons: names(layer, widths[layer]), activation: isLast && loss == .crossEntropy ? .sigmoid : activation,
        bias: bias)
    }
    let architecture = Architecture(inputs: names(0, widths[0]), layers: layers, loss: loss)
    return Network(name: "", architecture: architecture).randomized(seed: 11)
  }

  @Test(arguments: Activation.allCases, Bias.allCases)
  func fusedStepsAreTheSeparateOnesToTheBit(activation: Activation, bias: Bias) {
    // All neurons of a relu layer may be off, and then nothing moves; not in every shape.
    var hasMoved = false
    for loss in Loss.allCases {
      for widths in [[2, 2, 1], [3, 70, 50, 2], [9, 17, 8]] {
        var network = network(widths, activation, bias, loss)
        for parameter in network.parameters.indices { network.parameters[parameter] *= 0.1 }
        let plans = (0..<3).map { _ in Plan(network.architecture) }
        for plan in plans { plan.load(network) }
        for _ in 0..<3 {
          plans[0].forward()
          plans[0].backward()
          plans[0].update(learningRate: 0.05)
          plans[1].descend(learningRate: 0.05)
          plans[2].train(learningRate: 0.05)
        }
        let count = network.architecture.parameterCount
        #expect((0..<count).allSatisfy { plans[0].parameters[$0] == plans[1].parameters[$0] })
        #expect((0..<count).allSatisfy { plans[0].parameters[$0] == plans[2].parameters[$0] })
        #expect((0..<count).allSatisfy { plans[0].gradients[$0] == plans[1].gradients[$0] })
        // Trained without writing them, the gradients are still known.
        #expect((0..<count).allSatisfy { plans[0].gradients[$0] == plans[2].gradient(ofParameter: $0) })
        hasMoved = hasMoved || (0..<count).contains { plans[0].parameters[$0] != network.parameters[$0] }
      }
    }
    #expect(hasMoved)
  }

  /// f, f′ and 1 − f against formulas that keep every digit, through the range where e^−net overflows.
  @Test(arguments: [-745.0, -720, -709.5, -700.5, -699.5, -40, -1, 0, 1, 40, 699.5, 700.5, 720, 745])
  func bothTailsOfTheSigmoidAreExact(net: Double) {
    var network = network([1, 1], .identity, .none, .crossEntropy)
    network.inputs = [net]
    network.parameters = [1]
    network.targets = [1]
    let plan = Plan(network.architecture)
    plan.load(network)
    plan.forward()
    let tail = exp(-net.magnitude)
    let (near, far) = (1 / (1 + tail), tail / (1 + tail))
    #expect(isClose(plan.outs[0], net < 0 ? far : near))
    #expect(isClose(plan.slopes[0], near * far))
    // target − out for a target of 1: all digits, not those that a subtraction leaves.
    #expect(isClose(plan.residuals[0], net < 0 ? near : far))
  }

  private func isClose(_ one: Double, _ other: Double) -> Bool {
    (one - other).magnitude <= 1e-15 * max(one.magnitude, other.magnitude) * 2 + .leastNonzeroMagnitude
  }
}
