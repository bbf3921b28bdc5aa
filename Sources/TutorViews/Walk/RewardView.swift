import Diagnostics
import Networks
import Screen
import Traces
import Tutor

/// The end of a walk: all parameters before and after, what the network says now, E before and after, and E for other η.
struct RewardView {
  let state: State
  let type: Typesetter

  static let title = Words(
    en: "update · all parameters at once, and the pass again", zh: "参数更新 · 全部参数同时更新，再前向传播一次")

  static let keys = Words(en: "What if η were larger? + and − move it.", zh: "η 更大会怎样？按 + 和 − 调整。")
  static let lines = Words(en: "What if η were larger? 'set eta=2' tries it.", zh: "η 更大会怎样？可用 set eta=2 试一试。")

  private var board: Board { state.board }
  private var pass: Pass { state.walk.trace.pass }
  private var architecture: Architecture { state.walk.network.architecture }

  /// Its rows; where there are too many parameters the first are shown.
  func rows(columns: Int, atMost limit: Int, asking question: Words = keys) -> [StyledRow] {
    let after = afterRows(columns)
    let rates = rateRows(columns, question)
    let room = limit - after.count - rates.count
    var parameters = parameterRows(columns, atMost: max(1, room))
    let gaps = room - parameters.count
    if gaps >= 1 { parameters.append(StyledRow()) }
    return parameters + after + (gaps >= 2 ? [StyledRow()] : []) + rates
  }

  // MARK: Parameters

  private func parameterRows(_ columns: Int, atMost limit: Int) -> [StyledRow] {
    let shown = min(architecture.parameterCount, 200)
    let cells = (0..<shown).map { parameter in
      change(
        .parameter(parameter), from: state.walk.network.parameters[parameter], to: pass.updatedParameters[parameter])
    }
    let rows = StyledRow.flow(cells, columns: columns, isAligned: true)
    guard rows.count > limit else { return rows }
    return rows.prefix(max(0, limit - 1)) + [StyledRow(type.sign(.ellipsis), Style(.faint))]
  }

  private func change(_ quantity: Quantity, from old: Double, to new: Double) -> [StyledRow.Part] {
    let name = quantity == .loss ? "E" : type.name(of: quantity)
    return [
      (name + " ", Style(.heading)), (type.number(old), Style()), (" " + type.sign(.arrow) + " ", Style(.faint)),
      (type.number(new), Style(old == new ? .plain : .fresh, bold: old != new)),
    ]
  }

  // MARK: The pass again

  private func afterRows(_ columns: Int) -> [StyledRow] {
    let after = Pass(board.updatedNetwork)
    var cells: [[StyledRow.Part]] = []
    for output in 0..<min(architecture.outputCount, 6) {
      let neuron = architecture.firstOutput + output
      cells.append(change(.out(neuron), from: pass.outs[neuron], to: after.outs[neuron]))
      cells.append([
        (type.name(of: .target(output)) + " ", Style(.heading)),
        (type.number(state.walk.network.targets[output]), Style()),
      ])
    }
    let loss = change(.loss, from: pass.loss, to: pass.lossAfterUpdate)
    return StyledRow.flow(cells, columns: columns) + StyledRow.flow([loss, verdict], columns: columns)
  }

  private var verdict: [StyledRow.Part] {
    let (before, after) = (pass.loss, pass.lossAfterUpdate)
    guard before.isFinite, after.isFinite, before != 0 else { return [] }
    let share = type.number((after - before).magnitude / before.magnitude * 100, digits: 2)
    let words: Words
    if after < before {
      words = Words(en: "\(share) % less", zh: "减小 \(share)%")
    } else if after > before {
      words = Words(en: "\(share) % more: this step is too long", zh: "增大 \(share)%：这一步迈得太大")
    } else {
      words = Words(en: "no change", zh: "不变")
    }
    return [(type[words], Style(after < before ? .good : after > before ? .bad : .plain, bold: true))]
  }

  // MARK: Other rates

  /// η as it is, and times these.
  private static let multiples = [0.5, 1, 2, 5, 10, 50, 200]

  private func rateRows(_ columns: Int, _ question: Words) -> [StyledRow] {
    let rate = state.walk.network.learningRate
    guard rate != 0, rate.isFinite else { return [] }
    let pairs = Self.multiples.map { multiple in
      let (eta, loss) = (rate * multiple, board.lossAfterUpdate(learningRate: rate * multiple))
      let texts = [type.number(eta, digits: 4), type.number(loss, digits: 4)]
      return (texts, multiple == 1 ? Style(.focus, bold: true) : Style(loss > pass.loss ? .bad : .plain))
    }
    let labels = [type.formula("η"), "E⁺"].map(type.formula)
    let labelWidth = labels.map { Screen.width(of: $0) }.max() ?? 2
    var rows = [StyledRow(), StyledRow()]
    for row in 0..<2 {
      rows[row].parts.append((labels[row] + padding(labelWidth - Screen.width(of: labels[row])), Style(.heading)))
    }
    var used = labelWidth
    for (texts, style) in pairs {
      let width = texts.map { Screen.width(of: $0) }.max() ?? 0
      guard used + 2 + width <= columns else { break }
      for row in 0..<2 {
        rows[row].parts.append((padding(2 + width - Screen.width(of: texts[row])) + texts[row], style))
      }
      used += 2 + width
    }
    return [StyledRow(type[question], Style(.heading, bold: true))] + rows
  }

  private func padding(_ columns: Int) -> String { String(repeating: " ", count: max(0, columns)) }
}
