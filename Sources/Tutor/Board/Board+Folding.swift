import Diagnostics
import Expressions
import Networks
import Traces

/// The factor view and the δ view: one derivation, unfolded into paths or folded into δ.
extension Board {
  /// Derives the same gradients in the other form, or in the one that is named; the place stays.
  mutating func switchForm(_ name: String) {
    let form: DerivationForm
    switch name.lowercased() {
    case "": form = walk.trace.form == .factors ? .deltas : .factors
    case "delta", "deltas", "δ": form = .deltas
    case "factor", "factors", "因子": form = .factors
    default:
      reply = .fault(
        Words(en: "There is :view factors and :view delta.", zh: "可用 :view factors（因子视图）和 :view delta（δ 视图）。"))
      return
    }
    setForm(form)
    reply = .notice(
      form == .deltas
        ? Words(
          en: "δ view: δ = ∂E/∂net of each neuron is found once; f shows what that saves.",
          zh: "δ 视图：每个神经元的 δ = ∂E/∂net 只求一次，按 f 看省了多少。")
        : Words(
          en: "Factor view: every factor along a path by itself; d goes back to δ.", zh: "因子视图：路径上的因子逐个求出，按 d 回到 δ 视图。")
    )
  }

  private mutating func setForm(_ form: DerivationForm) {
    guard form != walk.trace.form else { return }
    let old = walk
    var new = Walk(old.network, goals: old.trace.goals, form: form, batch: old.trace.batch)
    new.jump(to: old.counterpart(of: old.index, in: new))
    marks = marks.mapValues { old.counterpart(of: $0, in: new) }
    walk = new
    // Steps have other numbers now.
    asking = nil
    predicted = []
  }

  /// The gradient at hand, or one that is named: its paths, what folding makes of them, and what that saves.
  mutating func fold(_ name: String, _ notation: TextStyle) {
    let goal: Quantity
    if name.isEmpty {
      goal = walk.step.goals.first ?? walk.trace.goals.last ?? .gradient(.parameter(0))
    } else if let named = self.goal(named: name) {
      goal = named
    } else {
      reply = .fault(noGradient(name))
      return
    }
    reply = Reply(.answer, walk.trace.foldingLines(of: goal, notation))
  }
}
