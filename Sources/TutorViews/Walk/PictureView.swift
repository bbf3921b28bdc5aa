import Networks
import Screen
import Traces
import Tutor

/// Draws the network: nodes with their values, edges with their names, the path at hand lit.
struct PictureView {
  let state: State
  let type: Typesetter
  /// The trace that the screen is about: the walk's, or where a question is asked on other numbers, that.
  let trace: Trace
  let highlight: Highlight
  let layout: PictureLayout
  /// Every text that was put down, and where; nothing may be drawn over it.
  var labels: [(text: String, column: Int, row: Int)] = []
  /// What a click on a place means.
  var hits: [Hit] = []

  var architecture: Architecture { state.walk.network.architecture }

  /// nil where there is no room.
  init?(_ state: State, _ type: Typesetter, left: Int, top: Int, size: Size) {
    self.state = state
    self.type = type
    trace = state.askedTrace.after(update: state.showsReward)
    highlight = Highlight(state)
    guard
      let layout = PictureLayout(
        state.walk.network.architecture, highlight: highlight, left: left, top: top, size: size, type.notation)
    else { return nil }
    self.layout = layout
  }

  mutating func draw(on grid: inout Grid) {
    for column in layout.columns.indices { drawNodes(column, on: &grid) }
    for column in layout.columns.indices.dropFirst() { drawEdges(into: column, on: &grid) }
    for column in layout.columns.indices { drawSoftmax(column, on: &grid) }
    drawLoss(on: &grid)
  }

  /// Puts a text down whose every column has been made room for.
  @discardableResult
  mutating func put(_ text: String, at column: Int, _ row: Int, _ style: Style, on grid: inout Grid) -> Int {
    labels.append((text, column, row))
    return grid.write(text, at: column, row, style)
  }

  func isLit(_ part: Highlight.Part) -> Bool { highlight.lit.contains(part) }

  /// As many digits as fit.
  func value(of quantity: Quantity, columns: Int) -> String {
    guard state.knows(quantity) else { return type.notYet(columns: columns) }
    let value = trace.pass.value(of: quantity)
    return type.number(value, columns: columns, isMarked: state.hasChanged(quantity))
  }

  /// Whether the update that is shown has moved it.
  private func isUpdated(_ quantity: Quantity) -> Bool {
    state.showsReward && trace.pass.value(of: quantity) != state.walk.trace.pass.value(of: quantity)
  }

  /// What has changed is marked, what is chosen for editing is turned around.
  func style(of quantity: Quantity, _ base: Style) -> Style {
    var style = base
    if state.hasChanged(quantity) || isUpdated(quantity), state.knows(quantity) { style.role = .fresh }
    if state.selection == quantity {
      style.isReversed = style.role != .focus
      style.isUnderlined = true
    }
    return style
  }
}

extension Trace {
  /// The same at the parameters that the update leads to, where that is what is shown.
  fileprivate func after(update isShown: Bool) -> Trace {
    guard isShown else { return self }
    var (trace, network) = (self, self.network)
    network.parameters = pass.updatedParameters
    trace.setNetwork(network)
    return trace
  }
}
