import Diagnostics
import Networks
import Testing

@testable import Training

@Suite struct ComparisonTests {
  private func comparison(_ change: WhatIf, _ network: Network = BundledNetworks.default) throws -> RunComparison {
    try RunComparison(#require(TrainingRun(network, data: DataSet(of: network))), change: change)
  }

  private func parting(_ change: WhatIf) throws -> RunComparison.Parting {
    let comparison = try comparison(change)
    comparison.train(epochs: 3)
    #expect(comparison.original.epoch == 3 && comparison.changed.epoch == 3)
    return try #require(comparison.parting)
  }

  @Test func learningRatesPartAtTheFirstUpdate() throws {
    let parting = try parting(.learningRate(0.4))
    #expect(parting.step == 1 && parting.quantity == .updated(0))
    let gradient = Pass(BundledNetworks.default).gradients[0]
    #expect(parting.original == 0.2 - 0.8 * gradient)
    #expect(parting.changed == 0.2 - 0.4 * gradient)
    let words = parting.words(BundledNetworks.default.architecture)
    #expect(words.en == "They part at step 1, in the update: w1+: 0.199191663 ≠ 0.199595832")
    #expect(words.zh == "从第 1 步的参数更新开始不同：w1+：0.199191663 ≠ 0.199595832")
  }

  @Test func momentumPartsAtTheSecond() throws {
    let parting = try parting(.momentum(0.9))
    #expect(parting.step == 2 && parting.quantity == .updated(0))
    #expect(parting.epoch == 1)
  }

  @Test func initialWeightsPartBefore() throws {
    let parting = try parting(.parameters([4: 0.25]))
    #expect(parting.step == 0 && parting.quantity == .parameter(4))
    #expect(parting.original == -0.1 && parting.changed == 0.25)
  }

  @Test func activationsPartInTheForwardPass() throws {
    let parting = try parting(.activation(layer: 0, .tanh))
    #expect(parting.step == 1 && parting.quantity == .out(0))
    #expect(abs(parting.original - 0.27687819487561016) < 1e-15)
  }

  /// The mistake of printed examples shows first in the hidden layer's gradients.
  @Test func newOutputWeightsPartInTheBackwardPass() throws {
    let parting = try parting(.mistake(.updatedWeight))
    #expect(parting.step == 1 && parting.quantity == .gradient(.parameter(0)))
    let pass = Pass(BundledNetworks.default)
    #expect(abs(parting.changed / parting.original - pass.updatedParameters[4] / -0.1) < 1e-12)
    #expect(parting.words(BundledNetworks.default.architecture).en.contains("in the backward pass: dE/dw1"))
  }

  @Test func sameStaysSame() throws {
    let comparison = try comparison(.learningRate(0.8))
    comparison.train(epochs: 50)
    #expect(comparison.parting == nil)
    #expect(comparison.original.history == comparison.changed.history)
  }

  /// A run that has begun is changed where it stands: velocities, orders and curves go on, and the run is the same as if
  /// nobody had compared it.
  @Test func aRunThatHasBegunBranches() throws {
    let plan = DataGenerator.spirals.plan()
    func begun() throws -> TrainingRun {
      let run = try #require(TrainingRun(plan.network, data: DataGenerator.spirals.dataSet(), settings: plan.settings))
      run.train(epochs: 5)
      return run
    }
    let (alone, byHand, comparison) = (
      try begun(), try begun(), try RunComparison(begun(), change: .learningRate(0.01))
    )
    var slower = byHand.settings
    slower.learningRate = 0.01
    byHand.change(slower)
    for run in [alone, byHand] { run.train(epochs: 4) }
    comparison.train(epochs: 4)
    #expect(comparison.original.snapshot() == alone.snapshot() && comparison.original.history == alone.history)
    #expect(comparison.changed.snapshot() == byHand.snapshot() && comparison.changed.history == byHand.history)
    #expect(comparison.parting?.epoch == 5 && comparison.parting?.step == 1)

    let moved = try RunComparison(begun(), change: .parameters([3: 2]))
    byHand.go(toEpoch: 5)
    byHand.change(alone.settings)
    byHand.setParameter(3, to: 2)
    byHand.train(epochs: 4)
    moved.train(epochs: 4)
    #expect(moved.changed.snapshot().parameters == byHand.snapshot().parameters)
    #expect(moved.parting?.step == 0 && moved.parting?.epoch == 5)
    // Nothing changed, nothing parts.
    let same = try RunComparison(begun(), change: .momentum(plan.settings.momentum))
    same.train(epochs: 4)
    #expect(same.parting == nil && same.changed.history == alone.history)
  }

  /// Smaller batches are drawn as `train --batch` draws them.
  @Test func smallerBatchesAreShuffled() throws {
    let (data, plan) = (DataGenerator.circles.dataSet(), DataGenerator.circles.plan())
    let comparison = try RunComparison(
      #require(TrainingRun(plan.network, data: data, settings: plan.settings)), change: .batch(.samples(10)))
    #expect(comparison.changed.settings.isShuffled && !comparison.original.settings.isShuffled)
    #expect(comparison.changed.nextSamples != Array(0..<10))
  }

  @Test func impossibleChanges() throws {
    #expect(throws: WhatIf.Fault.noSuchLayer(2)) { try comparison(.activation(layer: 2, .tanh)) }
    #expect(throws: WhatIf.Fault.noSuchParameter(99)) { try comparison(.parameters([99: 1])) }
    #expect(throws: WhatIf.Fault.lossNeedsActivation(.crossEntropy, .sigmoid, found: .relu)) {
      try comparison(.activation(layer: 1, .relu), DataGenerator.xor.suggestedNetwork())
    }
  }

  @Test func aRunThatDivergesStopsAlone() throws {
    let network = try #require(Network.layered([2, 1], output: .identity, seed: 1))
    let run = try #require(
      TrainingRun(network, data: DataGenerator.circles.dataSet(), settings: TrainingSettings(learningRate: 0.1)))
    let comparison = try RunComparison(run, change: .learningRate(1e6))
    comparison.train(epochs: 200)
    #expect(comparison.original.epoch == 200)
    #expect(comparison.changed.divergence?.isFinal == true)
    #expect(comparison.changed.epoch < 200)
  }
}
