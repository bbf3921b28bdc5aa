import Diagnostics
import Networks
import RandomNetworks
import Testing
import Training

@Suite struct GradientCheckTests {
  @Test(arguments: BundledNetworks.names)
  func bundledNetworksAreRight(_ name: String) throws {
    let network = try #require(BundledNetworks.network(named: name))
    let checks = try #require(GradientChecker(network)).checks()
    #expect(checks.map(\.parameter) == Array(network.parameters.indices))
    for check in checks {
      #expect(check.verdict == .good)
      #expect(check.analytic == Pass(network).gradients[check.parameter])
    }
  }

  /// Categorical cross-entropy is for several outputs, which these samples do not have.
  @Test(arguments: [Activation.sigmoid, .tanh, .identity], Loss.allCases.filter { $0 != .categoricalCrossEntropy })
  func meansOverSamplesAreRight(_ hidden: Activation, _ loss: Loss) throws {
    var network = try #require(Network.layered([2, 3, 2, 1], hidden: hidden, loss: loss, seed: 8))
    // Odd activations without biases on mirrored samples would have gradients of exactly 0.
    network.parameters.replaceSubrange(network.architecture.weightCount..., with: [0.1, -0.2, 0.3, 0.2, -0.1, 0.4])
    let data = DataGenerator.circles.dataSet(count: 6, noise: 0.1)
    for check in try #require(GradientChecker(network, data: data)).checks() { #expect(check.verdict == .good) }
  }

  /// The V of the error: truncation falls with ε², rounding rises with 1/ε.
  @Test func theErrorIsAV() throws {
    let check = try #require(GradientChecker(BundledNetworks.default)?.check(4))
    let errors = check.points.map(\.error)
    #expect(check.points.map(\.epsilon) == GradientCheck.decades)
    for pair in 0..<2 { #expect(abs(errors[pair] / errors[pair + 1] - 100) < 5) }
    #expect(try #require(errors.last) > 1e3 * (try #require(check.best?.error)))
    for point in check.points where point.epsilon <= 1e-7 {
      #expect(point.error <= 20 * check.rounding(at: point.epsilon))
    }
    let truncation = try #require(check.truncation(at: 1e-1))
    #expect(abs(truncation / errors[0] - 1) < 0.05)
  }

  @Test func plantedMistakes() throws {
    let network = BundledNetworks.default
    let right = Pass(network).gradients
    func verdict(_ factor: Double) throws -> GradientCheck.Verdict {
      let wrong = right.map { $0 * factor }
      return try #require(GradientChecker(network, gradients: wrong)?.check(0)).verdict
    }
    #expect(try verdict(-1) == .wrong)
    #expect(try verdict(2) == .wrong)
    #expect(try verdict(1.001) == .suspicious)
    #expect(try verdict(1.00001) == .acceptable)
    #expect(try verdict(1 + 1e-9) == .good)
    #expect(try verdict(.nan) == .wrong)
    #expect(try verdict(0) == .wrong)
  }

  @Test func kinks() throws {
    var network = try #require(Network.layered([1, 2, 1], hidden: .relu, output: .identity, seed: 3))
    network.inputs = [1]
    network.parameters = [0.5, 0.3, 1, 1, -0.5, 0.1, 0]
    network.targets = [2]
    // h1 is exactly at its kink: net = 0.5·1 − 0.5.
    let atKink = try #require(GradientChecker(network)?.check(0))
    #expect(atKink.verdict == .kink)
    #expect(atKink.kinks == [0])
    #expect(try #require(GradientChecker(network)?.check(1)).verdict == .good)
    // A little beside it, only small ε tell the truth.
    network.parameters[4] = -0.5 + 0.5e-5
    let beside = try #require(GradientChecker(network)?.check(0))
    #expect(beside.points.filter(\.crossesKink).map(\.epsilon) == Array(GradientCheck.decades.prefix(5)))
    #expect(beside.verdict == .good || beside.verdict == .acceptable)
  }

  @Test func gradientsBelowRounding() throws {
    var network = BundledNetworks.default
    // Saturated: f′ is about 1e-13.
    network.parameters[7] = 30
    let check = try #require(GradientChecker(network)?.check(0))
    #expect(check.analytic != 0)
    #expect(check.verdict == .tooSmall || check.verdict == .good)
    #expect(check.verdict != .wrong)
  }

  /// What cannot be computed is never called right.
  @Test func numbersOutOfRange() throws {
    var network = BundledNetworks.default
    // Beside 1e300 no ε makes a difference.
    network.parameters[4] = 1e300
    let vanishing = try #require(GradientChecker(network)?.check(4))
    #expect(vanishing.points.isEmpty && vanishing.best == nil && vanishing.verdict == .tooSmall)
    // A loss that is infinite at both ends has no difference either.
    let layers = [Layer(neurons: ["O"], activation: .identity, bias: .none)]
    network = Network(name: "", architecture: Architecture(inputs: ["x"], layers: layers, loss: .squaredError))
    (network.inputs, network.parameters, network.targets) = ([1e200], [1], [1])
    let infinite = try #require(GradientChecker(network)?.check(0))
    #expect(infinite.points.allSatisfy(\.relativeError.isNaN) && infinite.verdict == .wrong)
  }

  @Test func limits() throws {
    let network = try #require(Network.layered([10, 20, 1], seed: 1))
    let checker = try #require(GradientChecker(network))
    let some = checker.checks(limit: 7, seed: 2).map(\.parameter)
    #expect(some.count == 7 && some == some.sorted() && Set(some).count == 7)
    #expect(some == checker.checks(limit: 7, seed: 2).map(\.parameter))
    #expect(checker.check(-1) == nil && checker.check(network.parameters.count) == nil)
    #expect(GradientChecker(network, gradients: [1]) == nil)
  }
}

/// Every kind of network against central differences.
@Suite struct GradientChecksOfAllKinds {
  /// Softmax with every loss, thresholds, a function of each neuron's own; what updates add (decay, momentum) is no part of E.
  @Test(arguments: 0..<60) func randomNetworksAreRight(_ number: Int) throws {
    let network = RandomNetworks.network(UInt64(number) &+ 300, depth: 3, width: 3)
    guard !network.isNearACorner() else { return }
    for check in try #require(GradientChecker(network)).checks() {
      let name = network.architecture.name(of: .parameter(check.parameter))
      #expect(check.verdict != .wrong && check.verdict != .suspicious, "\(network.name) \(name): \(check.verdict)")
      #expect(check.analytic == Pass(network).gradients[check.parameter])
    }
  }

  @Test(arguments: [Loss.categoricalCrossEntropy, .squaredError, .meanSquaredError, .sumOfSquares])
  func softmaxIsRightOverSamples(_ loss: Loss) throws {
    let architecture = Architecture(
      inputs: ["x1", "x2"],
      layers: [
        Layer(neurons: ["h1", "h2"], activation: .tanh, bias: .each),
        Layer(neurons: ["o1", "o2", "o3"], activation: .softmax, bias: .each),
      ], loss: loss)
    let network = Network(name: "softmax", architecture: architecture).randomized(seed: 4)
    // One-hot, shares, and what is no share of one whole: out·Σt − t.
    for targets in [[0, 1, 0], [0.2, 0.5, 0.3], [1, 1, 0.5]] as [[Double]] {
      var changed = network
      changed.targets = targets
      let checks = try #require(GradientChecker(changed)).checks()
      #expect(checks.count == architecture.parameterCount)
      for check in checks {
        #expect(check.verdict == .good, "\(targets) \(check.parameter) \(check.best?.relativeError ?? 0)")
      }
      let pass = Pass(changed)
      if loss == .categoricalCrossEntropy {
        let sum = targets.reduce(0, +)
        for output in 0..<3 {
          let neuron = architecture.firstOutput + output
          #expect(abs(pass.deltas[neuron] - (pass.outs[neuron] * sum - targets[output])) < 1e-12)
        }
      }
    }
    // A planted mistake is found: the slope of each output alone, without the others.
    var diagonal = Pass(network).gradients
    for index in diagonal.indices { diagonal[index] *= 0.8 }
    #expect(try #require(GradientChecker(network, gradients: diagonal)?.check(4)).verdict == .wrong)
  }

  /// What an update takes off with decay and momentum, against differences of E + λ/2 Σw²; and of several samples their mean or sum.
  @Test func updatesDescendWhatTheySay() throws {
    let architecture = Architecture(
      inputs: ["x"],
      layers: [
        Layer(neurons: ["h1", "h2"], activation: .sigmoid, bias: .each),
        Layer(neurons: ["o1", "o2"], activation: .softmax, bias: .each),
      ], loss: .categoricalCrossEntropy,
      conventions: Conventions(hasThresholds: true, hasWeightDecay: true, hasMomentum: true))
    var network = Network(name: "all", architecture: architecture).randomized(seed: 9)
    (network.weightDecay, network.momentum, network.learningRate) = (0.03, 0.7, 0.4)
    network.lastSteps = network.parameters.indices.map { 0.01 * Double($0) - 0.03 }
    let pass = Pass(network)
    func objective(_ parameter: Int, _ change: Double) -> Double {
      var nudged = network
      nudged.parameters[parameter] += change
      let squares = nudged.parameters[..<architecture.weightCount].reduce(0) { $0 + $1 * $1 }
      return Pass(nudged).loss + network.weightDecay / 2 * squares
    }
    for parameter in network.parameters.indices {
      let slope = (objective(parameter, 1e-5) - objective(parameter, -1e-5)) / 2e-5
      let expected = network.parameters[parameter] - 0.4 * slope + 0.7 * network.lastSteps[parameter]
      #expect(abs(pass.updatedParameters[parameter] - expected) < 1e-9)
    }
  }
}
