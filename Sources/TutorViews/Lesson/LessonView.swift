import Diagnosis
import Diagnostics
import Lessons
import Networks
import Questions
import Screen
import Traces
import Tutor

/// The text of a lesson's screen: what it says, what it asks, what was answered.
struct LessonView {
  let state: State
  let type: Typesetter
  let run: LessonRun

  init?(_ state: State, _ type: Typesetter) {
    guard let run = state.lesson else { return nil }
    self.state = state
    self.type = type
    self.run = run
  }

  /// What the screen says, in the author's words.
  func prose(columns: Int) -> [StyledRow] {
    let blocks = run.elements.compactMap { if case .prose(let block) = $0.content { block } else { nil } }
    return ProseView(type: type).rows(blocks, columns: columns)
  }

  /// What is to be done, and what belongs to it.
  func task(columns: Int) -> [StyledRow] {
    if let asking = state.asking, run.ask != nil {
      return QuestionView(state: state, type: type).askedRows(asking, columns: columns).map { StyledRow($0) }
    }
    if let attempt = run.attempt { return tryRows(attempt, columns) }
    return []
  }

  /// What came of it so far.
  func said(columns: Int) -> [StyledRow] {
    if let reply = state.reply, reply.kind != .notice {
      return BoardView(state: state, type: type).rows(reply, columns: columns).map { StyledRow($0) }
    }
    guard let asking = state.asking, run.ask != nil else { return [] }
    var rows = QuestionView(state: state, type: type).saidRows(asking, columns: columns).map { StyledRow($0) }
    if asking.isSettled, asking.isTold, asking.tries.isEmpty, state.presentation == nil {
      rows.append(
        StyledRow(
          type[Words(en: "The answer was given, so this one stays open to try again.", zh: "答案已给出，这题可日后再做。")],
          Style(.faint)))
    }
    return rows
  }

  /// How many rows the answer will take that the next click tells a room; a learner's is not known.
  func rowsToCome(columns: Int) -> Int {
    guard let asking = state.asking, run.ask != nil, !asking.isSettled else { return 0 }
    return QuestionView(state: state, type: type).answerToCome(asking, columns: columns).count
  }

  // MARK: Numbers to move

  private func tryRows(_ attempt: Experiment, _ columns: Int) -> [StyledRow] {
    let architecture = state.walk.network.architecture
    let isDone = run.isDone(attempt.id)
    var rows: [StyledRow] = []
    if let prompt = attempt.prompt {
      rows += StyledRow.wrap(type.formula(prompt), columns: columns, Style(.focus, bold: true))
    }
    for quantity in attempt.moved {
      let value = state.walk.network[given: quantity] ?? .nan
      let isChosen = state.selection == quantity
      let name = type.line(architecture.expression(of: quantity))
      let text = "\(isChosen ? type.sign(.pointer) : " ") \(name) = \(type.number(value))"
      let padding = String(repeating: " ", count: max(1, 22 - Screen.width(of: text)))
      rows.append(
        StyledRow(
          text + padding + slider(value, attempt.range),
          Style(isChosen ? .lit : .plain, bold: isChosen)))
    }
    for quantity in attempt.watch {
      let value = state.walk.trace.pass.value(of: quantity)
      let mark = state.hasChanged(quantity) ? "*" : ""
      let name = type.line(architecture.expression(of: quantity))
      rows.append(StyledRow("  \(name) = \(type.number(value))\(mark)", Style(mark.isEmpty ? .plain : .fresh)))
    }
    let goal = type[Words(en: "goal: ", zh: "要求：")] + type.condition(attempt.goal)
    let mark = isDone ? type.sign(.right) : type.sign(.open)
    rows.append(StyledRow("\(mark) \(goal)", Style(isDone ? .good : .heading, bold: true)))
    return rows
  }

  /// Where a value lies in its range.
  private func slider(_ value: Double, _ range: ClosedRange<Double>) -> String {
    let width = 24
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    let place = share.isFinite ? Int(max(0, min(share, 1)) * Double(width)) : 0
    let line = type.sign(.rule)
    return type.number(range.lowerBound) + " " + String(repeating: line, count: place) + type.sign(.port)
      + String(repeating: line, count: width - place) + " " + type.number(range.upperBound)
  }

  // MARK: The lesson's way

  /// The question of a screen, or the beginning of what it says.
  func title(ofScreen number: Int) -> String {
    guard run.screens.indices.contains(number) else { return type[Words(en: "the end", zh: "结束")] }
    if let task = run.tasks.first(where: { $0.screen == number }) { return type.formula(task.prompt) }
    for element in run.screens[number] {
      switch element.content {
      case .prose(let block): if let line = block.lines(type).first { return line }
      case .show(let show): return type.line(run.base.architecture.expression(of: show.step))
      case .plot(let plot): return type[plot.title(run.base.architecture)]
      case .pause, .note, .light, .ask, .attempt: continue
      }
    }
    return ""
  }
}
