import Diagnostics
import Expressions
import Screen
import Traces
import Tutor

/// For the last row: the lit chain and the formula at hand alone, or the question, in characters of twice the size.
extension Frame {
  /// Whether the room's screen shows them so.
  var showsBig: Bool {
    guard let presentation = state.presentation, presentation.isBig, presentation.side == .projector else {
      return false
    }
    guard case .walk = state.page, state.training == nil, state.prompt == nil else { return false }
    return size.columns >= View.smallest.columns && size.rows >= View.smallest.rows
  }

  mutating func drawBig() {
    let text = state.presentation?.large ?? .spaced
    // Words are read, and are spaced out only where the terminal does nothing better.
    var page = Frame(state, Size(columns: size.columns / 2, rows: (size.rows - 2) / 2))
    page.drawLargePage()
    grid.put(LargeArea(text, top: 1, page.grid))
    if let run = state.lesson, state.isInLesson { drawLessonBar(run) } else { drawBar(heading()) }
    drawBottom()
    drawCountdown()
  }

  // MARK: In large cells

  private mutating func drawLargePage() {
    let columns = size.columns - 2
    if let asking = state.asking, !asking.isSettled || state.isInLesson || state.asksOnTheSpot {
      let rows = QuestionView(state: state, type: type).rows(asking, columns: columns, fitting: size.rows)
      return drawLarge(rows.map { StyledRow($0) })
    }
    guard state.isInLesson, state.shown == nil else { return drawLargeStep(columns) }
    guard let view = LessonView(state, type), !view.run.isAtEnd else { return }
    drawLarge(joined([view.prose(columns: columns), view.task(columns: columns), view.said(columns: columns)]))
  }

  /// In the middle; of those that do not fit the first are left out.
  private mutating func drawLarge(_ rows: [StyledRow]) {
    let shown = rows.suffix(size.rows)
    let top = max(0, (size.rows - shown.count) / 3)
    for (number, row) in shown.enumerated() { row.draw(on: &grid, at: 1, top + number, width: size.columns - 2) }
  }

  /// The chain in blocks, with the values of its factors where there is room for them, above the formula.
  private mutating func drawLargeStep(_ columns: Int) {
    let chain = ChainView(state: state, type: type)
    let least = largeFormula(columns, rows: 2).count
    let hasNotes = chain.wrappedHeight(columns: columns, hasNotes: true) + least <= size.rows
    let height = chain.wrappedHeight(columns: columns, hasNotes: hasNotes)
    let formula = largeFormula(columns, rows: size.rows - height)
    let air = size.rows - height - formula.count >= 3 ? 1 : 0
    let top = max(0, (size.rows - height - formula.count - air) / 3)
    factors = chain.drawWrapped(on: &grid, left: 1, top: top, columns: columns, hasNotes: hasNotes)
    for (number, row) in formula.enumerated() {
      row.draw(on: &grid, at: 1, top + height + air + number, width: columns)
    }
    drawSpotlight(isInner: true)
  }

  /// What the stage at hand has put on the board, with its name where there is room for it.
  private func largeFormula(_ columns: Int, rows: Int) -> [StyledRow] {
    let formula = formulaRows(columns, rows: rows - 1)
    guard !formula.isEmpty, formula.count < rows else { return formula }
    let step = state.walk.step
    return [StyledRow(type[Phrases.label(state.walk.stop.stage, isForward: step.goals.isEmpty)], Style(.heading))]
      + formula
  }

  /// In two dimensions where that fits into so many rows.
  private func formulaRows(_ columns: Int, rows room: Int) -> [StyledRow] {
    let walk = state.walk
    let step = walk.step
    guard walk.stop.stage != .chain else { return [] }
    let style = Style(step.reuses == nil ? .fresh : .reused, bold: true)
    func rows(_ expression: Expression) -> [StyledRow] {
      let block = type.block(expression)
      let fits = block.width <= columns && block.rows.count <= room
      return (fits ? block.rows : type.wrap(type.line(expression), columns: columns)).map { StyledRow($0, style) }
    }
    switch walk.trace.line(of: walk.stop) {
    case .identity: return []
    case .rule(let rule):
      return (type.wrap(type[rule.name], columns: columns) + type.wrap(type.formula(rule.formula), columns: columns))
        .map { StyledRow($0, style) }
    case .formula(_, let expression), .numbers(_, let expression): return rows(expression)
    case .value(_, let numbers, let value):
      let number = type.number(value)
      let whole = numbers.map { $0 == .number(value) ? number : type.line($0) + " = " + number } ?? number
      return type.wrap(whole, columns: columns).map { StyledRow($0, style) }
    }
  }
}
