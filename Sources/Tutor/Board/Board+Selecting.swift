import Diagnostics
import Networks
import Traces

/// Choosing a number to nudge, and looking for a step.
extension Board {
  mutating func selectNext(_ direction: Int) {
    let quantities = walk.network.givenQuantities + [.learningRate]
    let current = selection.flatMap { quantities.firstIndex(of: $0) }
    let next = current.map { $0 + direction } ?? (direction > 0 ? 0 : quantities.count - 1)
    selection = quantities[(next + quantities.count) % quantities.count]
  }

  /// By 0.1, to the next multiple of it, so that the numbers stay short.
  mutating func nudge(up: Bool) {
    guard let selection, let value = walk.network[given: selection] else {
      reply = .notice(Words(en: "e chooses a number to nudge; so does a click.", zh: "先按 e（或点击）选择要调整的数。"))
      return
    }
    let tenths = value * 10
    let next = up ? (tenths + 1e-9).rounded(.down) + 1 : (tenths - 1e-9).rounded(.up) - 1
    guard next.isFinite, next.magnitude < 1e9 else { return }
    let before = walk.network
    var network = before
    network.move(selection, to: next == 0 ? 0 : next / 10)
    edit(network)
    if let followed = network.targetsThatFollowed(selection, since: before) { reply = .notice(followed) }
  }

  /// The next step, going round, in whose names the searched text occurs; says so where there is none.
  mutating func searchedStep(forward: Bool) -> Int? {
    guard !searched.isEmpty else {
      reply = .notice(Words(en: "/ searches for a quantity.", zh: "按 / 查找一个量。"))
      return nil
    }
    let steps = walk.trace.steps
    let wanted = String(searched.map { $0 == "∂" ? "d" : $0 }).lowercased()
    for distance in 1...max(1, steps.count) {
      let number = walk.stop.step - 1 + (forward ? distance : -distance)
      let step = steps[((number % steps.count) + steps.count) % steps.count]
      let names = [step.quantity] + (step.kind == .chain ? step.goals : [])
      if names.contains(where: { walk.network.architecture.name(of: $0).lowercased().contains(wanted) }) {
        return step.id
      }
    }
    reply = .notice(Words(en: "No step is about \(searched).", zh: "没有与 \(searched) 有关的步骤。"))
    return nil
  }
}

extension Network {
  /// That other targets changed with one, so that all add up to 1; nil where none did.
  func targetsThatFollowed(_ moved: Quantity, since before: Network) -> Words? {
    let changed = targets.indices.filter { targets[$0] != before.targets[$0] && .target($0) != moved }
    guard !changed.isEmpty else { return nil }
    let list = changed.map { "\(architecture.text(of: .target($0), .unicode)) = \(DecimalText.shortest(targets[$0]))" }
      .joined(separator: ", ")
    return Words(en: "Targets add up to 1: \(list).", zh: "各目标值之和为 1：\(list)。")
  }
}
