import Diagnostics
import Expressions
import Networks
import Screen
import Traces
import Tutor

/// One line of text, with its label if it begins a part.
struct TextRow {
  var label = ""
  var text: String
  var style = Style()
}

/// What the step at hand has put on the board so far, a label before each line; or what a command answered.
struct BoardView {
  let state: State
  let type: Typesetter

  /// More columns than any text has.
  static let unlimited = 10_000

  var walk: Walk { state.walk }

  /// Formulas of a step end `margin` columns before the others, so that they do not seem to go on in what is there.
  func draw(on grid: inout Grid, left: Int, top: Int, columns: Int, rows: Int, margin: Int = 0) {
    guard rows > 0, columns > 10 else { return }
    let reply = answer
    let question = reply == nil ? questionRows(columns, fitting: rows) : nil
    let content =
      reply.map { replyRows($0, columns: columns) } ?? question ?? stepRows(columns: columns - margin, rows: rows)
    let indent = reply == nil && question == nil ? labelWidth : 0
    for (number, row) in content.prefix(rows).enumerated() {
      grid.write(row.label, at: left, top + number, Style(row.style.role == .faint ? .faint : .heading))
      grid.write(row.text, at: left + indent, top + number, row.style, width: columns - indent)
    }
    if content.count > rows {
      let text = type[Phrases.more(content.count - rows + 1)]
      grid.fill(" ", columns: left..<left + columns, rows: top + rows - 1..<top + rows, Style())
      grid.write(text, at: left + indent, top + rows - 1, Style(.faint))
    }
  }

  /// A short notice is in the bottom line instead, so that the step stays in view.
  private var answer: Reply? { state.reply.flatMap { $0.kind == .notice ? nil : $0 } }

  /// The open question; a settled one makes room for the step that it revealed.
  private func questionRows(_ columns: Int, fitting rows: Int) -> [TextRow]? {
    guard let asking = state.asking, state.reply == nil || answer == nil else { return nil }
    return QuestionView(state: state, type: type).rows(asking, columns: columns, fitting: rows)
  }

  /// Whether what was answered wants more than that many columns.
  func overflows(_ columns: Int) -> Bool {
    if let asking = state.asking, answer == nil { return asking.compares }
    return answer.map { replyRows($0, columns: Self.unlimited).contains { Screen.width(of: $0.text) > columns } }
      ?? false
  }

  /// The rows of the answer, or of the open question, from one on, for a page of its own.
  func drawAnswer(from first: Int, on grid: inout Grid, left: Int, top: Int, columns: Int, rows: Int) {
    let asked = state.asking.map { QuestionView(state: state, type: type).allRows($0, columns: columns) }
    let content = answer.map { replyRows($0, columns: columns) } ?? asked ?? []
    let start = max(0, min(first, content.count - rows))
    for (number, row) in content.dropFirst(start).prefix(max(0, rows)).enumerated() {
      grid.write(row.text, at: left, top + number, row.style, width: columns)
    }
  }

  /// A notice in one line.
  func notice() -> String? {
    guard let reply = state.reply, reply.kind == .notice else { return nil }
    return replyRows(reply, columns: Self.unlimited).map(\.text).joined(separator: "   ")
  }

  private var labelWidth: Int { state.language == .zh ? (walk.trace.batch == nil ? 6 : 11) : 13 }

  // MARK: The step

  /// Whether the step, once all of it is shown, needs more rows than there are at this width.
  func stepOverflows(columns: Int, rows: Int) -> Bool {
    stepRows(columns: columns, rows: rows, upTo: .value).count > rows
  }

  /// From here on there is room below the step for what its section has found.
  private static let rowsForSection = 11

  private func stepRows(columns: Int, rows: Int, upTo last: Stage? = nil) -> [TextRow] {
    let stop = Stop(step: walk.stop.step, stage: last ?? walk.stop.stage)
    let step = walk.step
    let width = max(8, columns - labelWidth)
    var content: [TextRow] = []
    var (worked, place): ([TextRow], Int) = ([], 0)
    let isForward = step.goals.isEmpty
    // With room, formulas stand in two dimensions.
    let isRoomy = rows >= 16
    for stage in step.stages where stage != .chain {
      let label = type[Phrases.label(stage, isForward: isForward)]
      guard stage <= stop.stage else {
        let text = [type.sign(.notYet), origin(of: step)].compactMap { $0 }.joined(separator: "   ")
        content.append(TextRow(label: label, text: text, style: Style(.faint)))
        if isRoomy { content.append(TextRow(text: "")) }
        continue
      }
      if stage == .symbolic { (worked, place) = (workedRows(step, width: width), content.count) }
      let line = walk.trace.line(of: Stop(step: step.id, stage: stage))
      let isNew = stage == stop.stage
      let style = Style(step.reuses == nil ? (isNew ? .fresh : .plain) : .reused, bold: isNew)
      var texts = texts(of: line, step, width: width, isRoomy: isRoomy)
      if let origin = origin(of: step), let last = texts.popLast() {
        texts += type.wrap(last + "   " + origin, columns: width)
      }
      for (number, text) in texts.enumerated() {
        content.append(TextRow(label: number == 0 ? label : "", text: text, style: style))
      }
      if isRoomy { content.append(TextRow(text: "")) }
    }
    if let mean = walk.batchMean {
      let line = type.line(mean.numbers) + " = " + type.number(mean.value)
      for (number, line) in type.wrap(line, columns: width).enumerated() {
        content.append(TextRow(label: number == 0 ? type[Phrases.batchMean] : "", text: line, style: Style(.fresh)))
      }
    }
    // It can be left out where there is no room for all of it.
    if content.count + worked.count <= rows || last != nil { content.insert(contentsOf: worked, at: place) }
    guard rows >= Self.rowsForSection else { return content }
    let gap = isRoomy ? [] : [TextRow(text: "")]
    let section = sectionRows(rows - content.count - gap.count - 1, width: width)
    return section.isEmpty ? content : content + gap + section
  }

  /// The line between the rule and its result, where a textbook has one.
  private func workedRows(_ step: Step, width: Int) -> [TextRow] {
    guard step.kind == .factor, step.reuses == nil, let worked = walk.trace.worked(step.quantity) else { return [] }
    let left = worked.slope.map { type.line($0) + " = " } ?? ""
    return type.wrap(left + type.line(worked.formula), columns: width).enumerated().map { number, text in
      TextRow(label: number == 0 ? type[Phrases.derivative] : "", text: text, style: Style(.plain))
    }
  }

  /// What this section has found before, one line each, where the screen has room for it: the newest last.
  private func sectionRows(_ rows: Int, width: Int) -> [TextRow] {
    guard rows > 1 else { return [] }
    let section = Walk.Section(of: walk.step)
    let steps = walk.trace.steps.prefix { $0.id < walk.step.id }.filter {
      Walk.Section(of: $0) == section && $0.kind != .chain
    }
    let architecture = walk.network.architecture
    let texts = steps.suffix(rows).map { step in
      let name =
        step.isShareOfQuantity
        ? type[walk.trace.title(of: step, state.notation)]
        : type.line(architecture.expression(of: step.quantity))
      let value = type.number(walk.trace.value(of: step))
      if let origin = origin(of: step) { return name + " = " + value + "   " + origin }
      let formula = type.line(walk.trace.symbolic(step))
      let whole = name + " = " + (formula == value ? "" : formula + " = ") + value
      return Screen.width(of: whole) <= width ? whole : name + " = " + value
    }
    return texts.enumerated().map { number, text in
      TextRow(label: number == 0 ? type[Phrases.before] : "", text: text, style: Style(.faint))
    }
  }

  /// Where a factor was found before: a lesson, which does not number its steps, tells it by the gradient.
  private func origin(of step: Step) -> String? {
    guard let origin = step.reuses else { return nil }
    guard state.isInLesson, let goal = walk.trace[origin].goals.last else { return type[Phrases.reused(origin)] }
    return type[Phrases.reused(from: type.line(walk.network.architecture.expression(of: goal)))]
  }

  private func texts(of line: Line, _ step: Step, width: Int, isRoomy: Bool) -> [String] {
    switch line {
    case .identity: return []
    case .rule(let rule):
      let (name, formula) = (type[rule.name], type.formula(rule.formula))
      let joined = name + "   " + formula
      return Screen.width(of: joined) <= width
        ? [joined] : type.wrap(name, columns: width) + type.wrap(formula, columns: width)
    case .formula(_, let expression), .numbers(_, let expression):
      if isRoomy {
        let block = type.block(expression)
        if block.width <= width { return block.rows }
      }
      return type.wrap(type.line(expression), columns: width)
    case .value(let quantity, let numbers, let value):
      let number = type.number(value) + (state.hasChanged(quantity) ? "*" : "")
      guard let numbers, numbers != .number(value) else { return [number] }
      return type.wrap(type.line(numbers) + " = " + number, columns: width)
    }
  }
}
