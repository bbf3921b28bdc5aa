import Diagnostics
import Expressions
import Networks
import Questions
package import Reports
package import Screen
import Skills
import Traces
import Training
package import Tutor

/// The whole screen as a pure function of the state and the size.
package enum View {
  /// Below this nothing useful fits.
  package static let smallest = Size(columns: 40, rows: 10)

  /// The screen at a size; of a training run with its pictures.
  package static func render(_ state: State, _ size: Size, training progress: TrainingProgress? = nil) -> Grid {
    if let training = state.training, state.presentation?.coversTraining != true {
      var view = TrainingView(
        training, progress, Look(language: state.language, notation: state.notation), size, state.shared.keymap)
      view.draw()
      guard state.presentation?.asks != nil else { return view.grid }
      var frame = Frame(state, size)
      frame.grid = view.grid
      frame.drawBottom()
      return frame.grid
    }
    var frame = Frame(state, size)
    frame.draw()
    return frame.grid
  }

  /// What a click at that place means; nil where there is nothing.
  package static func event(at point: Point, _ state: State, _ size: Size) -> Event? {
    if state.training != nil { return nil }
    var frame = Frame(state, size)
    frame.draw()
    return frame.hits.last { $0.columns.contains(point.column) && $0.rows.contains(point.row) }?.event
  }
}

/// A screen being drawn.
struct Frame {
  let state: State
  let type: Typesetter
  var grid: Grid
  var hits: [Hit] = []
  /// The factors of the chain, for the spotlight.
  var factors: [ChainView.Place] = []
  /// The numbers in sight, kept free above the line at the bottom.
  var strip: [StyledRow] = []

  var size: Size { grid.size }

  init(_ state: State, _ size: Size) {
    self.state = state
    type = Typesetter(state)
    grid = Grid(size)
  }

  mutating func draw() {
    guard size.columns >= View.smallest.columns, size.rows >= View.smallest.rows else { return drawTooSmall() }
    if let presentation = state.presentation, presentation.isBlank, presentation.side == .projector {
      return drawDark()
    }
    if state.presentation?.isNotesScreen == true {
      var notes = Frame(state.onNotes, size)
      notes.drawOnNotes()
      grid = notes.grid
      hits = state.presentation?.isFollowing == true ? [] : notes.hits
      return
    }
    if let room = state.room, room.showsDoor { return drawDoor(room) }
    if showsBig { return drawBig() }
    drawPage()
    drawNotes()
    drawSpotlight()
    drawCountdown()
  }

  mutating func drawPage() {
    switch (state.page, state.kind) {
    case (.walk, .menu): drawHome()
    case (.walk, .lesson): drawLesson()
    case (.walk, .practice) where state.summary != nil: drawSessionEnd()
    case (.walk, .practice), (.walk, .walk): drawWalk()
    case (.walk, .seat): drawSeat()
    case (_, .training), (.sheet, .menu), (.sheet, .seat): break
    case (.sheet, _): drawSheet()
    case (.help(let scrolled), _): drawHelp(scrolled)
    case (.answer(let scrolled), .seat): drawSeatText(scrolled)
    case (.overview, .seat): break
    case (.overview(let chosen), .lesson): drawLessonOverview(chosen)
    case (.overview(let chosen), _): drawOverview(chosen)
    case (.answer(let scrolled), .lesson) where state.reply == nil: drawLessonText(scrolled)
    case (.answer(let scrolled), _): drawAnswer(scrolled)
    }
    drawBottom()
    drawBanner()
  }

  private mutating func drawTooSmall() {
    let (columns, rows) = (View.smallest.columns, View.smallest.rows)
    let words = Words(
      en: "\(size.columns)×\(size.rows) is too small; \(columns)×\(rows) is needed.",
      zh: "窗口 \(size.columns)×\(size.rows) 太小，至少需要 \(columns)×\(rows)。")
    for (row, line) in type.wrap(type[words], columns: max(1, size.columns)).enumerated() {
      grid.write(line, at: 0, row)
    }
  }

  // MARK: The walk

  /// On a wide screen the eye should not have to travel: this much of it is used, in the middle.
  private static let widestContent = 150

  private var stepColumns: Int { min(size.columns - 2, Self.widestContent) }
  var stepLeft: Int { 1 + (size.columns - 2 - stepColumns) / 2 }

  private mutating func drawWalk() {
    drawBar(heading())
    drawStep(from: 1)
  }

  /// The step at hand with the picture, from a row on; so many rows are kept for chain and board.
  mutating func drawStep(from first: Int, boardRows: Int = 13) {
    let heading = heading()
    let chain = ChainView(state: state, type: type)
    let (inner, left) = (stepColumns, stepLeft)
    let right = left + inner
    var bottom = size.rows - 1
    var top = first
    // The board needs eight rows, the chain five; the picture gets the rest, up to what it can use.
    // A problem leaves the room of a derivation to its picture.
    let isQuestion = state.drill != nil || state.asksOnTheSpot
    // The bars of a vote come before the picture.
    let boardRows = state.shownRounds.isEmpty ? boardRows : max(boardRows, 18)
    // On a tall screen the picture takes what neither chain nor board could fill.
    let more = (size.rows - 24) * (isQuestion ? 4 : 2) / 5 + (isQuestion ? 0 : max(0, size.rows - 44) / 2)
    let pictureRows = PictureLayout.rows(
      state.walk.network.architecture, columns: inner, usual: 9 + more,
      most: bottom - top - boardRows, state.notation)
    var (isPictured, showsAll) = (false, false)
    if pictureRows >= 7, size.columns >= 60, let picture = state.functionPicture {
      FunctionView(state, type, picture).draw(
        on: &grid, left: left, top: top, size: Size(columns: inner, rows: pictureRows))
      top += pictureRows
    } else if pictureRows >= 7, size.columns >= 60 {
      if var picture = PictureView(state, type, left: left, top: top, size: Size(columns: inner, rows: pictureRows)) {
        picture.draw(on: &grid)
        hits += picture.hits
        top += pictureRows
        (isPictured, showsAll) = (true, picture.layout.showsAll)
      }
    }
    bottom -= drawStripUnderStep(
      left: left, columns: inner, rows: bottom - top, isPictured: isPictured, showsAll: showsAll)
    let isRoomy = bottom - top >= 20 && size.rows >= 40
    if isRoomy { top += 1 }
    grid.write(heading, at: left, top, Style(.heading, bold: true), width: inner)
    drawReason(right: right, row: top, after: left + Screen.width(of: heading) + 3)
    top += isRoomy ? 2 : 1
    if isQuestion {
      let board = BoardView(state: state, type: type)
      return board.draw(on: &grid, left: left, top: top, columns: inner, rows: bottom - top)
    }
    if state.showsReward {
      return drawReward(left: left + 1, columns: inner - 2, rows: top..<max(top, bottom))
    }
    chain.draw(on: &grid, left: left + (isRoomy ? 3 : 1), top: top, columns: inner - 2)
    factors = chain.places(left: left + (isRoomy ? 3 : 1), top: top, columns: inner - 2)
    top += max(4, chain.height(columns: inner - 2)) + (isRoomy ? 2 : 0)
    guard top < bottom else { return }
    let rows = bottom - top
    let hasPanel = size.columns >= 76 && GradientsView(state: state, type: type).isNeeded
    let board = BoardView(state: state, type: type)
    let panel = hasPanel ? (size.columns >= 120 ? GradientsView.widths.wide : GradientsView.widths.narrow) : 0
    let boardWidth = inner - panel - (hasPanel ? 1 : 0)
    // A long answer takes the panel's room until it is closed, and so do the bars of a vote.
    if hasPanel,
      !state.shownRounds.isEmpty || board.overflows(boardWidth)
        || board.stepOverflows(columns: boardWidth - 2, rows: rows)
    {
      return board.draw(on: &grid, left: left, top: top, columns: inner, rows: rows)
    }
    board.draw(on: &grid, left: left, top: top, columns: boardWidth, rows: rows, margin: hasPanel ? 2 : 0)
    if hasPanel {
      GradientsView(state: state, type: type)
        .draw(on: &grid, left: right - panel, top: top, columns: panel, rows: rows)
    }
  }

  /// Where the walk is, as in `∂E/∂w5 · factor 2 of 3`.
  func heading() -> String {
    if let drill = state.drill {
      let dot = type.sign(.dot)
      let score = Words(
        en: "problem \(drill.number) of \(drill.count), \(drill.solved) solved at once",
        zh: "第 \(drill.number) 题，共 \(drill.count) 题，一次做对 \(drill.solved) 题")
      return type[drill.isReview ? Phrases.review : Phrases.practice] + dot + type[drill.problem.skill.name] + dot
        + type[score]
    }
    if state.showsReward { return type[RewardView.title] }
    if state.asksOnTheSpot { return type[Words(en: "A question", zh: "提问")] }
    return heading(of: state.walk.step)
  }

  /// The same of another step.
  func heading(of step: Step) -> String {
    let walk = state.walk
    let title = type[walk.trace.title(of: step, state.notation)]
    let dot = type.sign(.dot)
    guard !step.goals.isEmpty else {
      return type[step.kind == .update ? Phrases.update : Phrases.forward] + dot + title
    }
    if state.showsLocalGradient {
      let name = type.line(walk.network.architecture.expression(of: step.quantity))
      return name + dot + type[Phrases.localGradient]
    }
    let names = step.goals.map { type.line(walk.network.architecture.expression(of: $0)) }
    let path =
      step.kind == .factor && step.pathCount > 1
      ? type[Phrases.path(step.pathNumber + 1, of: step.pathCount)] + dot : ""
    return names.joined(separator: " \(type.sign(.chevron)) ") + dot + path + title
  }

  /// One sentence on why, where there is room for it on the heading's line or none at all.
  private mutating func drawReason(right: Int, row: Int, after: Int) {
    let step = state.walk.step
    if state.drill != nil || state.asksOnTheSpot || state.showsReward { return }
    if step.kind == .factor, step.reuses == nil { return }
    let reason = type[reason(for: step)]
    let width = Screen.width(of: reason)
    let style = Style(step.reuses == nil ? .faint : .reused)
    if after + width <= right { grid.write(reason, at: after, row, style) }
  }

  /// A lesson does not number its steps: there, what was found before is known by its gradient.
  private func reason(for step: Step) -> Words {
    let trace = state.walk.trace
    guard state.isInLesson, let goal = step.reuses.flatMap({ trace[$0].goals.last }) else {
      return trace.reason(of: step, state.notation)
    }
    return Phrases.foundBefore(in: type.line(trace.network.architecture.expression(of: goal)))
  }

  /// As in `sample 2/4, batch 1-4`.
  private var sampleText: String? {
    guard let samples = state.samples, state.drill == nil, !state.isInLesson else { return nil }
    let one = Words(en: "sample \(samples.shown + 1)/\(samples.count)", zh: "样本 \(samples.shown + 1)/\(samples.count)")
    guard let batch = samples.batch else { return type[one] }
    let many = samples.batchRange.map { Words($0) } ?? Words(en: "of \(batch.count)", zh: "\(batch.count) 个")
    return type[one] + type[Words(en: ", batch \(many.en)", zh: "，小批量 \(many.zh)")]
  }

  mutating func drawBar(_ heading: String) {
    let style = Style(.bar)
    grid.fill(" ", columns: 0..<size.columns, rows: 0..<1, style)
    let walk = state.walk
    let eta = type.formula("η") + " " + type.number(state.askedTrace.network.learningRate)
    let dot = type.sign(.dot)
    let place = Words(en: "step \(walk.stop.step)", zh: "步骤 \(walk.stop.step)")
    // A problem has no place in the walk.
    let text = state.drill == nil ? type[place] + dot + "\(walk.index + 1)/\(walk.stops.count) " : ""
    let room = size.columns - Screen.width(of: text)
    grid.write(text, at: room, 0, style)
    let name = " bptutor" + dot + walk.network.name + dot + eta
    let end = grid.write(name, at: 0, 0, Style(.bar, bold: true), width: room)
    // What is more than usual, as far as there is room.
    let extras = [type.namesDeltas ? type[Phrases.deltaView] : nil, sampleText].compactMap { $0 }
    var at = end
    for extra in extras where at + Screen.width(of: dot + extra) < room {
      at = grid.write(dot + extra, at: at, 0, style)
    }
    if let selection = state.selection, selection == .learningRate {
      let start = Screen.width(of: name) - Screen.width(of: eta)
      grid.restyle(start..<start + Screen.width(of: eta), 0) { $0.isUnderlined = true }
    }
  }
}
