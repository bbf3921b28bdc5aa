import Networks
import Testing

@testable import Training

@Suite struct DigitsTests {
  /// Counts that anybody can take from the published file.
  @Test func areThePublishedOnes() {
    let data = BuiltInData.digits.dataSet()
    #expect(data.count == 1797 && data.inputCount == 64 && data.targetCount == 10)
    let counts = (0...9).map { digit in (0..<1797).count { data.classNumber(ofSample: $0) == digit } }
    #expect(counts == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
    // The first sample's first rows as they are printed.
    #expect(data.values.prefix(16).map { $0 * 16 } == [0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0])
    #expect(data.values.allSatisfy { (0...1).contains($0) })
    // The sum of all counts, 561718.
    let ink = (0..<1797).reduce(0.0) { $0 + data.inputs(ofSample: $1).reduce(0, +) }
    #expect(ink * 16 == 561_718)
  }

  @Test func areLearned() throws {
    let holdOut = HoldOut(.share(0.2), seed: 1)
    let split = try #require(holdOut.split(BuiltInData.digits.dataSet()))
    let plan = try #require(BuiltInData.digits.plan())
    let run = try #require(
      TrainingRun(plan.network, data: split.training, settings: plan.settings, heldOut: split.heldOut))
    run.train(epochs: 15)
    let accuracy = try #require(run.heldOutAccuracy())
    #expect(accuracy >= 0.95)
    let table = try #require(run.confusion())
    #expect(table.total == 359 && Double(table.right) / 359 == accuracy)
    #expect(
      table.counts.map { $0.reduce(0, +) }
        == (0...9).map { digit in
          (0..<359).count { split.heldOut.classNumber(ofSample: $0) == digit }
        })
    #expect(table.mistaken.allSatisfy { split.heldOut.classNumber(ofSample: $0.sample) == $0.right })
  }
}
