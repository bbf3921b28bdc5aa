import Networks
import Testing

@testable import Training

/// Matrix products hold what sample by sample is computed.
@Suite struct BatchPassTests {
  private static let shapes: [[Int]] = [[784, 16, 10], [17, 33, 9, 3], [5, 64, 1], [1, 300, 1], [64, 16, 10]]

  private func network(_ sizes: [Int], _ loss: Loss, _ activation: Activation, _ bias: Bias) throws -> Network {
    let made = try #require(Network.layered(sizes, hidden: activation, output: .sigmoid, loss: loss, seed: 3))
    let layers = made.architecture.layers.map { Layer(neurons: $0.neurons, activation: $0.activation, bias: bias) }
    let architecture = Architecture(inputs: made.architecture.inputs, layers: layers, loss: loss)
    var network = Network(name: "", architecture: architecture).randomized(seed: 5)
    for index in network.parameters.indices { network.parameters[index] *= 0.2 }
    return network
  }

  private func samples(_ sizes: [Int], _ count: Int) -> DataSet {
    var random = RandomSource(seed: 9)
    let width = (sizes.first ?? 0) + (sizes.last ?? 0)
    return DataSet(
      name: "", inputCount: sizes.first ?? 0, targetCount: sizes.last ?? 0,
      values: (0..<width * count).map { _ in random.next(in: -1...1) })
  }

  /// A step of a batch, whatever its size, is the step that single samples make, to 1e-12 of the largest gradient.
  @Test(arguments: shapes, [4, 7, 32, 64, 65, 130])
  func theStepIsThatOfSingleSamples(_ sizes: [Int], _ count: Int) throws {
    for (bias, activation, loss) in [
      (Bias.each, Activation.tanh, Loss.crossEntropy), (.shared, .relu, .squaredError),
      (.none, .sigmoid, .squaredError),
    ] {
      let network = try network(sizes, loss, activation, bias)
      let settings = TrainingSettings(learningRate: 0.5, momentum: 0.5, batch: .samples(count), isShuffled: true)
      let data = samples(sizes, count + 5)
      let batched = try #require(TrainingRun(network, data: data, settings: settings))
      let single = try #require(TrainingRun(network, data: data, settings: settings))
      try #require(batched.batchPass != nil)
      single.batchPass = nil
      #expect(abs(batched.loss - (single.meanLoss() ?? .nan)) <= 1e-12 * single.loss)
      batched.step()
      single.step()
      let scale = (0..<single.parameterCount).map { single.gradients[$0].magnitude }.max() ?? 0
      let worst =
        (0..<single.parameterCount).map { (single.gradients[$0] - batched.gradients[$0]).magnitude }.max() ?? 1
      #expect(worst <= 1e-12 * scale)
      let moved =
        (0..<single.parameterCount).map { (single.parameter($0) - batched.parameter($0)).magnitude }.max() ?? 1
      #expect(moved <= 1e-12)
      #expect(zip(batched.outputs(), single.outputs()).allSatisfy { zip($0, $1).allSatisfy { abs($0 - $1) < 1e-12 } })
    }
  }

  /// The same samples give the same bits, stopped and resumed or not.
  @Test func theSameBits() throws {
    let network = try network([64, 16, 10], .squaredError, .tanh, .each)
    let settings = TrainingSettings(learningRate: 0.1, batch: .samples(8), isShuffled: true)
    let runs = try (0..<2).map { _ in
      try #require(TrainingRun(network, data: samples([64, 16, 10], 50), settings: settings))
    }
    runs[0].train(epochs: 4)
    for _ in 0..<4 * runs[1].batchCount { runs[1].step() }
    for parameter in 0..<runs[0].parameterCount {
      #expect(runs[0].parameter(parameter).bitPattern == runs[1].parameter(parameter).bitPattern)
    }
    #expect(runs[0].loss.bitPattern == runs[1].loss.bitPattern)
  }

  /// What is no number in one sample is none in the loss, and nothing traps.
  @Test func brokenNumbersPassThrough() throws {
    var network = try network([64, 16, 10], .squaredError, .sigmoid, .each)
    network.parameters[3] = .infinity
    network.parameters[70] = .nan
    let run = try #require(TrainingRun(network, data: samples([64, 16, 10], 9)))
    #expect(run.divergence?.isFinal == true)
  }

  /// A step that is given up leaves no trace, wherever the interruption comes.
  @Test func aStepThatIsGivenUpNeverBegan() throws {
    let network = try network([784, 16, 10], .squaredError, .sigmoid, .each)
    let settings = TrainingSettings(learningRate: 0.1, momentum: 0.9, batch: .samples(300))
    let data = samples([784, 16, 10], 600)
    let run = try #require(TrainingRun(network, data: data, settings: settings))
    let other = try #require(TrainingRun(network, data: data, settings: settings))
    run.train(epochs: 1)
    other.train(epochs: 1)
    for patience in 0..<12 {
      var asked = 0
      run.interruption = {
        asked += 1
        return asked > patience
      }
      let before = run.snapshot()
      let history = run.history
      let stop = run.train(epochs: 1)
      run.interruption = nil
      if stop == .interrupted {
        if run.batch == before.batch {
          #expect(run.snapshot() == before)
          #expect(run.history == history)
        }
        run.go(toEpoch: 2)
      }
      other.go(toEpoch: 2)
      #expect(run.snapshot() == other.snapshot())
      run.go(toEpoch: 1)
    }
  }
}
