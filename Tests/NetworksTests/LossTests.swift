import Expressions
import Networks
import RandomNetworks
import Testing

/// Every loss: its formula, its slope and its numbers; networks of all kinds against plain dual numbers.
@Suite struct LossTests {
  @Test(arguments: Loss.allCases)
  func slopeIsTheDerivative(_ loss: Loss) throws {
    let formula = loss.expression(target: .symbol("t"), out: .symbol("o"))
    let board = loss.function.derivative(target: .symbol("t"), out: .symbol("o"))
    let derived = formula.derived(by: "o").value
    for (target, out) in [(0.9, 0.3), (0.0, 0.2), (1.0, 0.7), (0.4, 0.95)] {
      let lookup = { (name: String) in ["t": target, "o": out][name] }
      let a = try board.evaluated(lookup)
      let b = try derived.evaluated(lookup)
      #expect(a.isClose(to: b, relative: 1e-13), "\(loss.rawValue) at \(target), \(out)")
      let h = 1e-4
      func value(_ steps: Double) throws -> Double {
        try formula.evaluated { ["t": target, "o": out + steps * h][$0] }
      }
      let (near, far) = (try value(1) - value(-1), try value(2) - value(-2))
      let numeric = (8 * near - far) / (12 * h)
      #expect((a - numeric).magnitude <= 1e-9 * max(1, a.magnitude))
    }
  }

  /// Forward, loss, gradients and update of random networks of all kinds, computed in another way.
  @Test func agreesWithPlainDualNumbers() {
    var kinds: Set<String> = []
    for seed in 0..<400 as Range<UInt64> {
      let network = RandomNetworks.network(seed)
      let pass = Pass(network)
      let plain = PlainNetwork(network: network)
      let run = plain.run()
      for neuron in run.nets.indices {
        #expect((pass.nets[neuron] - run.nets[neuron].value).magnitude <= 1e-10, "\(network.name)")
        #expect((pass.outs[neuron] - run.outs[neuron].value).magnitude <= 1e-10, "\(network.name)")
      }
      #expect((pass.loss - run.loss.value).magnitude <= 1e-10 * max(1, pass.loss), "\(network.name)")
      for parameter in network.parameters.indices {
        let gradient = plain.run(nudging: parameter).loss.slope
        let scale = max(1, gradient.magnitude)
        #expect((pass.gradients[parameter] - gradient).magnitude <= 1e-10 * scale, "\(network.name), \(parameter)")
        let isWeight = parameter < network.architecture.weightCount
        let slope = gradient + (isWeight ? network.weightDecay * network.parameters[parameter] : 0)
        let step = network.momentum * network.lastStep(of: parameter) - network.learningRate * slope
        let new = network.parameters[parameter] + (network.held.contains(parameter) ? 0 : step)
        #expect((pass.updatedParameters[parameter] - new).magnitude <= 1e-10 * scale, "\(network.name), \(parameter)")
      }
      kinds.insert(network.architecture.loss.rawValue)
      kinds.formUnion(network.architecture.layers.flatMap { $0.activations.map(\.name) })
    }
    #expect(kinds == Set(Loss.allCases.map(\.rawValue) + ActivationRegistry.names))
  }

  /// ∂out_j/∂net_k of softmax, all of it, by differences and by forward mode.
  @Test func fullJacobian() {
    for seed in 0..<40 as Range<UInt64> {
      let network = RandomNetworks.network(
        [2, 3, 4], loss: seed % 2 == 0 ? .categoricalCrossEntropy : .squaredError, seed: seed)
      var layers = network.architecture.layers
      layers[1].activation = .softmax
      let soft = network.with(network.architecture.changing(layers: layers))
      let pass = Pass(soft)
      for out in 3..<7 {
        for net in 3..<7 {
          let quantity = Quantity.derivative(of: .out(out), by: .net(net))
          let expected = pass.outs[out] * ((out == net ? 1 : 0) - pass.outs[net])
          #expect(pass.value(of: quantity).isClose(to: expected, relative: 1e-12))
          #expect(pass.tangent(of: .out(out), by: .net(net)).isClose(to: expected, relative: 1e-12))
        }
      }
      for net in 3..<7 {
        let sum = (3..<7).reduce(0) { $0 + pass.share(ofOut: $1, inNet: net) }
        #expect((sum - pass.deltas[net]).magnitude <= 1e-14)
      }
    }
  }

  /// −ln of a share that rounds to 1, and of one that rounds to 0.
  @Test func categoricalCrossEntropyIsTakenFromNet() {
    let layer = Layer(neurons: ["a", "b"], activation: .softmax, bias: .none)
    var network = Network(
      name: "", architecture: Architecture(inputs: ["x"], layers: [layer], loss: .categoricalCrossEntropy))
    network.inputs = [1]
    network.parameters = [40, 0]
    network.targets = [1, 0]
    #expect(Pass(network).loss.isClose(to: 4.248354255291589e-18, relative: 1e-12))
    #expect(Pass(network).deltas[0].isClose(to: -4.248354255291589e-18, relative: 1e-12))
    network.parameters = [-3000, 0]
    #expect(Pass(network).loss == 3000)
    #expect(Pass(network).deltas == [-1, 1])
    // What does not add up to 1 is taken as it is: δ = out·Σtarget − target.
    network.parameters = [0, 0]
    network.targets = [1, 1]
    #expect(Pass(network).deltas == [0, 0])
    #expect(network.sumOfTargetsThatAreNoShares == 2)
  }

  @Test func namesOfLosses() {
    #expect(Loss(named: "MSE") == .meanSquaredError && Loss(named: "bce") == .crossEntropy)
    #expect(Loss(named: "squared_error") == .squaredError && Loss(named: "nonsense") == nil)
    for loss in Loss.allCases { #expect(Loss(named: loss.rawValue) == loss) }
  }
}
