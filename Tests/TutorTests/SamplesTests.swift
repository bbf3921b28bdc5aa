import Diagnostics
import Networks
import RandomNetworks
import Screen
import Testing
import Traces
import Training

@testable import Tutor

/// `:sample`, `:batch` and `:samples`.
struct SamplesTests {
  private static let data = DataSet(
    name: "four", inputCount: 2, targetCount: 1, values: [0, 0, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0])

  private static func script() -> Script {
    var state = State(network: BundledNetworks.default)
    state.begin(with: data)
    return Script(state)
  }

  @Test func theFirstSampleIsShown() {
    let state = Self.script().state
    #expect(state.walk.network.inputs == [0, 0])
    #expect(state.walk.network.targets == [0])
    #expect(state.walk.network.parameters == BundledNetworks.default.parameters)
  }

  @Test func dataOfAnotherSizeIsRefused() {
    var state = State(network: BundledNetworks.default)
    let none = DataSet(name: "", inputCount: 2, targetCount: 1, values: [])
    let wide = DataSet(name: "", inputCount: 3, targetCount: 1, values: [1, 2, 3, 4])
    #expect(!state.use(none) && !state.use(wide))
    #expect(state == State(network: BundledNetworks.default))
  }

  @Test func anotherSampleIsAnEditThatUndoTakesBack() {
    var script = Self.script()
    let first = script.state.walk.network
    script.line(":sample 3")
    #expect(script.state.walk.network.inputs == [1, 0])
    #expect(script.state.walk.network.targets == [1])
    #expect(script.state.samples?.shown == 2)
    script.line("w5=2")
    script.line(":sample")
    #expect(script.state.samples?.shown == 3)
    #expect(script.state.walk.network.parameters[4] == 2)
    script.line(":sample")
    #expect(script.state.samples?.shown == 0)
    for _ in 0..<4 { script.line(":undo") }
    #expect(script.state.walk.network == first)
    #expect(script.state.samples?.shown == 0)
    script.line(":redo")
    #expect(script.state.samples?.shown == 2)
  }

  @Test(arguments: [
    ":sample 0", ":sample 5", ":sample x", ":batch 0-2", ":batch 3-1", ":batch 2-5", ":batch a", ":batch",
  ])
  func whatIsNotThereIsRefused(_ line: String) {
    var script = Self.script()
    let old = script.state
    #expect(script.line(line)?.kind == .fault)
    #expect(script.state.walk == old.walk && script.state.samples == old.samples)
  }

  @Test(arguments: [":sample 2", ":batch 1-2", ":samples"])
  func withoutDataTheWayToItIsTold(_ line: String) {
    var script = Script()
    #expect(script.line(line)?.text().contains("--data FILE") == true)
  }

  @Test(arguments: [":batch 1-4", ":batch 1–4", ":batch 1..4", ":batch 1 4"])
  func aBatchIsAveragedInTheUpdate(_ line: String) throws {
    var script = Self.script()
    let reply = script.line(line)
    let passes = (0..<4).map { Pass(BundledNetworks.default.showing(sample: $0, of: Self.data)) }
    let mean = passes.reduce(0) { $0 + $1.gradients[4] } / 4
    #expect(script.state.walk.trace.updatingGradient(of: 4) == mean)
    #expect(script.state.walk.trace.pass.gradients[4] == passes[0].gradients[4])
    #expect(script.state.walk.trace.pass.updatedParameters[4] == -0.1 - 0.8 * mean)
    let words = reply?.text().split(separator: "\n") ?? []
    #expect(words.count == 7)
    #expect(words.dropFirst().first == "dE1/dw5 = \(DecimalText.significant(passes[0].gradients[4]))")
    #expect(words.last?.hasSuffix(" = \(DecimalText.significant(mean))") == true)
    // It stays with another sample of the batch, form and gradient, and ends with one outside.
    script.arrange(.line(":sample 2"), .line(":view delta"), .line(":walk dE/dw3"), .line("w6=1"))
    #expect(script.state.walk.trace.batch?.samples.map(\.number) == [1, 2, 3, 4])
    #expect(script.state.walk.trace.batch?.own == 2)
    script.line(":batch 1-2")
    script.line(":sample 4")
    #expect(script.state.samples?.batch == nil && script.state.walk.trace.batch == nil)
    // A batch without the sample at hand goes to its first.
    script.line(":batch 2-3")
    #expect(script.state.samples?.shown == 1)
    script.line(":batch off")
    #expect(script.state.walk.trace.batch == nil)
  }

  /// Where a gradient is found the mean is told, and only there.
  @Test func theMeanIsToldWithTheGradient() throws {
    var script = Self.script()
    script.line(":batch 1-4")
    var told: [Quantity] = []
    for index in script.state.walk.stops.indices {
      var walk = script.state.walk
      walk.jump(to: index)
      if let mean = walk.batchMean {
        told.append(walk.step.quantity)
        #expect(mean.value == walk.trace.updatingGradient(of: walk.step.quantity == .gradient(.parameter(4)) ? 4 : 0))
      }
    }
    #expect(told == [.gradient(.parameter(4)), .gradient(.parameter(0))])
  }

  /// What a run does next is what the walk ends in, however its samples are ordered.
  @Test(arguments: [BatchSize.full, .samples(2), .samples(3)])
  func aRunsNextUpdateIsWalked(_ batch: BatchSize) throws {
    var settings = TrainingSettings(of: BundledNetworks.default)
    settings.setBatch(batch)
    for seed in UInt64(1)...6 {
      settings.seed = seed
      let run = try #require(TrainingRun(BundledNetworks.default, data: Self.data, settings: settings))
      run.step()
      var state = State(network: run.network(sample: 1))
      state.begin(with: run.data, sample: 1, nextBatch: run.nextSamples, settings: run.settings)
      let (batch, shown) = (run.nextSamples.sorted(), try #require(state.samples?.shown))
      #expect(shown == (batch.contains(1) ? 1 : run.nextSamples[0]))
      #expect(state.walk.network.inputs == Array(Self.data.inputs(ofSample: shown)))
      #expect((state.reply == nil) == batch.contains(1), "whoever asked for another sample is told")
      run.step()
      for parameter in 0..<8 {
        let expected = run.parameter(parameter)
        #expect(abs(state.walk.trace.pass.updatedParameters[parameter] - expected) < 1e-15)
      }
      var script = Script(state)
      #expect(script.line(":batch")?.text().contains("E\(batch[0] + 1)/") == (batch.count > 1))
    }
  }

  @Test func whatTheWalkLeavesOutIsSaid() {
    func note(_ count: Int, _ settings: TrainingSettings) -> String {
      let data = DataSet(
        name: "", inputCount: 2, targetCount: 1, values: (0..<count * 3).map { Double($0 % 5) / 5 })
      var state = State(network: BundledNetworks.default)
      state.begin(with: data, sample: 0, nextBatch: Array(0..<count), settings: settings)
      return state.reply?.text() ?? ""
    }
    let plain = TrainingSettings(learningRate: 1)
    #expect(note(4, plain).isEmpty && note(64, plain).isEmpty)
    #expect(note(65, plain).contains("mean over 65 samples"))
    #expect(note(4, TrainingSettings(learningRate: 1, momentum: 0.9)).contains("0.9 of its last step"))
    #expect(note(4, TrainingSettings(learningRate: 1, mistake: .signFlip)).contains("mistake"))
    #expect(note(65, TrainingSettings(learningRate: 1, momentum: 0.5)).split(separator: "\n").count == 2)
  }

  @Test func resettingAndDrawingKeepTheSample() {
    var script = Self.script()
    script.arrange(.line(":sample 2"), .line("w5=3"), .line(":reset"))
    #expect(script.state.walk.network.inputs == [0, 1])
    #expect(script.state.walk.network.parameters == BundledNetworks.default.parameters)
    script.line(":random 7")
    #expect(script.state.walk.network.inputs == [0, 1])
  }

  /// A network that the data does not fit has its own sample again; undo brings the data back.
  @Test func anotherNetworkDropsTheDataUntilUndo() {
    var script = Self.script()
    script.arrange(.line(":batch 1-3"), .line(":network mazur-2-2-2"))
    #expect(script.state.samples == nil && script.state.walk.trace.batch == nil)
    script.line(":undo")
    #expect(script.state.samples?.batch == [0, 1, 2])
    #expect(script.state.walk.trace.batch?.samples.count == 3)
  }

  @Test func theList() {
    var script = Self.script()
    script.arrange(.line(":sample 3"), .line(":batch 2-3"))
    let lines = script.line(":samples")?.text().split(separator: "\n") ?? []
    #expect(lines.count == 6)
    #expect(lines[0] == "4 samples; the one at hand is 3.")
    #expect(lines[2].hasPrefix("2+ i1 0, i2 1; target 1, out_O "))
    #expect(lines[3].hasPrefix("3*+ i1 1, i2 0; target 1, out_O "))
    #expect(lines[4].hasPrefix("4 i1 1, i2 1; target 0, "))
  }
}
