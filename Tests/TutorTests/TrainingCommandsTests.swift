import Diagnostics
import Networks
import RandomNetworks
import Screen
import Testing
import Traces
import Training

@testable import Tutor

/// `:train` and `:check`.
struct TrainingCommandsTests {
  /// A round is what the walk's own update says; undo brings everything back.
  @Test func aRoundIsTheUpdateOfTheWalk() {
    var script = Script()
    let walk = script.state.walk
    script.send(.line(":train")) {
      $0.history = [":train"]
      var trained = walk.network
      trained.parameters = walk.trace.pass.updatedParameters
      $0.edit(trained)
      $0.reply = .notice(
        Words(en: "1 round: E 0.166183 → 0.151434. u takes it back.", zh: "训练 1 轮：E 0.166183 → 0.151434。按 u 撤销。"))
    }
    #expect(script.state.hasChanged(.parameter(4)))
    script.press("u") {
      _ = $0.undo()
      let values = (0..<6).map { parameter in
        Reply.Line.value(
          walk.network.architecture.expression(of: .parameter(parameter)), walk.network.parameters[parameter])
      }
      $0.reply = Reply(.notice, [.words(State.undone)] + values)
    }
    #expect(script.state.walk.network == walk.network)
  }

  @Test func aRoundOfABatchIsItsUpdate() {
    var script = Script()
    script.state.begin(with: DataGenerator.xor.dataSet())
    script.arrange(.line(":sample 2"), .line(":batch 2-3"))
    let updated = script.state.walk.trace.pass.updatedParameters
    script.line(":train 1")
    #expect(script.state.walk.network.parameters == updated)
    #expect(script.state.walk.trace.batch?.samples.map(\.number) == [2, 3])
  }

  @Test func allSamplesAreTrainedOnWithoutABatch() throws {
    var script = Script()
    let data = DataGenerator.xor.dataSet()
    script.state.begin(with: data)
    let expected = try #require(GradientDescent(script.state.walk.network, on: data, rounds: 200))
    let reply = script.line(":train 200")
    #expect(script.state.walk.network.parameters == expected.network.parameters)
    #expect(reply?.text().hasPrefix("200 rounds: mean E over 4 samples 0.14103") == true)
  }

  /// More than a key may wait for goes in slices, each asked for by an effect.
  @Test func longTrainingGoesInSlices() throws {
    let network = RandomNetworks.network([2, 8, 8, 1])
    var script = Script(network)
    let rounds = 80_000
    var effects = script.arrange(.line(":train \(rounds)"))
    var slices = 1
    while !effects.isEmpty {
      #expect(effects == [.wake(0)])
      #expect(script.state.walk.network == network)
      #expect(
        script.state.reply?.text().hasPrefix("Round \(script.state.descent?.done ?? 0) of \(rounds): E = ") == true)
      effects = script.arrange(.time(0))
      slices += 1
    }
    #expect(slices > 1)
    let whole = try #require(GradientDescent(network, on: DataSet(of: network), rounds: rounds))
    #expect(script.state.walk.network.parameters == whole.network.parameters)
    #expect(script.state.descent == nil)
    script.line(":undo")
    #expect(script.state.walk.network == network)
  }

  /// Any key stops, keeps what was reached, and does nothing else.
  @Test(arguments: [Key.escape, .right, .character("q"), .character("+")])
  func anyKeyStops(_ key: Key) throws {
    let network = RandomNetworks.network([2, 8, 8, 1])
    var script = Script(network)
    script.arrange(.line(":train 80000"))
    let done = try #require(script.state.descent?.done)
    let index = script.state.walk.index
    let effects = script.arrange(.key(key))
    #expect(effects.isEmpty && script.state.walk.index == index)
    let part = try #require(GradientDescent(network, on: DataSet(of: network), rounds: done))
    #expect(script.state.walk.network.parameters == part.network.parameters)
    #expect(script.state.reply?.text().hasPrefix("\(done) rounds: E ") == true)
    // A late clock finds nothing to do.
    #expect(script.arrange(.time(1)).isEmpty)
  }

  @Test(arguments: [":train 0", ":train -3", ":train x", ":train 1.5", ":train 99999999999999999999"])
  func whatIsNoNumberOfRoundsIsRefused(_ line: String) {
    var script = Script()
    #expect(script.line(line)?.kind == .fault)
    #expect(script.state.walk == Script().state.walk && script.state.descent == nil)
  }

  @Test func divergenceIsToldAndNothingChanged() {
    let layers = [Layer(neurons: ["O"], activation: .identity, bias: .none)]
    var network = Network(name: "", architecture: Architecture(inputs: ["x"], layers: layers, loss: .squaredError))
    (network.inputs, network.parameters, network.targets, network.learningRate) = ([3], [1], [1], 10)
    var script = Script(network)
    let reply = script.line(":train 1000")
    #expect(reply?.kind == .fault)
    #expect(reply?.text().contains("diverged in epoch") == true && reply?.text().contains("smaller η") == true)
    #expect(script.state.walk.network == network)
    let hadAnEdit = script.state.undo()
    #expect(!hadAnEdit)
  }

  // MARK: Checking

  @Test func aRightGradientIsFoundRight() {
    var script = Script()
    let lines = script.line(":check dE/dw5")?.text().split(separator: "\n").map(String.init) ?? []
    #expect(lines.first == "dE/dw5 = -0.0349326")
    #expect(lines[1] == "Right: the relative error is at most 1e-7.")
    #expect(lines.filter { $0.hasPrefix("ε = ") }.count == 5)
    #expect(lines.last == "curve of 12 points")
    #expect(lines.contains { $0.hasPrefix("ε = 1e-05 −0.0349326, relative error ") })
    #expect(script.line(":check w5")?.text() == lines.joined(separator: "\n"))
  }

  @Test func theGradientAtHandIsChecked() {
    var script = Script()
    script.line(":walk dE/dw3")
    #expect(script.line(":check")?.text().hasPrefix("dE/dw3 = ") == true)
  }

  @Test(arguments: [":check w99", ":check dE/dnet_h1", ":check dE/di1", ":check out_h1"])
  func onlyParametersCanBeChecked(_ line: String) {
    var script = Script()
    #expect(script.line(line)?.kind == .fault)
  }
}
