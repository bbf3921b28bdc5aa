import Diagnostics
import Networks
import RandomNetworks
import Screen
import Testing
import Traces

@testable import Tutor

/// `:view` and `:fold`: one derivation, factor by factor or with δ.
struct FoldingTests {
  @Test func aKeySwitchesTheFormAndKeepsThePlace() {
    var script = Script()
    script.arrange(.line(":walk dE/dw1"), .line(":find dout_h1/dnet_h1"), .key(.right), .key(.right))
    let old = script.state.walk
    script.press("d") {
      var walk = Walk(old.network, goals: old.trace.goals, form: .deltas)
      walk.jump(to: $0.walk.counterpart(of: $0.walk.index, in: walk))
      $0.walk = walk
      $0.reply = .notice(
        Words(
          en: "δ view: δ = ∂E/∂net of each neuron is found once; f shows what that saves.",
          zh: "δ 视图：每个神经元的 δ = ∂E/∂net 只求一次，按 f 看省了多少。"))
    }
    let new = script.state.walk
    #expect(new.step.quantity == old.step.quantity)
    #expect(new.stop.stage == old.stop.stage)
    #expect(new.goal == old.goal)
    // And back again, to the very same place.
    script.press("d") {
      $0.walk = old
      $0.reply = .notice(
        Words(
          en: "Factor view: every factor along a path by itself; d goes back to δ.", zh: "因子视图：路径上的因子逐个求出，按 d 回到 δ 视图。")
      )
    }
  }

  @Test func marksAndUndoSurviveTheSwitch() {
    var script = Script()
    script.arrange(.line(":goto 12"), .key(.character("m")), .key(.character("x")), .line(":last"), .line("w5=0.4"))
    let quantity = script.state.walk.stops[11].step
    script.line(":view delta")
    script.arrange(.key(.character("'")), .key(.character("x")))
    // The forward pass is the same in both.
    #expect(script.state.walk.stop.step == quantity)
    script.line(":undo")
    #expect(script.state.walk.network == BundledNetworks.default)
    #expect(script.state.walk.trace.form == .deltas)
    script.line(":network mazur-2-2-2")
    #expect(script.state.walk.trace.form == .deltas)
    script.line(":walk dE/dw3")
    #expect(script.state.walk.trace.form == .deltas)
  }

  @Test(arguments: UInt64(1)...40)
  func everyPlaceHasACounterpartInTheSameSection(_ seed: UInt64) {
    let network = RandomNetworks.network(seed)
    let goals = Trace.defaultGoals(of: network.architecture) + [.gradient(.input(0))]
    let (factors, deltas) = (Walk(network, goals: goals), Walk(network, goals: goals, form: .deltas))
    for (from, to) in [(factors, deltas), (deltas, factors)] {
      for index in from.stops.indices {
        let other = from.counterpart(of: index, in: to)
        #expect(to.stops.indices.contains(other))
        #expect(
          Walk.Section(of: to.trace[to.stops[other].step]) == Walk.Section(of: from.trace[from.stops[index].step]))
      }
    }
  }

  @Test func unknownViewsAreNamed() {
    var script = Script()
    #expect(script.line(":view sideways")?.kind == .fault)
    #expect(script.state.walk == Script().state.walk)
  }

  @Test func foldingOfTheLessonsNetwork() {
    var script = Script()
    #expect(
      script.line(":fold dE/dw1")?.text() == """
        Unfolded: one path, so one product.
        dE/dw1 = -(target - out_O)*out_O*(1 - out_O)*w5*out_h1*(1 - out_h1)*i1
        Folded: what paths share is written once, as δ = ∂E/∂net of a neuron.
        delta_O = -(target - out_O) * out_O*(1 - out_O)
        delta_h1 = delta_O*w5 * out_h1*(1 - out_h1)
        dE/dw1 = delta_h1*i1
        dE/dw1 = 0.00101042
        For ∂E/∂w5, ∂E/∂w1: 9 multiplications path by path, 8 with factors reused, 7 with δ.
        For all 8 parameters: 42 multiplications path by path, 30 with factors reused, 14 with δ.
        """)
  }

  @Test func foldingOfASumOverPaths() {
    var script = Script()
    script.line(":network mazur-2-2-2")
    let lines = script.line(":fold w1")?.text().split(separator: "\n").map(String.init) ?? []
    #expect(lines.first == "Unfolded: 2 paths, one product each.")
    #expect(lines.contains("delta_h1 = (delta_o1*w5 + delta_o2*w7) * out_h1*(1 - out_h1)"))
    #expect(lines.contains("dE/dw1 = delta_h1*i1"))
    #expect(script.line(":fold b1")?.text().contains("dE/db1 = delta_h1 + delta_h2") == true)
    #expect(script.line(":fold w99")?.kind == .fault)
    #expect(script.line(":fold dE/dout_h2")?.text().contains("dE/dout_h2 = delta_o1*w6 + delta_o2*w8") == true)
  }

  /// More paths than anyone would write, in a moment, and their number said.
  @Test func deepNetworksAreCounted() {
    var script = Script(RandomNetworks.network([2, 9, 9, 9, 9, 1]))
    #expect(script.line(":fold w1")?.text().contains("along 729 paths, too many") == true)
  }
}
