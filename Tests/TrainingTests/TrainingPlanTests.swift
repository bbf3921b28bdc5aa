import Networks
import Testing
import Training

@Suite struct TrainingPlanTests {
  /// What a class types first must work, whatever the seed.
  @Test(arguments: [DataGenerator.xor, .and, .circles], 1...10)
  func madeDataIsLearned(_ generator: DataGenerator, _ seed: Int) throws {
    let plan = generator.plan(seed: UInt64(seed))
    let run = try #require(TrainingRun(plan.network, data: generator.dataSet(), settings: plan.settings))
    #expect(run.train(epochs: plan.epochs) == .finished)
    #expect(run.accuracy() == 1)
  }

  @Test func spiralsAreLearned() throws {
    let plan = DataGenerator.spirals.plan()
    let run = try #require(TrainingRun(plan.network, data: DataGenerator.spirals.dataSet(), settings: plan.settings))
    #expect(run.train(epochs: plan.epochs) == .finished)
    #expect(run.accuracy() == 1)
  }

  /// Targets decide what kind of network suits samples from a file.
  @Test func networksSuitTheirTargets() throws {
    let classes = DataSet(name: "", inputCount: 3, targetCount: 1, values: [1, 2, 3, 0, 3, 2, 1, 1])
    let plan = try #require(TrainingPlan(for: classes, seed: 1))
    #expect(plan.network.architecture.loss == .crossEntropy)
    #expect(plan.network.architecture.layers.map(\.neurons.count) == [8, 1])
    let numbers = DataSet(name: "", inputCount: 1, targetCount: 2, values: [1, 20, -3])
    let regression = try #require(TrainingPlan(for: numbers, hidden: [4, 4], activation: .relu, seed: 1))
    #expect(regression.network.architecture.loss == .squaredError)
    #expect(regression.network.architecture.layers.map(\.activation) == [.relu, .relu, .identity])
    #expect(TrainingPlan(for: numbers, hidden: [100_000], seed: 1) == nil)
  }
}
