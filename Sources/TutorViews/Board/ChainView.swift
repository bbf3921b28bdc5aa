import Expressions
import Networks
import Screen
import Traces
import Tutor

/// The identity of the step in two dimensions, as on a board: factors as fractions, the one at hand marked, and under
/// each what it was found to be.
struct ChainView {
  let state: State
  let type: Typesetter

  private var walk: Walk { state.walk }
  private var architecture: Architecture { walk.network.architecture }

  /// The rows that it needs at this width.
  func height(columns: Int) -> Int {
    isChain ? (fits(columns) ? 4 : 2) : min(5, formula(columns).height)
  }

  func draw(on grid: inout Grid, left: Int, top: Int, columns: Int) {
    if isChain {
      fits(columns) ? drawBlocks(on: &grid, left, top) : drawLine(on: &grid, left, top, columns)
    } else {
      draw(formula(columns), on: &grid, left, top, Style(.plain), columns)
    }
  }

  /// Whether the step belongs to a chain of factors; the others show their formula.
  private var isChain: Bool {
    !state.showsLocalGradient && !walk.step.path.isEmpty && walk.step.path != [walk.step.quantity]
  }

  /// Where a factor is drawn.
  struct Place {
    let factor: Quantity
    let columns: Range<Int>
    let rows: Range<Int>
  }

  /// Where the factors are; none where they are in one line, or the step has none.
  func places(left: Int, top: Int, columns: Int) -> [Place] {
    guard isChain, fits(columns) else { return [] }
    var (places, at): ([Place], Int) = ([], left)
    for piece in pieces() {
      if let factor = piece.factor {
        places.append(Place(factor: factor, columns: at..<at + piece.width, rows: top..<top + 4))
      }
      at += piece.width
    }
    return places
  }

  // MARK: In few columns

  /// How many rows it takes in blocks, one line of them below the other.
  func wrappedHeight(columns: Int, hasNotes: Bool) -> Int {
    isChain ? wrapped(columns).count * (hasNotes ? 4 : 3) : min(5, formula(columns).height)
  }

  /// All of it in blocks, broken before a sign; where the factors are.
  func drawWrapped(on grid: inout Grid, left: Int, top: Int, columns: Int, hasNotes: Bool) -> [Place] {
    guard isChain else {
      draw(formula(columns), on: &grid, left, top, Style(.plain), columns)
      return []
    }
    var places: [Place] = []
    for (number, line) in wrapped(columns).enumerated() {
      let row = top + number * (hasNotes ? 4 : 3)
      draw(line, on: &grid, left, row, hasNotes: hasNotes)
      var at = left
      for piece in line {
        if let factor = piece.factor {
          places.append(Place(factor: factor, columns: at..<at + piece.width, rows: row..<row + (hasNotes ? 4 : 3)))
        }
        at += piece.width
      }
    }
    return places
  }

  private func wrapped(_ columns: Int) -> [[Piece]] {
    var (lines, at): ([[Piece]], Int) = ([[]], 0)
    let all = pieces()
    for (number, piece) in all.enumerated() {
      // A sign goes with what is behind it.
      let isSign = piece.factor == nil && number > 0
      let next = isSign && number + 1 < all.count ? all[number + 1].width : 0
      if isSign, at > 0, at + piece.width + next > columns {
        lines.append([])
        at = 0
      }
      lines[lines.count - 1].append(piece)
      at += piece.width
    }
    return lines
  }

  // MARK: A chain

  private struct Piece {
    let block: TextBlock
    let factor: Quantity?
    let note: String
    let width: Int
  }

  private var goal: Quantity { walk.step.goals.last ?? walk.step.quantity }

  private func pieces() -> [Piece] {
    let path = walk.step.path
    func piece(_ quantity: Quantity, isGoal: Bool = false) -> Piece {
      let block = type.block(architecture.expression(of: quantity))
      let note = isGoal ? (pathCount > 1 ? "" : known(quantity)) : known(quantity)
      // An even number of spare columns, so that the fraction is in the middle.
      let spare = max(0, Screen.width(of: note) - block.width)
      return Piece(
        block: block, factor: isGoal ? nil : quantity, note: note, width: block.width + spare + spare % 2)
    }
    var pieces = [piece(goal, isGoal: true), text(" = ")]
    if let meaning = meaningOfDelta { pieces += [meaning, text(" = ")] }
    if pathCount > 1, walk.step.pathNumber > 0 { pieces.append(text("… + ")) }
    for (place, factor) in path.enumerated() {
      if place > 0 { pieces.append(text(type.sign(.times))) }
      pieces.append(piece(factor))
    }
    if pathCount > 1, walk.step.pathNumber + 1 < pathCount { pieces.append(text(" + " + type.sign(.ellipsis))) }
    return pieces
  }

  /// ∂E/∂net_h1, where the chain is that of δ_h1: the only place that says what a δ is.
  private var meaningOfDelta: Piece? {
    guard type.namesDeltas, case .derivative(of: .loss, by: .net) = goal else { return nil }
    let block = architecture.expression(of: goal).block(type.notation, in: architecture.letters)
    return Piece(block: block, factor: nil, note: "", width: block.width)
  }

  private var pathCount: Int { walk.step.pathCount }

  private func text(_ text: String) -> Piece {
    let shown = type.formula(text)
    return Piece(block: TextBlock(shown), factor: nil, note: "", width: Screen.width(of: shown))
  }

  /// The value of a factor, once it was found; reused ones are marked.
  private func known(_ quantity: Quantity) -> String {
    guard isKnown(quantity) else { return type.sign(.notYet) }
    let number = type.number(walk.trace.pass.value(of: quantity), digits: 4)
    return number + (state.hasChanged(quantity) ? "*" : "") + (isReused(quantity) ? type.sign(.reused) : "")
  }

  private func isKnown(_ quantity: Quantity) -> Bool {
    guard walk.knows(quantity) else { return false }
    let step = walk.step
    // A factor further on is shown when the walk comes to it, even if it was found before.
    guard let place = step.path.firstIndex(of: quantity), step.kind == .factor,
      step.pathCount == 1 || place > step.place
    else { return step.kind != .chain || step.path.firstIndex(of: quantity) == nil || isReused(quantity) }
    return place < step.place || place == step.place && walk.stop.stage == .value || isReused(quantity)
  }

  private func isReused(_ factor: Quantity) -> Bool {
    walk.trace.steps.contains {
      $0.kind == .factor && $0.quantity == factor && $0.reuses != nil && $0.goals == walk.step.goals
        && $0.path == walk.step.path
    }
  }

  private func fits(_ columns: Int) -> Bool {
    pieces().reduce(0) { $0 + $1.width } <= columns
  }

  private func drawBlocks(on grid: inout Grid, _ left: Int, _ top: Int) { draw(pieces(), on: &grid, left, top) }

  private func draw(_ pieces: [Piece], on grid: inout Grid, _ left: Int, _ top: Int, hasNotes: Bool = true) {
    let baseline = pieces.map(\.block.baseline).max() ?? 0
    var at = left
    for piece in pieces {
      let isMarked = piece.factor != nil && piece.factor == marked
      let style: Style =
        isMarked ? Style(.focus, bold: true) : Style(piece.factor == nil ? .plain : .lit)
      let inset = (piece.width - piece.block.width) / 2
      draw(piece.block, on: &grid, at + inset, top + baseline - piece.block.baseline, style, .max)
      if hasNotes, !piece.note.isEmpty {
        let noteInset = (piece.width - Screen.width(of: piece.note)) / 2
        let isFresh = isMarked && walk.stop.stage == .value
        let isReused = piece.factor.map(isReused) ?? false
        let role: Role = isFresh ? .fresh : (isReused ? .reused : (piece.note.count == 1 ? .faint : .plain))
        grid.write(piece.note, at: at + noteInset, top + baseline + 2, Style(role, bold: isFresh))
      }
      at += piece.width
    }
  }

  /// The factor at hand.
  private var marked: Quantity? { walk.step.kind == .factor ? walk.step.quantity : nil }

  /// One line where the blocks are too wide.
  private func drawLine(on grid: inout Grid, _ left: Int, _ top: Int, _ columns: Int) {
    var (column, row) = (left, top)
    var parts = [(type.line(architecture.expression(of: goal)) + " =", false)]
    if meaningOfDelta != nil { parts.append((type.name(of: goal) + " =", false)) }
    let firstFactor = parts.count
    parts += walk.step.path.map { (type.line(architecture.expression(of: $0)), $0 == marked) }
    for (number, part) in parts.enumerated() {
      let joint = number > firstFactor ? type.sign(.times) : (number > 0 ? " " : "")
      if column + joint.count + Screen.width(of: part.0) > left + columns, row == top {
        (column, row) = (left + 2, top + 1)
      }
      column = grid.write(joint, at: column, row)
      column = grid.write(part.0, at: column, row, part.1 ? Style(.focus, bold: true) : Style(.lit))
    }
  }

  // MARK: A formula

  /// More paths than this are not named in a sum.
  private static let maxPaths = 4

  private func formula(_ columns: Int) -> TextBlock {
    let quantity = walk.step.quantity
    let left = architecture.expression(of: quantity)
    if walk.step.kind == .sum {
      let shown = (1...max(1, min(pathCount, Self.maxPaths))).map { type[Phrases.path($0)] }
      let rest = pathCount > Self.maxPaths ? " + " + type.sign(.ellipsis) : ""
      return .row([type.block(left), TextBlock(" = " + shown.joined(separator: " + ") + rest)])
    }
    if walk.step.kind == .factor || walk.step.kind == .collapse { return found(left) }
    let right = walk.trace.definition(of: quantity)
    var opened = right
    if case .out(let neuron) = quantity, walk.step.kind == .output,
      architecture.activation(ofNeuron: neuron) == .sigmoid
    {
      // f written out once, as a reminder of what it is.
      let net = Expression.symbol(architecture.name(of: .net(neuron)))
      opened = .quotient(.number(1), .sum([.number(1), .power(.symbol("e"), .negation(net))]))
    }
    func row(_ parts: [Expression]) -> TextBlock {
      var blocks: [TextBlock] = []
      for (number, part) in parts.enumerated() {
        if number > 0 { blocks.append(TextBlock(" = ")) }
        blocks.append(type.block(part))
      }
      return .row(blocks)
    }
    let whole = row(opened == right ? [left, right] : [left, right, opened])
    if whole.width <= columns { return whole }
    let line = type.wrap(type.line(left) + " = " + type.line(right), columns: columns)
    return TextBlock(rows: Array(line.prefix(4)), baseline: 0)
  }

  /// A slope that stands by itself, with what it was found to be so far.
  private func found(_ left: Expression) -> TextBlock {
    let stage = walk.stop.stage
    guard stage >= .symbolic else { return .row([type.block(left), TextBlock(" = " + type.sign(.notYet))]) }
    let result = TextBlock.row([type.block(left), TextBlock(" = "), type.block(walk.trace.symbolic(walk.step))])
    guard stage == .value else { return result }
    let number = type.number(walk.trace.value(of: walk.step), digits: 4)
    return .row([result, TextBlock(" = " + number + (state.hasChanged(walk.step.quantity) ? "*" : ""))])
  }

  private func draw(_ block: TextBlock, on grid: inout Grid, _ left: Int, _ top: Int, _ style: Style, _ width: Int) {
    for (number, row) in block.rows.enumerated() { grid.write(row, at: left, top + number, style, width: width) }
  }
}
