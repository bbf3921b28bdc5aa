import Networks
import Testing

@testable import Training

/// Rounds without a history.
@Suite struct GradientDescentTests {
  private static let xor = DataGenerator.xor.dataSet()

  /// One round is the update that a pass holds; rounds in slices are the same rounds.
  @Test func aRoundIsTheUpdate() throws {
    let network = BundledNetworks.default
    let own = DataSet(of: network)
    let one = try #require(GradientDescent(network, on: own, rounds: 1))
    let pass = Pass(network)
    #expect(one.network.parameters == pass.updatedParameters)
    #expect(one.loss.before == pass.loss)
    #expect(one.loss.after == pass.lossAfterUpdate)
    let ten = try #require(GradientDescent(network, on: Self.xor, rounds: 10))
    let four = try #require(GradientDescent(network, on: Self.xor, rounds: 4))
    #expect(GradientDescent(four.network, on: Self.xor, rounds: 6)?.network == ten.network)
    #expect(ten.loss.after < ten.loss.before)
  }

  /// The same as a training run with full batches.
  @Test(arguments: ["mazur-2-2-2", "rgu-2-2-1"])
  func asATrainingRun(_ name: String) throws {
    var network = try #require(BundledNetworks.network(named: name))
    network.held.insert(0)
    let data = DataSet(of: network)
    let run = try #require(TrainingRun(network, data: data))
    for _ in 0..<50 { run.step() }
    let descent = try #require(GradientDescent(network, on: data, rounds: 50))
    #expect(descent.network == run.network(sample: 0))
    #expect(descent.loss.after == run.loss)
    #expect(descent.network.parameters[0] == network.parameters[0])
  }

  @Test func noRoundsChangeNothing() throws {
    let network = BundledNetworks.default
    let none = try #require(GradientDescent(network, on: Self.xor, rounds: 0))
    #expect(none.network == network && none.loss.before == none.loss.after && none.divergence == nil)
  }

  @Test func dataThatDoesNotFitIsRefused() throws {
    let network = try #require(BundledNetworks.network(named: "mazur-2-2-2"))
    #expect(GradientDescent(network, on: Self.xor, rounds: 1) == nil)
    let empty = DataSet(name: "", inputCount: 2, targetCount: 2, values: [])
    #expect(GradientDescent(network, on: empty, rounds: 1) == nil)
  }

  /// Numbers that leave the range are noticed in the round where they do, and nothing of them is kept.
  @Test func divergenceIsNamed() throws {
    let layers = [Layer(neurons: ["O"], activation: .identity, bias: .none)]
    var network = Network(name: "", architecture: Architecture(inputs: ["x"], layers: layers, loss: .squaredError))
    (network.inputs, network.parameters, network.targets, network.learningRate) = ([3], [1], [1], 10)
    // w − 1/3 grows 89-fold a round; its square outgrows 2¹⁰²⁴ in round 79, when the loss is infinite.
    let descent = try #require(GradientDescent(network, on: DataSet(of: network), rounds: 1_000, firstRound: 101))
    #expect(descent.network == network)
    guard case .notFinite(let epoch, "E", let value)? = descent.divergence else {
      Issue.record("\(String(describing: descent.divergence))")
      return
    }
    #expect(value == .infinity)
    #expect((170...190).contains(epoch))
  }
}
