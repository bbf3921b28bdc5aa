import Diagnostics
import Formats
import Networks
import Testing
import Training

@Suite struct TrainingRunTests {
  private func run(
    _ settings: TrainingSettings, _ generator: DataGenerator = .xor, count: Int? = nil, sizes: [Int] = [2, 3, 1]
  ) throws -> TrainingRun {
    let network = try #require(Network.layered(sizes, seed: 2))
    return try #require(TrainingRun(network, data: generator.dataSet(count: count), settings: settings))
  }

  private func bits(_ run: TrainingRun) -> [UInt64] {
    (0..<run.start.parameters.count).map { run.parameter($0).bitPattern } + [run.loss.bitPattern]
  }

  /// The article's own ending, after 10,000 rounds with the biases held.
  @Test func mazursTenThousandRounds() throws {
    let network = try #require(BundledNetworks.network(named: "mazur-2-2-2"))
    let run = try #require(TrainingRun(network, data: DataSet(of: network)))
    #expect(run.train(epochs: 10_000) == .finished)
    #expect(DecimalText.significant(run.loss, digits: 6) == "3.51019e-05")
    let outputs = run.outputs()[0].map { ($0 * 1e8).rounded() / 1e8 }
    #expect(outputs == [0.01591362, 0.98406427])
    #expect(run.parameter(8) == 0.35 && run.parameter(9) == 0.6)
    #expect(run.epoch == 10_000)
  }

  /// One step is the update that the pass of the network itself finds.
  @Test(arguments: BundledNetworks.names)
  func oneStepIsTheUpdate(_ name: String) throws {
    let network = try #require(BundledNetworks.network(named: name))
    let pass = Pass(network)
    let run = try #require(TrainingRun(network, data: DataSet(of: network)))
    #expect(run.loss == pass.loss)
    run.step()
    #expect(network.parameters.indices.map(run.parameter) == pass.updatedParameters)
    #expect(run.loss == pass.lossAfterUpdate)
  }

  /// Mini-batches use the mean of the gradients, each sample counted once an epoch.
  @Test(arguments: [BatchSize.full, .samples(1), .samples(3), .samples(7), .samples(99)])
  func batchesAreMeans(_ batch: BatchSize) throws {
    let run = try run(TrainingSettings(learningRate: 0.3, batch: batch, isShuffled: true, seed: 4), .circles, count: 10)
    #expect(
      run.batchCount == [BatchSize.full: 1, .samples(1): 10, .samples(3): 4, .samples(7): 2, .samples(99): 1][batch])
    var seen: [Int] = []
    for _ in 0..<run.batchCount {
      let samples = run.nextSamples
      seen += samples
      let network = run.network(sample: samples[0])
      var sums = network.parameters.map { _ in 0.0 }
      for sample in samples {
        for (index, gradient) in Pass(run.network(sample: sample)).gradients.enumerated() { sums[index] += gradient }
      }
      run.step()
      for index in sums.indices {
        let expected = network.parameters[index] - 0.3 * sums[index] / Double(samples.count)
        #expect(abs(run.parameter(index) - expected) <= 1e-15)
      }
    }
    #expect(seen.sorted() == Array(0..<10))
    #expect(run.epoch == 1 && run.batch == 0)
  }

  @Test func ordersFollowSeedAndEpoch() throws {
    func orders(_ seed: UInt64, shuffled: Bool = true) throws -> [[Int]] {
      let run = try run(
        TrainingSettings(learningRate: 0.1, batch: .full, isShuffled: shuffled, seed: seed), .circles, count: 20)
      return (0..<3).map { _ in
        defer { run.train(epochs: 1) }
        return run.nextSamples
      }
    }
    let first = try orders(1)
    #expect(try first == orders(1))
    #expect(try first != orders(2))
    #expect(first[0] != first[1] && first[1] != first[2])
    for order in first { #expect(order.sorted() == Array(0..<20)) }
    #expect(try orders(1, shuffled: false) == Array(repeating: Array(0..<20), count: 3))
  }

  @Test func momentum() throws {
    let settings = TrainingSettings(learningRate: 0.2, momentum: 0.9, held: [2])
    let run = try run(settings)
    var velocities = run.start.parameters.map { _ in 0.0 }
    var parameters = run.start.parameters
    for _ in 0..<5 {
      var gradients = parameters.map { _ in 0.0 }
      for sample in 0..<4 {
        for (index, gradient) in Pass(run.network(sample: sample)).gradients.enumerated() {
          gradients[index] += gradient / 4
        }
      }
      for index in parameters.indices where index != 2 {
        velocities[index] = 0.9 * velocities[index] + gradients[index]
        parameters[index] -= 0.2 * velocities[index]
      }
      run.step()
      for index in parameters.indices { #expect(abs(run.parameter(index) - parameters[index]) < 1e-14) }
    }
    #expect(run.parameter(2) == run.start.parameters[2])
  }

  /// The published weights of the example that uses new output weights for the hidden layer.
  @Test func updatedWeightsOnTheWayBack() throws {
    let network = try #require(BundledNetworks.network(named: "rgu-2-2-1"))
    var settings = TrainingSettings(of: network)
    settings.mistake = .updatedWeight
    let run = try #require(TrainingRun(network, data: DataSet(of: network), settings: settings))
    run.step()
    let published = [0.09916, 0.7978, 0.3972, 0.5928, 0.272392, 0.87305]
    for (index, value) in published.enumerated() { #expect(abs(run.parameter(index) - value) < 1e-4) }
    let right = try #require(TrainingRun(network, data: DataSet(of: network)))
    right.step()
    #expect(abs(right.parameter(0) - 0.0990709) < 1e-7)
    #expect(right.parameter(4) == run.parameter(4))
  }

  @Test func learnsXor() throws {
    let run = try #require(TrainingRun(DataGenerator.xor.suggestedNetwork(), data: DataGenerator.xor.dataSet()))
    #expect(run.accuracy() < 1)
    #expect(run.train(epochs: 20_000, goal: 0.01) == .reachedGoal)
    #expect(run.accuracy() == 1)
    #expect(run.loss <= 0.01)
  }

  @Test func learnsCircles() throws {
    let generator = DataGenerator.circles
    var settings = TrainingSettings(of: generator.suggestedNetwork())
    (settings.batch, settings.isShuffled) = (.samples(10), true)
    let run = try #require(
      TrainingRun(generator.suggestedNetwork(), data: generator.dataSet(count: 100), settings: settings))
    run.train(epochs: 400, goal: 0.02)
    #expect(run.accuracy() == 1)
  }

  @Test func wrongDataIsRefused() throws {
    let network = BundledNetworks.default
    #expect(TrainingRun(network, data: DataSet(name: "", inputCount: 3, targetCount: 1, values: [1, 2, 3, 4])) == nil)
    #expect(TrainingRun(network, data: DataSet(name: "", inputCount: 2, targetCount: 1, values: [])) == nil)
  }

  // MARK: Time travel

  private static let wild = TrainingSettings(
    learningRate: 0.4, momentum: 0.8, batch: .samples(3), isShuffled: true, seed: 77)

  @Test func goingBackIsExact() throws {
    let run = try run(Self.wild, .circles, count: 10)
    var states: [[UInt64]] = [bits(run)]
    for _ in 0..<40 {
      run.step()
      states.append(bits(run))
    }
    // Ten samples by threes are four steps an epoch.
    for step in [39, 40, 38, 12, 13, 17, 3, 0, 21] {
      run.go(toEpoch: step / 4, batch: step % 4)
      #expect(bits(run) == states[step], "step \(step)")
      #expect(run.epoch == step / 4 && run.batch == step % 4)
    }
  }

  @Test func goingBackInALongRun() throws {
    let run = try run(TrainingSettings(learningRate: 0.5))
    run.train(epochs: 1300)
    let (there, history) = (bits(run), run.history)
    run.train(epochs: 2200)
    let end = bits(run)
    run.go(toEpoch: 1300)
    #expect(bits(run) == there)
    #expect(run.history.losses.values == Array(history.losses.values))
    run.train(epochs: 2200)
    #expect(bits(run) == end)
  }

  @Test func changesByHandAreRecalled() throws {
    let run = try run(Self.wild, .circles, count: 10)
    run.go(toEpoch: 3, batch: 2)
    run.setParameter(1, to: 0.125)
    var slower = run.settings
    slower.learningRate = 0.01
    run.go(toEpoch: 5)
    run.change(slower)
    run.train(epochs: 4)
    let end = bits(run)
    run.go(toEpoch: 6)
    #expect(run.settings.learningRate == 0.01)
    run.train(epochs: 3)
    #expect(bits(run) == end)
    run.go(toEpoch: 4)
    #expect(run.settings.learningRate == 0.4)
    run.go(toEpoch: 3)
    let untouched = try self.run(Self.wild, .circles, count: 10)
    untouched.go(toEpoch: 3)
    #expect(bits(run) == bits(untouched))
    // The change lies ahead no more.
    run.train(epochs: 6)
    untouched.train(epochs: 6)
    #expect(bits(run) == bits(untouched))
  }

  @Test func historyIsTheWay() throws {
    let run = try run(TrainingSettings(learningRate: 0.5))
    var losses = [run.loss]
    for _ in 0..<5 {
      run.train(epochs: 1)
      losses.append(run.loss)
    }
    #expect(run.history.losses.column(0).map(\.epoch) == Array(0...5))
    #expect(run.history.losses.column(0).map(\.value) == losses)
    #expect(run.history.values(ofParameter: 4).map(\.value).last == run.parameter(4))
    let mean = (0..<4).map { Pass(run.network(sample: $0)).gradients[4] }.reduce(0, +) / 4
    #expect(abs((run.history.gradients(ofParameter: 4).last?.value ?? .nan) - mean) < 1e-15)
    let architecture = run.start.architecture
    let csv = run.history.csv(architecture).split(separator: "\n")
    #expect(csv.count == 7)
    #expect(csv[0].hasPrefix("epoch,loss,w1,w2,") && csv[0].hasSuffix(",dE/db3,dE/db4"))
    #expect(csv[6].hasPrefix("5,\(DecimalText.shortest(run.loss)),\(DecimalText.shortest(run.parameter(0))),"))
    #expect(csv.allSatisfy { $0.filter { $0 == "," }.count == 1 + 2 * architecture.parameterCount })
    #expect(
      run.history.json(architecture).oneLine.hasPrefix("{\"loss\": {\"epochs\": [0, 1, 2, 3, 4, 5], \"values\": ["))
  }

  @Test func historyStaysInItsRoom() throws {
    let run = try run(TrainingSettings(learningRate: 0.5), sizes: [2, 1])
    run.train(epochs: 3000)
    let states = run.history.states
    #expect(states.stride == 4 && states.count == 751)
    #expect(run.history.losses.stride == 1 && run.history.losses.count == 3001)
    #expect(run.history.csv(run.start.architecture).split(separator: "\n")[2].hasSuffix(",,,,,,"))
  }

  // MARK: Divergence

  @Test func numbersThatAreNone() throws {
    let network = try #require(Network.layered([2, 3, 1], hidden: .identity, output: .identity, seed: 1))
    let run = try #require(
      TrainingRun(network, data: DataGenerator.circles.dataSet(), settings: TrainingSettings(learningRate: 50)))
    var stop = run.train(epochs: 1000)
    guard case .diverged(.growing(let epoch, let from, let to)) = stop else {
      Issue.record("\(stop)")
      return
    }
    #expect(epoch < 20 && to > from)
    while case .diverged(let divergence) = stop, !divergence.isFinal { stop = run.train(epochs: 1000) }
    guard case .diverged(let divergence) = stop else {
      Issue.record("\(stop)")
      return
    }
    #expect(divergence.isFinal)
    #expect(run.train(epochs: 5) == stop)
    let advice = divergence.advice(learningRate: 50)
    #expect(advice.en.contains("η = 50") && advice.en.contains("such as 5."))
    #expect(advice.zh.contains("η = 50") && advice.zh.contains("例如 5。"))
    run.go(toEpoch: 1)
    #expect(run.divergence == nil && run.loss.isFinite)
  }

  @Test func aClimbIsNoticed() throws {
    // One weight, E = ½(1 − 2w)²: each step multiplies the distance by 1 − 4η = −1.2.
    var network = try #require(Network.layered([1, 1], output: .identity, seed: 1))
    network.parameters = [0, 0]
    let data = DataSet(name: "", inputCount: 1, targetCount: 1, values: [2, 1])
    let run = try #require(
      TrainingRun(network, data: data, settings: TrainingSettings(learningRate: 0.55, held: [1])))
    let stop = run.train(epochs: 100)
    guard case .diverged(.growing(let epoch, let from, let to)) = stop else {
      Issue.record("\(stop)")
      return
    }
    #expect(epoch == 10)
    #expect(from == 0.5)
    // ½·1.44¹⁰
    #expect(abs(to - 19.168799962237373) < 1e-9)
    #expect(run.train(epochs: 1) == .finished)
  }

  @Test func steadyRunsAreLeftInPeace() throws {
    let run = try run(TrainingSettings(learningRate: 0.5, batch: .samples(1), isShuffled: true), .circles, count: 20)
    #expect(run.train(epochs: 200) == .finished)
  }
}
