import Networks
import Screen
import Traces
import Tutor

/// The neurons of a softmax layer are tied together: each output depends on the net inputs of all of them.
extension PictureView {
  /// A line from neuron to neuron, lit while the step is about what goes across.
  mutating func drawSoftmax(_ number: Int, on grid: inout Grid) {
    let column = layout.columns[number]
    let neurons = column.items.filter { if case .neuron = $0.item { true } else { false } }
    guard neurons.count > 1, case .neuron(let first)? = neurons.first?.item, architecture.takesWholeLayer(first) else {
      return
    }
    let isLit = state.lightsStep && state.walk.step.quantity.isAcrossLayer(architecture)
    let style = Style(isLit ? .lit : .faint, bold: isLit)
    let hasBoxes = number > 0 && layout.detail != .lines
    let place = column.right - (hasBoxes ? 2 : 1)
    for (above, below) in zip(neurons, neurons.dropFirst()) {
      if hasBoxes {
        tie(type.sign(.tickBelow), at: place, above.rows.upperBound - 1, style, on: &grid)
        tie(type.sign(.tickAbove), at: place, below.rows.lowerBound, style, on: &grid)
      }
      for row in above.rows.upperBound..<max(above.rows.upperBound, below.rows.lowerBound) {
        tie(type.sign(.upright), at: place, row, style, on: &grid)
      }
    }
  }

  /// A part of the line, where no text is.
  private func tie(_ sign: String, at column: Int, _ row: Int, _ style: Style, on grid: inout Grid) {
    let isTaken = labels.contains { label in
      label.row == row && (label.column..<label.column + Screen.width(of: label.text)).contains(column)
    }
    if !isTaken { grid.write(sign, at: column, row, style) }
  }
}

extension Quantity {
  /// Whether it hangs on more than one net input of a layer: an output under softmax, and its derivative.
  fileprivate func isAcrossLayer(_ architecture: Architecture) -> Bool {
    switch self {
    case .out(let neuron), .derivative(of: .out(let neuron), by: .net): architecture.takesWholeLayer(neuron)
    case .input, .parameter, .target, .net, .partialLoss, .loss, .learningRate, .weightDecay, .momentum, .lastStep,
      .derivative, .updated, .lossAfterUpdate:
      false
    }
  }
}
