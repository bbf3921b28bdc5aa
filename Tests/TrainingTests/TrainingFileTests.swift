import Diagnostics
import Formats
import Networks
import Testing
import Training

@Suite struct TrainingFileTests {
  private static let settings = TrainingSettings(
    learningRate: 0.4, momentum: 0.8, batch: .samples(3), isShuffled: true, seed: .max - 5, held: [1])

  private func run() throws -> TrainingRun {
    let network = try #require(Network.layered([2, 3, 1], seed: 2))
    return try #require(
      TrainingRun(network, data: DataGenerator.circles.dataSet(count: 10), settings: Self.settings))
  }

  private func bits(_ run: TrainingRun) -> [UInt64] {
    (0..<run.start.parameters.count).map { run.parameter($0).bitPattern } + [run.loss.bitPattern]
  }

  private func text(_ run: TrainingRun) -> String { TrainingFile.json(run).oneLine }

  @Test(arguments: [(0, 0), (4, 0), (7, 2)])
  func resumesToTheBit(epoch: Int, batch: Int) throws {
    let whole = try run()
    whole.go(toEpoch: epoch, batch: batch)
    let resumed = try TrainingFile.parse(SourceText(text(whole)))
    #expect(bits(resumed) == bits(whole))
    #expect(resumed.epoch == epoch && resumed.batch == batch && resumed.settings == Self.settings)
    #expect(resumed.history == whole.history)
    #expect(resumed.data == whole.data && resumed.start == whole.start)
    whole.train(epochs: 9)
    resumed.train(epochs: 9)
    #expect(bits(resumed) == bits(whole))
    #expect(text(resumed) == text(whole))
  }

  @Test func goesBackBehindTheFile() throws {
    let whole = try run()
    whole.go(toEpoch: 2)
    whole.setParameter(0, to: 1 / 3)
    whole.train(epochs: 3)
    let there = bits(whole)
    whole.train(epochs: 3)
    let resumed = try TrainingFile.parse(SourceText(text(whole)))
    resumed.train(epochs: 2)
    resumed.go(toEpoch: 8)
    #expect(bits(resumed) == bits(whole))
    resumed.go(toEpoch: 5)
    #expect(bits(resumed) == there)
    resumed.go(toEpoch: 1)
    whole.go(toEpoch: 1)
    #expect(bits(resumed) == bits(whole))
    resumed.go(toEpoch: 40)
    whole.go(toEpoch: 40)
    #expect(bits(resumed) == bits(whole))
  }

  @Test func divergedRunsToo() throws {
    let network = try #require(Network.layered([2, 1], output: .identity, seed: 1))
    let run = try #require(
      TrainingRun(network, data: DataGenerator.circles.dataSet(count: 9), settings: TrainingSettings(learningRate: 1e9))
    )
    while run.divergence?.isFinal != true { run.train(epochs: 100) }
    let resumed = try TrainingFile.parse(SourceText(text(run)))
    #expect(resumed.divergence?.isFinal == true)
    #expect(resumed.epoch == run.epoch)
    resumed.go(toEpoch: 0)
    #expect(resumed.loss.isFinite)
  }

  @Test func largeDataStaysOutside() throws {
    let network = try #require(Network.layered([2, 1], seed: 1))
    let data = DataGenerator.circles.dataSet(count: 70_000)
    let run = try #require(TrainingRun(network, data: data))
    run.step()
    let source = SourceText(name: "run.json", text(run))
    #expect(source.utf8.count < 10_000)
    let missing = try #require(throws: TrainingFile.Faults.self) { try TrainingFile.parse(source) }
    #expect(missing.diagnostics.map(\.id) == ["training.data-needed"])
    let other = DataGenerator.circles.dataSet(count: 70_000, seed: 2)
    let wrong = try #require(throws: TrainingFile.Faults.self) { try TrainingFile.parse(source, data: other) }
    #expect(wrong.diagnostics.map(\.id) == ["training.other-data"])
    #expect(try bits(TrainingFile.parse(source, data: data)) == bits(run))
  }

  @Test(arguments: [
    ("bptutor-training", "bptutor-trace", "not-a-training-file"),
    ("\"version\": 1", "\"version\": 2", "unknown-version"),
    ("\"momentum\": 0.8", "\"momentum\": \"a\"", "wrong-member"), ("\"held\": [1]", "\"held\": [99]", "wrong-member"),
    ("\"batch\": 3", "\"batch\": 0", "wrong-member"), ("\"stride\": 1", "\"stride\": 3", "wrong-member"),
    ("\"state\": {\"epoch\": 2", "\"state\": {\"epoch\": 3", "wrong-member"),
    ("\"edits\": [", "\"edits\": [1, ", "wrong-member"),
    ("\"fingerprint\": \"", "\"fingerprint\": \"0", "other-data"), ("\"samples\": [[", "\"samples\": [[1, ", nil),
  ])
  func damagedFiles(_ from: String, _ to: String, id: String?) throws {
    let run = try run()
    run.train(epochs: 2)
    let whole = text(run)
    var damaged = whole.replacing(from, with: to, maxReplacements: 1)
    // A leading zero alone changes no number.
    if id == "other-data" {
      damaged = whole.replacing("\"fingerprint\": \"", with: "\"fingerprint\": \"1", maxReplacements: 1)
    }
    #expect(damaged != whole)
    let faults = try #require(throws: TrainingFile.Faults.self) { try TrainingFile.parse(SourceText(damaged)) }
    if let id { #expect(faults.diagnostics.contains { $0.id == "training." + id }, "\(faults)") }
  }

  /// Cut anywhere, the file is refused, never trusted.
  @Test func cutFiles() throws {
    let run = try run()
    run.train(epochs: 1)
    let whole = text(run)
    for length in stride(from: 0, to: whole.utf8.count - 1, by: 97) {
      let cut = SourceText(utf8: Array(whole.utf8.prefix(length)))
      #expect(throws: TrainingFile.Faults.self) { try TrainingFile.parse(cut) }
    }
  }
}
