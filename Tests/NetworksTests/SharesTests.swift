import Networks
import Testing

/// Targets that must add up to 1 keep doing so while one of them is moved.
@Suite struct SharesTests {
  private func network(_ targets: [Double], loss: Loss = .categoricalCrossEntropy) -> Network {
    let architecture = Architecture(
      inputs: ["x"], layers: [Layer(neurons: ["o1", "o2", "o3"], activation: .softmax, bias: .each)], loss: loss)
    var network = Network(name: "", architecture: architecture)
    network.targets = targets
    return network
  }

  @Test(
    arguments: [
      ([0, 1, 0], 0, 0.1, [0.1, 0.9, 0]), ([0.1, 0.9, 0], 0, 0.2, [0.2, 0.8, 0]), ([0, 1, 0], 1, 0.9, [0, 0.9, 0.1]),
      ([0, 1, 0], 1, 1.1, [0, 1, 0]), ([0, 1, 0], 0, -0.1, [0, 1, 0]), ([0.2, 0.5, 0.3], 0, 1, [1, 0, 0]),
      ([0.3, 0.4, 0.3], 2, 0.2, [0.4, 0.4, 0.2]),
    ] as [([Double], Int, Double, [Double])])
  func oneMovesAndTheOthersFollow(_ before: [Double], _ moved: Int, _ value: Double, _ after: [Double]) {
    var network = network(before)
    network.move(.target(moved), to: value)
    #expect(network.targets == after)
    #expect(network.sumOfTargetsThatAreNoShares == nil)
  }

  @Test func targetsOfOtherLossesAreFree() {
    var network = network([0, 1, 0], loss: .squaredError)
    network.move(.target(0), to: 3)
    #expect(network.targets == [3, 1, 0])
    network.move(.learningRate, to: 2)
    #expect(network.learningRate == 2)
  }
}
