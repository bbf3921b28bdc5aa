import Diagnostics
import Networks
import Screen
import Traces
import Tutor

/// Every gradient and update, of a batch the mean that the update takes, with "not yet" for what the walk has not come to.
struct GradientsView {
  let state: State
  let type: Typesetter

  /// The columns that it takes at the least and at the most.
  static let widths = (narrow: 31, wide: 46)
  /// What a number of four digits takes behind a long name, with the blank before it.
  private static let numberColumns = 9

  /// Whether there is anything to tell: a lesson that has not come to the gradients of parameters yet does not count
  /// those that lack.
  var isNeeded: Bool {
    guard state.isInLesson else { return true }
    func isListed(_ quantity: Quantity) -> Bool {
      switch quantity {
      case .derivative(of: .loss, by: .parameter), .updated: true
      default: false
      }
    }
    return state.walk.step.kind == .update || state.findings.contains(where: isListed)
      || !state.showsLocalGradient && state.walk.step.goals.contains(where: isListed)
  }

  private var heading: Words {
    guard state.walk.trace.batch == nil else { return Phrases.meansSoFar }
    return showsUpdates ? Phrases.soFar : Phrases.gradientsSoFar
  }

  /// Whether the lesson has come to updates.
  private var showsUpdates: Bool {
    guard state.isInLesson else { return true }
    return state.walk.step.kind == .update
      || state.findings.contains { if case .updated = $0 { true } else { false } }
  }

  func draw(on grid: inout Grid, left: Int, top: Int, columns: Int, rows: Int) {
    guard rows > 1 else { return }
    let (walk, architecture) = (state.walk, state.walk.network.architecture)
    // Where every row is needed for a number, the heading goes.
    let hasHeading = rows > architecture.parameterCount
    if hasHeading {
      grid.write(
        type[heading], at: left, top, Style(.heading, bold: true),
        width: columns)
    }
    let bottom = top + rows
    var top = hasHeading ? top + 1 : top
    let parameters = shown(hasHeading ? rows - 1 : rows)
    let half = columns / 2
    // Where there is room for all of them, the δ that the gradients are made of; boxes of the picture have them too.
    if type.namesDeltas, rows > architecture.parameterCount + architecture.neuronCount {
      for neuron in (0..<architecture.neuronCount).reversed() {
        let delta: Quantity = .gradient(.net(neuron))
        write(delta, type.line(architecture.expression(of: delta)), on: &grid, left, top, half)
        top += 1
      }
    }
    for (number, parameter) in parameters.enumerated() {
      let row = top + number
      guard let parameter else {
        grid.write(type.sign(.skipped), at: left + 2, row, Style(.faint))
        continue
      }
      let gradient: Quantity = .gradient(.parameter(parameter))
      let name = type.line(architecture.expression(of: gradient))
      let width = showsUpdates ? half : min(columns, max(half, Screen.width(of: name) + Self.numberColumns))
      write(gradient, name, on: &grid, left, row, width)
      guard showsUpdates else { continue }
      let updated: Quantity = .updated(parameter)
      if walk.network.held.contains(parameter) {
        grid.write(type[Phrases.held], at: left + half + 1, row, Style(.faint), width: columns - half - 1)
      } else {
        write(
          updated, type.line(architecture.expression(of: updated)), on: &grid, left + half + 1, row,
          columns - half - 1)
      }
    }
    let end = top + parameters.count
    drawFactors(on: &grid, left, end + 1, columns, rows: bottom - end - 1)
  }

  /// Below them the newest factors that were found, where a few of them have room.
  private func drawFactors(on grid: inout Grid, _ left: Int, _ top: Int, _ columns: Int, rows: Int) {
    guard rows >= Self.rowsForFactors else { return }
    let factors = state.findings.filter { quantity in
      switch quantity {
      case .derivative(of: .loss, by: .parameter), .updated: false
      default: !state.asked.contains(quantity)
      }
    }
    guard !factors.isEmpty else { return }
    grid.write(type[Phrases.factorsSoFar], at: left, top, Style(.heading, bold: true), width: columns)
    let shown = factors.suffix(rows - 1)
    let names = shown.map { type.line(state.walk.network.architecture.expression(of: $0)) }
    let width = min(columns, (names.map { Screen.width(of: $0) }.max() ?? 0) + Self.numberColumns + 2)
    for (number, (quantity, name)) in zip(shown, names).enumerated() {
      write(quantity, name, on: &grid, left, top + 1 + number, width)
    }
  }

  /// A heading and three factors.
  private static let rowsForFactors = 4

  private func write(
    _ quantity: Quantity, _ name: String, on grid: inout Grid, _ left: Int, _ row: Int, _ width: Int
  ) {
    let walk = state.walk
    let isKnown = state.hasFound(quantity)
    let isAtHand = walk.step.quantity == quantity || walk.step.goals.last == quantity
    let isNew = isKnown && walk.step.quantity == quantity && walk.stop.stage == .value
    var style = Style(isNew ? .fresh : (isAtHand ? .lit : (isKnown ? .plain : .faint)), bold: isAtHand)
    if state.hasChanged(quantity), isKnown { style.role = .fresh }
    let room = width - Screen.width(of: name) - 1
    let text =
      isKnown
      ? type.number(
        value(of: quantity), columns: room, isMarked: state.hasChanged(quantity))
      : type.notYet(columns: room)
    grid.write(name + " ", at: left, row, style, width: width)
    // A column is kept free, unless a long name needs it.
    let column = left + width - Screen.width(of: text) - (Screen.width(of: text) < room ? 1 : 0)
    grid.write(text, at: column, row, style, width: left + width - column)
  }

  private func value(of quantity: Quantity) -> Double {
    guard case .derivative(of: .loss, by: .parameter(let parameter)) = quantity else {
      return state.walk.trace.pass.value(of: quantity)
    }
    return state.walk.trace.updatingGradient(of: parameter)
  }

  /// As many parameters as fit: the goals of the walk before the others, in their order; nil for a gap.
  private func shown(_ rows: Int) -> [Int?] {
    let count = state.walk.network.architecture.parameterCount
    guard count > rows else { return (0..<count).map { $0 } }
    var kept = Set<Int>()
    for case .derivative(of: .loss, by: .parameter(let parameter)) in state.walk.trace.goals.reversed()
    where kept.count < rows - 2 { kept.insert(parameter) }
    for parameter in 0..<count where kept.count < rows - 2 { kept.insert(parameter) }
    var result: [Int?] = []
    var last = -1
    for parameter in kept.sorted() {
      if parameter != last + 1, result.last != .some(nil), result.count < rows { result.append(nil) }
      if result.count < rows { result.append(parameter) }
      last = parameter
    }
    if last + 1 < count, result.count < rows { result.append(nil) }
    return result
  }
}
