import Diagnostics
import Expressions
import Networks
import RandomNetworks
import Testing
import Traces

/// The mean over a batch in the update.
@Suite struct BatchTests {
  private static func samples(_ network: Network, _ count: Int, _ random: inout RandomSource) -> [Batch.Sample] {
    (1...count).map { number in
      Batch.Sample(
        number: number, inputs: network.inputs.map { _ in random.next(in: -1...1) },
        targets: network.targets.map { _ in random.next(in: 0...1) })
    }
  }

  /// Shares are the gradients of networks that hold the samples; the update goes by their mean.
  @Test(arguments: UInt64(1)...30)
  func sharesAndMean(_ seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let network = RandomNetworks.network(seed)
    let count = Int.random(in: 1...5, using: &random)
    let own = Int.random(in: 1...count, using: &random)
    let samples = Self.samples(network, count, &random)
    let batch = Batch(samples, own: own)
    let trace = Trace(network, goals: network.allGradients, form: seed % 2 == 0 ? .deltas : .factors, batch: batch)
    #expect(trace.validate() == [])
    let passes = samples.map { sample in
      guard sample.number != own else { return Pass(network) }
      var other = network
      (other.inputs, other.targets) = (sample.inputs, sample.targets)
      return Pass(other)
    }
    // The sample at hand is walked as it is.
    #expect(trace.pass.gradients == Pass(network).gradients)
    #expect(trace.pass.loss == Pass(network).loss)
    for parameter in 0..<network.parameters.count {
      let shares = trace.shares(of: parameter)
      #expect(shares.map(\.sample) == samples.map(\.number))
      #expect(shares.map(\.value) == passes.map { $0.gradients[parameter] })
      let sum = passes.reduce(0) { $0 + $1.gradients[parameter] }
      let mean = network.reduction == .sum ? sum : sum / Double(count)
      #expect(trace.updatingGradient(of: parameter) == mean)
      let update = try #require(trace.steps.first { $0.quantity == .updated(parameter) })
      let old = network.parameters[parameter]
      let decay = parameter < network.architecture.weightCount ? network.weightDecay * old : 0
      let kept = network.momentum * network.lastStep(of: parameter)
      let new = old - network.learningRate * (mean + decay) + kept
      #expect(trace.value(of: update) == (network.held.contains(parameter) ? old : new))
    }
  }

  @Test func updateInSymbolsAndNumbers() throws {
    let network = BundledNetworks.default
    let batch = Batch(
      [.init(number: 2, inputs: [1, 0], targets: [1]), .init(number: 3, inputs: [0.4, 0.7], targets: [0.9])], own: 3)
    let trace = Trace(network, goals: [.gradient(.parameter(4))], batch: batch)
    let update = try #require(trace.steps.last)
    #expect(trace.symbolic(update).text(.ascii) == "w5 - eta*((dE2/dw5 + dE3/dw5)/2)")
    let shares = trace.shares(of: 4).map(\.value)
    #expect(shares[1] == Pass(network).gradients[4])
    let numbers = trace.substituted(update)
    #expect(try numbers.evaluated { _ in nil } == trace.pass.updatedParameters[4])
    #expect(trace.meanInNumbers(of: 4) == .quotient(.sum(shares.map(Expression.number)), .number(2)))
  }

  @Test func otherNumbersKeepTheBatchAndOtherNetworksDropIt() throws {
    let network = BundledNetworks.default
    var random = RandomSource(seed: 1)
    var trace = Trace(
      network, goals: network.allGradients, batch: Batch(Self.samples(network, 3, &random), own: 1))
    var edited = network
    edited.parameters[4] = 2
    trace.setNetwork(edited)
    #expect(trace.batchPasses.map(\.network.parameters) == Array(repeating: edited.parameters, count: 3))
    trace.setBatch(nil)
    #expect(trace == Trace(edited, goals: network.allGradients))
    trace.setBatch(Batch(Self.samples(network, 2, &random), own: 1))
    trace.setNetwork(try #require(BundledNetworks.network(named: "mazur-2-2-2")))
    #expect(trace.batch == nil && trace.batchPasses.isEmpty)
  }
}
