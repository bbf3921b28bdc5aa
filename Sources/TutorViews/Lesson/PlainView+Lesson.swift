import Diagnosis
import Diagnostics
import Exports
import Lessons
import Networks
import Questions
import Screen
import Traces
package import Tutor

/// A lesson in words, line by line.
extension PlainView {
  /// What is said when a lesson is opened.
  static func lessonOpening(_ state: State, _ text: PlainText) -> [String] {
    guard let run = state.lesson else { return [] }
    let count = run.screens.count
    let title = text[
      Words(en: "Lesson: \(run.lesson.title), \(count) screens.", zh: "课程《\(run.lesson.title)》，共 \(count) 屏。")]
    let network = NetworkDescription(network: run.base, text: text).lines
    if state.presentation != nil { return [title] + network + screen(state, text) }
    let help = text[
      Words(
        en:
          "An empty line goes on; a line answers; 'hint' helps; 'skip' leaves a question open; 'values' lists the numbers; 'help' lists all commands.",
        zh: "空行前进，直接输入即作答；hint 提示，skip 跳过，values 列出各个数值，help 列出全部命令。")]
    return [title, help] + network + screen(state, text)
  }

  /// The whole of a lesson that is shown to a room, as a handout: its words, its notes, each question and below it the
  /// answer.
  ///
  /// Cost: linear in the lesson's screens and the stages of its derivations.
  package static func handout(_ state: State) -> [String] {
    var state = state
    var lines = opening(state)
    while state.lesson?.isAtEnd == false {
      let before = state
      state.replay(.key(.pageDown))
      // A lesson that does not go on has no end.
      guard state != before else { break }
      lines += response(before: before, after: state)
    }
    return lines
  }

  /// What is new after a line was typed, while a lesson is open.
  static func lesson(before: State, after: State, _ text: PlainText) -> [String] {
    guard let run = after.lesson else { return [] }
    if before.lesson?.id != run.id { return lessonOpening(after, text) }
    var lines: [String] = []
    if case .overview = after.page { lines += overview(run, text) }
    let isElsewhere = before.lesson?.screen != run.screen || !before.isInLesson || before.language != after.language
    if isElsewhere { return lines + screen(after, text, from: before.walk.network) }
    lines += asking(before: before, after: after, text)
    if let asking = after.asking, let known = before.asking, known.part < asking.part, !asking.isSettled {
      lines += nextPart(after, asking, text)
    }
    if run.show != nil, after.shown != nil { lines += stages(from: before.walk.index, after, text) }
    if let attempt = run.attempt, before.walk.network != after.walk.network { lines += values(attempt, after, text) }
    return lines
  }

  // MARK: Screens

  /// What a screen says, and on which numbers it asks, where these are others than those of the screen before.
  private static func screen(_ state: State, _ text: PlainText, from old: Network? = nil) -> [String] {
    guard let run = state.lesson else { return [] }
    if run.isAtEnd {
      let rows = LessonView(state, text.type)?.end(columns: 10_000).map(\.text) ?? []
      return [""] + rows.filter { !$0.isEmpty }
    }
    let (number, count) = (run.screen + 1, run.screens.count)
    var lines = ["", text[Words(en: "Screen \(number) of \(count)", zh: "第 \(number) 屏，共 \(count) 屏")]]
    for element in run.elements {
      switch element.content {
      case .prose(let block): lines += block.lines(text.type, hasAddresses: true)
      case .note(let note) where state.audience != .learner:
        lines.append(text[Words(en: "Note: ", zh: "备注：")] + text.type.formula(note))
      case .plot(let plot): lines += ShownPlot(plot, from: run.base).sentences(text.name, text.number).map { text[$0] }
      case .note, .light, .pause, .show, .ask, .attempt: break
      }
    }
    // Several samples are listed with the question.
    let isBatch = (state.asking?.current.ground.samples.count ?? 1) > 1
    if run.action != nil, !isBatch { lines += numbers(state.walk.network, before: old ?? run.base, run, text) }
    if run.show != nil, let shown = state.shown { lines += stages(from: shown.lowerBound - 1, state, text) }
    if let attempt = run.attempt {
      if let prompt = attempt.prompt { lines.append(text.type.formula(prompt)) }
      let names = attempt.moved.map(text.name)
      let (low, high) = (text.number(attempt.range.lowerBound), text.number(attempt.range.upperBound))
      let list = text.list(names)
      lines.append(
        text[
          Words(
            en: "Move \(list) between \(low) and \(high), as in: set \(names.first ?? "")=\(low).",
            zh: "在 \(low) 到 \(high) 之间调整 \(list)，例如：set \(names.first ?? "")=\(low)")])
      lines += values(attempt, state, text)
      lines.append(text[Words(en: "Goal: ", zh: "要求：")] + text.type.condition(attempt.goal))
    }
    return lines + asking(before: state.unasked, after: state, text)
  }

  /// The numbers that the screen is about, as far as they are not those of the lesson or of the screen before.
  private static func numbers(
    _ network: Network, before old: Network, _ run: LessonRun, _ text: PlainText
  ) -> [String] {
    if network == old { return [] }
    if network == run.base {
      return [text[Words(en: "The numbers of the lesson again.", zh: "回到本课的数。")]]
    }
    guard network.architecture == run.base.architecture else {
      return NetworkDescription(network: network, text: text).lines
    }
    let changed = (network.givenQuantities + [.learningRate]).filter { network[given: $0] != run.base[given: $0] }
    guard !changed.isEmpty else { return [] }
    let values = changed.map { "\(text.name($0)) = \(text.number(network[given: $0] ?? .nan))" }
    return [text[Words(en: "Here ", zh: "这里 ")] + text.sentence(text.phrases(values))]
  }

  /// The stages of a derivation that have come, one line each.
  private static func stages(from index: Int, _ state: State, _ text: PlainText) -> [String] {
    guard let shown = state.shown, shown.contains(state.walk.index), index != state.walk.index else { return [] }
    let first = index < state.walk.index ? index + 1 : state.walk.index
    return (max(first, shown.lowerBound)...state.walk.index).map { stop in
      var passed = state.walk
      passed.jump(to: stop)
      let stage = StopText(passed, text, isLocal: state.showsLocalGradient).stageLine
      let place = text[
        Words(
          en: "\(stop - shown.lowerBound + 1) of \(shown.count)", zh: "\(stop - shown.lowerBound + 1)/\(shown.count)")]
      return place + text.colon + stage
    }
  }

  private static func nextPart(_ state: State, _ asking: Asking, _ text: PlainText) -> [String] {
    let view = QuestionView(state: state, type: text.type)
    let choices = view.choices(asking).enumerated().map { "  " + Letter.text($0) + text.colon + $1 }
    let label = view.label(asking)
    if state.presentation != nil { return choices }
    return choices + [text[Words(en: "Next: ", zh: "接下来：")] + label]
  }

  private static func values(_ attempt: Experiment, _ state: State, _ text: PlainText) -> [String] {
    let parts = (attempt.moved + attempt.watch).map {
      "\(text.name($0)) = \(text.number(state.walk.trace.pass.value(of: $0)))"
    }
    return [parts.joined(separator: text[Words(en: "; ", zh: "；")])]
  }

  private static func overview(_ run: LessonRun, _ text: PlainText) -> [String] {
    run.tasks.map { task in
      let state =
        run.isDone(task.id)
        ? Words(en: "done", zh: "已完成")
        : run.outcomes[task.id]?.isSkipped == true ? Words(en: "left open", zh: "已跳过") : Words(en: "not yet", zh: "未作答")
      return "\(task.screen + 1)" + text.colon + text.phrases([text.type.formula(task.prompt), text[state]])
    }
  }
}
