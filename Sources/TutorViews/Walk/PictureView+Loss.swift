import Networks
import Screen
import Traces
import Tutor

extension PictureView {
  mutating func drawLoss(on grid: inout Grid) {
    guard let last = layout.columns.last else { return }
    for placed in last.items {
      guard case .neuron(let neuron) = placed.item else { continue }
      if architecture.isOutput(neuron) {
        drawLoss(of: neuron, placed, on: &grid)
      } else {
        // The layers up to the loss are not shown.
        let text = "\(type.sign(.edge)) \(type.sign(.andSoOn)) \(type.name(of: .loss))"
        grid.write(text, at: layout.lossLeft, placed.outRow, Style(.faint), width: layout.lossWidth)
      }
    }
    guard architecture.outputCount > 1, layout.layers.upperBound == architecture.blocks.count else { return }
    let row = layout.area.top + layout.area.size.rows - 1
    // The last output's loss may stand there; it is a part of E, and goes before it.
    guard !labels.contains(where: { $0.row == row && $0.column >= layout.lossLeft }) else { return }
    let isAtHand = state.walk.step.quantity == .loss
    let name = type.name(type.name(of: .loss), columns: layout.lossWidth - 3) + " "
    let text = name + value(of: .loss, columns: layout.lossWidth - Screen.width(of: name))
    let base = Style(isAtHand ? .focus : (state.knows(.loss) ? .plain : .faint), bold: isAtHand)
    put(text, at: layout.lossLeft, row, style(of: .loss, base), on: &grid)
  }

  private mutating func drawLoss(of neuron: Int, _ placed: PictureLayout.Placed, on grid: inout Grid) {
    let (left, width) = (layout.lossLeft, layout.lossWidth)
    let output = neuron - architecture.firstOutput
    let isLit = isLit(.loss(neuron: neuron))
    let isFocus = highlight.focus.contains(.loss(neuron: neuron))
    let loss: Quantity = architecture.outputCount == 1 ? .loss : .partialLoss(output)
    let unlit: Role = state.knows(loss) ? .plain : .faint
    let style = Style(isFocus ? .focus : (isLit ? .lit : unlit), bold: isLit)
    let row = placed.outRow
    let arrow = isLit ? type.sign(.litEdge) : type.sign(.edge)
    let end = grid.write(arrow, at: left, row, style)
    put(" " + type.name(type.name(of: loss), columns: width - 3), at: end, row, style, on: &grid)
    hits.append(Hit(left..<left + width, row..<row + 1, .select(loss)))
    guard placed.rows.count > 1 else { return }
    let text = value(of: loss, columns: width - 2)
    let base = state.knows(loss) ? style : Style(.faint)
    put(text, at: left + 2, row + 1, self.style(of: loss, base), on: &grid)
    let target: Quantity = .target(output)
    put(type.name(name(ofTarget: output), columns: width - 3), at: left + 3, row - 2, Style(.plain), on: &grid)
    let number = value(of: target, columns: width - 3)
    put(number, at: left + 3, row - 1, self.style(of: target, Style(.plain)), on: &grid)
    hits.append(Hit(left..<left + width, row - 2..<row, .select(target)))
  }
}
