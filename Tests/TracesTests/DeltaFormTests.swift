import Networks
import RandomNetworks
import Testing
import Traces

/// The δ form: the same numbers as factor by factor, what paths share found once.
@Suite struct DeltaFormTests {
  private static func deltas(_ network: Network, _ goals: String...) -> Trace {
    Trace(network, goals: goals.compactMap(network.architecture.quantity(named:)), form: .deltas)
  }

  @Test func chainsOfTheLessonsNetwork() {
    func chain(_ name: String) -> [String] { Self.deltas(BundledNetworks.default, name).chains(of: name) }
    #expect(chain("dE/dw5") == ["dE/dnet_O * dnet_O/dw5"])
    #expect(chain("dE/dw1") == ["dE/dnet_h1 * dnet_h1/dw1"])
    #expect(chain("dE/dnet_h1") == ["dE/dout_h1 * dout_h1/dnet_h1"])
    #expect(chain("dE/dout_h1") == ["dE/dnet_O * dnet_O/dout_h1"])
    #expect(chain("dE/db1") == ["dE/dnet_h1 * dnet_h1/db1", "dE/dnet_h2 * dnet_h2/db1"])
    #expect(chain("dE/di2") == ["dE/dnet_h1 * dnet_h1/di2", "dE/dnet_h2 * dnet_h2/di2"])
  }

  /// δ of an output is found for ∂E/∂w5 and reused where it comes back along the weight.
  @Test func deltasAreReused() throws {
    let trace = Self.deltas(BundledNetworks.default, "dE/dw5", "dE/dw1", "dE/dw2")
    let delta = try #require(trace.network.architecture.quantity(named: "dE/dnet_O"))
    let uses = trace.steps.filter { $0.kind == .factor && $0.quantity == delta }
    let found = try #require(trace.steps.first { $0.quantity == delta && $0.finds })
    #expect(uses.map(\.reuses) == [found.id, found.id])
    #expect(trace.steps.filter { $0.quantity == delta && $0.finds }.count == 1)
  }

  @Test(arguments: UInt64(1)...60)
  func sameNumbersAsFactorByFactor(_ seed: UInt64) {
    let network = RandomNetworks.network(seed)
    let (factors, deltas) = (
      Trace(network, goals: network.allGoals), Trace(network, goals: network.allGoals, form: .deltas)
    )
    #expect(deltas.goals == factors.goals)
    #expect(deltas.pass == factors.pass)
    #expect(deltas.validate() == [])
    for goal in factors.goals {
      let ends = [factors, deltas].map { trace in
        trace.steps.last { $0.quantity == goal && ($0.finds || $0.path == [goal]) }.map(trace.value(of:))
      }
      #expect(ends[0] != nil && ends[0]?.bitPattern == ends[1]?.bitPattern, "\(factors.name(of: goal))")
    }
  }

  /// A network of another shape keeps the form.
  @Test func otherNetworksKeepTheForm() throws {
    var trace = Self.deltas(BundledNetworks.default, "dE/dw1")
    trace.setNetwork(try #require(BundledNetworks.network(named: "mazur-2-2-2")))
    #expect(trace.form == .deltas)
    #expect(trace.chains(of: "dE/dw1") == ["dE/dnet_h1 * dnet_h1/dw1"])
  }

  // MARK: Multiplications

  /// Counted by hand.
  ///
  /// Path by path, ∂E/∂w5 takes 2 for its three factors and 1 in out_O(1 − out_O); ∂E/∂w1 takes 4 for
  /// its five factors and 1 in each slope. With δ: 2 for δ_O, 1 for ∂E/∂w5, 1 to send δ_O back, 2 for δ_h1, 1 for ∂E/∂w1.
  @Test func countedByHand() {
    func counts(_ goals: [Quantity], _ form: DerivationForm) -> String {
      let counts = Trace(BundledNetworks.default, goals: goals, form: form).multiplications
      return "\(counts.unfolded) \(counts.reusing)"
    }
    let two = Trace.defaultGoals(of: BundledNetworks.default.architecture)
    #expect(counts(two, .factors) == "9.0 8")
    #expect(counts(two, .deltas) == "9.0 7")
    // Path by path w1…w4: 6 each, w5 and w6: 3 each, b1: two paths of 5, b2: 2; a factor of 1 is no multiplication.
    // Reusing: the slopes 3, the products of w1…w4 16, of w5 and w6 4, of b1 6, of b2 1.
    let all = BundledNetworks.default.allGradients
    #expect(counts(all, .factors) == "42.0 30")
    // δ_O: 2, sent back to h1 and h2: 2, δ_h1 and δ_h2: 4, one for each weight: 6.
    #expect(counts(all, .deltas) == "42.0 14")
    #expect(counts([], .deltas) == "0.0 0")
  }

  /// Sigmoid layers n₀-n₁-…-n_L, a bias for each neuron, all gradients: with δ one multiplication a weight, one to send
  /// δ back along each weight above the first layer, two a neuron; path by path 3 for each neuron passed, along each path.
  @Test(arguments: [
    [2, 2, 1], [2, 2, 2], [3, 4, 2], [1, 1, 1, 1, 1], [2, 3, 3, 2], [4, 1, 4], [5, 2], [2, 5, 4, 3, 2],
  ])
  func formulaOfLayeredNetworks(_ sizes: [Int]) {
    let network = RandomNetworks.network(sizes, bias: .each)
    let trace = Trace(network, goals: network.allGradients, form: .deltas)
    let layers = Array(zip(sizes, sizes.dropFirst()))
    let weights = layers.reduce(0) { $0 + $1.0 * $1.1 }
    let neurons = sizes.dropFirst().reduce(0, +)
    #expect(trace.multiplications.reusing == weights + (weights - sizes[0] * sizes[1]) + 2 * neurons)
    var unfolded = 0
    for (number, layer) in layers.enumerated() {
      let paths = sizes.dropFirst(number + 2).reduce(1, *)
      let along = 3 * (layers.count - number)
      let ofEachNeuron: Int = layer.0 * along + (along - 1)
      unfolded += layer.1 * paths * ofEachNeuron
    }
    #expect(trace.multiplications.unfolded == Double(unfolded))
    #expect(Trace(network, goals: network.allGradients).multiplications.unfolded == Double(unfolded))
  }

  @Test(arguments: UInt64(1)...60)
  func foldingNeverCosts(_ seed: UInt64) {
    let network = RandomNetworks.network(seed)
    let (factors, deltas) = (
      Trace(network, goals: network.allGradients).multiplications,
      Trace(network, goals: network.allGradients, form: .deltas).multiplications
    )
    #expect(deltas.reusing <= factors.reusing)
    #expect(Double(factors.reusing) <= factors.unfolded)
    #expect(factors.unfolded == deltas.unfolded)
  }
}
