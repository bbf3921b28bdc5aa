import Networks
import RandomNetworks
import Testing
import Traces

/// A trace of any network is sound; a trace that was tampered with is caught.
@Suite struct ValidationTests {
  @Test func everyTraceOfEveryNetworkIsSound() {
    var steps = 0
    for seed in 0..<250 as Range<UInt64> {
      let network = RandomNetworks.network(seed)
      var random = RandomSource(seed: seed)
      let trace = Trace(network, goals: network.allGoals.shuffled(using: &random))
      let faults = trace.validate()
      #expect(faults.isEmpty, "seed \(seed): \(faults.prefix(3))")
      #expect(Set(trace.goals).count == network.allGoals.count)
      steps += trace.steps.count
    }
    #expect(steps > 50_000)
  }

  /// Wherever a gradient comes to in the trace, it is the pass's.
  @Test func everyGoalIsReached() {
    for seed in 0..<100 as Range<UInt64> {
      let network = RandomNetworks.network(seed)
      let trace = Trace(network, goals: network.allGoals)
      for goal in trace.goals {
        let step = trace.steps.first { $0.quantity == goal && $0.finds }
        #expect(step.map(trace.value) == trace.pass.value(of: goal), "\(trace.name(of: goal)) of seed \(seed)")
      }
    }
  }

  /// Saturated, huge and vanishing numbers are no faults.
  @Test func extremeNumbersAreSound() {
    for seed in 0..<120 as Range<UInt64> {
      var network = RandomNetworks.network(seed)
      var random = RandomSource(seed: seed)
      for index in network.parameters.indices {
        network.parameters[index] *= [1, 30, 700, 1e-9, 0].randomElement(using: &random) ?? 1
      }
      for index in network.targets.indices {
        network.targets[index] = [0, 1, network.targets[index]].randomElement(using: &random) ?? 0
      }
      let faults = Trace(network, goals: network.allGoals).validate()
      #expect(faults.isEmpty, "seed \(seed): \(faults.prefix(3))")
    }
  }

  // MARK: Tampering

  private static let sound = Trace(BundledNetworks.default, named: "dE/dw5", "dE/dw1", "dE/db1")

  private static func faults(_ change: (inout [Step]) -> Void) -> [TraceFault.Kind] {
    var steps = sound.steps
    change(&steps)
    return Trace(sound.network, goals: sound.goals, steps: steps).validate().map(\.kind)
  }

  @Test func structureIsChecked() {
    #expect(Self.faults { _ in }.isEmpty)
    #expect(Self.faults { $0[3].id = 9 }.contains(.misnumbered))
    #expect(Self.faults { $0.swapAt(4, 5) }.contains(.misnumbered))
    #expect(Self.faults { $0[5].dependsOn = [6] }.contains(.looksAhead(6)))
    #expect(Self.faults { $0[5].dependsOn = [-1] }.contains(.looksAhead(-1)))
    #expect(Self.faults { $0[13].reuses = 99 }.contains(.looksAhead(99)))
    #expect(Self.faults { $0[0].quantity = .net(7) }.contains(.unknownQuantity(.net(7))))
    #expect(Self.faults { $0[10].path[2] = .gradient(.out(-1)) }.contains(.unknownQuantity(.gradient(.out(-1)))))
    #expect(Self.faults { $0[9].place = 7 }.contains(.malformed))
    #expect(
      Self.faults {
        $0[9].place = 1; $0[9].quantity = $0[8].quantity
      }.contains(.malformed))
    #expect(Self.faults { $0[2].kind = .update }.contains(.malformed))
    #expect(Self.faults { $0[6].reuses = 1 }.contains(.malformed))
    #expect(Self.faults { $0[11].pathCount = 0 }.contains(.malformed))
  }

  @Test func usesAreChecked() {
    // out_h1 from net_h2's step; net_O without out_h2; a factor that takes out_O from nowhere.
    #expect(Self.faults { $0[3].dependsOn = [1] } == [.missingDependency(.net(1))])
    #expect(Self.faults { $0[4].dependsOn = [2] } == [.missingDependency(.out(1))])
    #expect(Self.faults { $0[9].dependsOn = [] } == [.missingDependency(.out(2))])
  }

  @Test func reuseIsChecked() {
    #expect(
      Self.faults {
        $0[13].reuses = 10; $0[13].dependsOn = [10]
      }.contains(.wrongReuse(10)))
    #expect(Self.faults { $0[13].dependsOn = [6] }.contains(.wrongReuse(9)))
    #expect(
      Self.faults {
        $0[13].reuses = nil; $0[13].dependsOn = [6]
      }.contains(.foundAgain(9)))
  }

  @Test func pathsAreChecked() {
    // A factor left out, two exchanged, another neuron's weight at the end.
    #expect(Self.faults { $0[12].path.remove(at: 2) }.contains(.brokenPath))
    #expect(Self.faults { $0[12].path.swapAt(1, 2) }.contains(.brokenPath))
    #expect(Self.faults { $0[12].path[4] = .derivative(of: .net(1), by: .parameter(2)) }.contains(.brokenPath))
    #expect(Self.faults { $0[18].dependsOn.swapAt(0, 1) }.contains(.wrongParts))
    #expect(Self.faults { $0[18].dependsOn.removeLast() }.contains(.wrongParts))
    let sum = Self.sound.steps.firstIndex { $0.kind == .sum } ?? 0
    #expect(Self.faults { $0[sum].dependsOn.removeLast() }.contains(.wrongParts))
    #expect(Self.faults { $0[sum].dependsOn[1] = $0[sum].dependsOn[0] }.contains(.wrongParts))
  }

  /// A path that hangs together but is not the only one: w1 by way of a bias' two neurons, counted once.
  @Test func valuesAreChecked() {
    // A fault in the steps shows as a value that does not fit: the sum over b1's paths with only one of them.
    let faults = Self.faults { steps in
      let products = steps.indices.filter { steps[$0].kind == .product && steps[$0].pathCount == 2 }
      for index in steps.indices where steps[index].pathCount == 2 { steps[index].pathCount = 1 }
      for index in products { steps[index].pathNumber = 0 }
    }
    #expect(
      faults.contains {
        if case .wrongValue = $0 { true } else { false }
      })
  }

  /// Any one field of any step changed at random is seen.
  @Test func randomTampering() {
    var random = RandomSource(seed: 8)
    var changed = 0
    for seed in 0..<60 as Range<UInt64> {
      let network = RandomNetworks.network(seed)
      let trace = Trace(network, goals: network.allGradients)
      for _ in 0..<20 {
        var steps = trace.steps
        let index = Int.random(in: steps.indices, using: &random)
        let other = Int.random(in: steps.indices, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: steps[index].id = steps[other].id
        case 1: steps[index].quantity = steps[other].quantity
        case 2: steps[index].kind = steps[other].kind
        case 3: steps[index].path = steps[other].path
        case 4: steps[index].reuses = steps[other].reuses
        default: steps.swapAt(index, other)
        }
        if steps == trace.steps { continue }
        changed += 1
        let faults = Trace(network, goals: trace.goals, steps: steps).validate()
        #expect(!faults.isEmpty, "seed \(seed): step \(index + 1) from \(other + 1): \(steps[index])")
      }
    }
    #expect(changed > 600)
  }
}
