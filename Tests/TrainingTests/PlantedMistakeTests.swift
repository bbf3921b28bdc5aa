import Diagnostics
import Formats
import Networks
import Testing
import Training

/// Each mistake against the formula of the misconception catalogue, on the lesson's network.
@Suite struct PlantedMistakeTests {
  private let network = BundledNetworks.default
  private var pass: Pass { Pass(network) }

  /// (w − w⁺)/η after one step with the mistake: the gradient that was taken.
  private func gradients(_ mistake: PlantedMistake, rate: Double? = nil) throws -> [Double] {
    var settings = TrainingSettings(of: network)
    settings.mistake = mistake
    let run = try #require(TrainingRun(network, data: DataSet(of: network), settings: settings))
    run.step()
    return network.parameters.indices.map {
      (network.parameters[$0] - run.parameter($0)) / (rate ?? settings.learningRate)
    }
  }

  private func expect(_ mistake: PlantedMistake, rate: Double? = nil, _ expected: (Int) -> Double) throws {
    let gradients = try gradients(mistake, rate: rate)
    for parameter in gradients.indices {
      #expect(
        abs(gradients[parameter] - expected(parameter)) < 1e-14,
        "\(mistake) \(network.architecture.name(of: .parameter(parameter)))")
    }
  }

  @Test func outputs() throws {
    let pass = pass
    let slope = pass.outs[2] * (1 - pass.outs[2])
    let residual = network.targets[0] - pass.outs[2]
    try expect(.signFlip) { -pass.gradients[$0] }
    try expect(.half) { 2 * pass.gradients[$0] }
    try expect(.lossAsSlope) { pass.gradients[$0] * pass.loss / -residual }
    try expect(.dropOutputSlope) { pass.gradients[$0] / slope }
  }

  @Test func hiddenLayers() throws {
    let (pass, inputs) = (pass, network.inputs)
    let (delta, outs) = (pass.deltas[2], pass.outs)
    let weights = [network.parameters[4], network.parameters[5]]
    func expected(_ deltas: [Double], _ output: Double) -> (Int) -> Double {
      let all = [
        deltas[0] * inputs[0], deltas[0] * inputs[1], deltas[1] * inputs[0], deltas[1] * inputs[1],
        output * outs[0], output * outs[1], deltas[0] + deltas[1], output,
      ]
      return { all[$0] }
    }
    try expect(.dropHiddenSlope, expected([delta * weights[0], delta * weights[1]], delta))
    try expect(.dropWeight, expected([delta * pass.slopes[0], delta * pass.slopes[1]], delta))
    let half = -(network.targets[0] - outs[2]) * outs[2]
    try expect(.halfSlope, expected([half * weights[0] * outs[0], half * weights[1] * outs[1]], half))
    let updated = [pass.updatedParameters[4], pass.updatedParameters[5]]
    try expect(
      .updatedWeight, expected((0...1).map { delta * updated[$0] * pass.slopes[$0] }, delta))
  }

  @Test func biases() throws {
    let pass = pass
    try expect(.biasOnePath) { $0 == 6 ? pass.deltas[0] : pass.gradients[$0] }
    try expect(.biasMean) { $0 == 6 ? pass.gradients[6] / 2 : pass.gradients[$0] }
    try expect(.biasZero) { $0 >= 6 ? 0 : pass.gradients[$0] }
  }

  @Test func updates() throws {
    let pass = pass
    try expect(.ascent) { -pass.gradients[$0] }
    try expect(.noRate, rate: 1) { pass.gradients[$0] }
    try expect(.alwaysDecrease) { pass.gradients[$0].magnitude }
    try expect(.usesLoss) { _ in pass.loss }
  }

  @Test func batchesAreAdded() throws {
    let data = DataGenerator.xor.dataSet()
    var settings = TrainingSettings(of: network)
    let right = try #require(TrainingRun(network, data: data, settings: settings))
    settings.mistake = .batch
    let wrong = try #require(TrainingRun(network, data: data, settings: settings))
    right.step()
    wrong.step()
    for parameter in network.parameters.indices {
      let (one, other) = (right.parameter(parameter), wrong.parameter(parameter))
      #expect(abs((other - network.parameters[parameter]) - 4 * (one - network.parameters[parameter])) < 1e-14)
    }
  }

  /// With every mistake a run can be saved and taken up again.
  @Test(arguments: PlantedMistake.allCases)
  func eachHasWordsAndSurvivesAFile(_ mistake: PlantedMistake) throws {
    #expect(!mistake.words.en.isEmpty && !mistake.words.zh.isEmpty)
    var settings = TrainingSettings(of: network)
    settings.mistake = mistake
    let run = try #require(TrainingRun(network, data: DataSet(of: network), settings: settings))
    run.train(epochs: 3)
    let text = TrainingFile.json(run).oneLine
    let resumed = try TrainingFile.parse(.init(text))
    #expect(resumed.settings == run.settings)
    run.train(epochs: 2)
    resumed.train(epochs: 2)
    #expect(network.parameters.indices.allSatisfy { run.parameter($0) == resumed.parameter($0) })
  }
}
