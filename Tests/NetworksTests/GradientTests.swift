import Networks
import RandomNetworks
import Testing

/// Distrust every derivative: each against a numeric one and against the other mode.
@Suite struct GradientTests {
  /// ∂E/∂(given quantity) by central differences of fourth order.
  ///
  /// (8(E₊ − E₋) − (E₊₊ − E₋₋))/12h errs by h⁴/30 of the fifth derivative and by rounding of about ε·E/h: with h = 1e-3
  /// both lie near 1e-12, so 1e-9 leaves room and still sees any wrong factor.
  private static func numericGradient(_ network: Network, by quantity: Quantity) -> Double {
    let h = 1e-3
    func loss(_ steps: Double) -> Double {
      var nudged = network
      nudged[given: quantity] = (network[given: quantity] ?? .nan) + steps * h
      return Pass(nudged).loss
    }
    return (8 * (loss(1) - loss(-1)) - (loss(2) - loss(-2))) / (12 * h)
  }

  private static func check(_ network: Network) -> Int {
    let pass = Pass(network)
    let given = network.givenQuantities.filter {
      if case .target = $0 { false } else { true }
    }
    for quantity in given {
      let analytic = pass.value(of: .gradient(quantity))
      let numeric = numericGradient(network, by: quantity)
      let name = network.architecture.name(of: quantity)
      #expect(
        (analytic - numeric).magnitude <= 1e-9 * max(1, analytic.magnitude),
        "\(network.name): dE/d\(name) is \(analytic), by differences \(numeric)")
    }
    return given.count
  }

  @Test func twoTwoOneAtTwoHundredPoints() {
    for seed in 0..<200 as Range<UInt64> {
      #expect(Self.check(BundledNetworks.default.randomized(seed: seed)) == 10)
    }
  }

  @Test func otherArchitectures() {
    var checked = 0
    for seed in 0..<150 as Range<UInt64> {
      let network = RandomNetworks.network(seed)
      if network.isNearACorner() { continue }
      checked += Self.check(network)
    }
    #expect(checked > 1_000)
  }

  /// Forward mode follows a nudge through the layers and knows nothing of the backward pass.
  @Test func agreesWithForwardMode() {
    for seed in 0..<200 as Range<UInt64> {
      let network = RandomNetworks.network(seed)
      let pass = Pass(network)
      let architecture = network.architecture
      let variables =
        architecture.inputs.indices.map(Quantity.input) + (0..<architecture.parameterCount).map(Quantity.parameter)
        + (0..<architecture.neuronCount).flatMap { [Quantity.net($0), .out($0)] }
      for variable in variables {
        let (backward, forward) = (pass.value(of: .gradient(variable)), pass.tangent(of: .loss, by: variable))
        #expect(
          (backward - forward).magnitude <= 1e-12 * max(1, backward.magnitude),
          "\(network.name): by \(architecture.name(of: variable)) \(backward) and \(forward)")
        for neuron in 0..<architecture.neuronCount {
          let local = Quantity.derivative(of: .net(neuron), by: variable)
          #expect(pass.value(of: local) == pass.tangent(of: .net(neuron), by: variable))
        }
      }
    }
  }

  /// A long row is added in eight lanes; the gradients must not care.
  @Test func wideLayers() {
    let network = RandomNetworks.network([37, 21, 3], activation: .tanh, bias: .each, seed: 4)
    #expect(Self.check(network) == 37 + 37 * 21 + 21 * 3 + 24)
  }

  @Test func updatesAreOneStepDownTheGradient() {
    for seed in 0..<50 as Range<UInt64> {
      let network = RandomNetworks.network(seed)
      let pass = Pass(network)
      for parameter in network.parameters.indices {
        let old = network.parameters[parameter]
        let isWeight = parameter < network.architecture.weightCount
        let slope = pass.gradients[parameter] + (isWeight ? network.weightDecay * old : 0)
        let kept = network.momentum * network.lastStep(of: parameter)
        let new = network.held.contains(parameter) ? old : old - network.learningRate * slope + kept
        #expect(pass.updatedParameters[parameter] == new)
      }
      let sum = pass.partialLosses.reduce(0, +)
      #expect(pass.loss == (network.architecture.loss.isMean ? sum / Double(pass.partialLosses.count) : sum))
    }
  }
}
