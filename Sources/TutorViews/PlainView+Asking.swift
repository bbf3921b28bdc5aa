import Diagnosis
import Diagnostics
import Expressions
import Networks
import Questions
import Screen
import Skills
import Traces
import Tutor

/// Questions, verdicts and hints as lines.
extension PlainView {
  /// What is new about the open question.
  static func asking(before: State, after: State, _ text: PlainText) -> [String] {
    guard let asking = after.asking else { return [] }
    let isNew = before.asking?.task != asking.task
    var lines: [String] = []
    if isNew { lines += question(after, asking, text) }
    let known = isNew ? 0 : before.asking?.tries.count ?? 0
    for attempt in asking.tries.dropFirst(known) {
      lines.append(said(attempt.verdict, text))
    }
    let given = isNew ? 0 : before.asking?.hints.count ?? 0
    for hint in asking.hints.dropFirst(given) {
      lines.append(text[Words(en: "Hint: ", zh: "提示：")] + text[hint.words])
      if let formula = hint.formula { lines.append("  " + text.type.formula(formula)) }
    }
    if after.isPaused, !before.isPaused { lines.append(text[Phrases.pause(hasLike: asking.hasLike)]) }
    let hasNewNumbers = asking.like != nil && before.asking?.like != asking.like
    if hasNewNumbers, !after.isPaused { lines += question(after, asking, text) }
    if asking.compares, before.asking?.compares != true { lines += comparison(after, asking, text) }
    return lines
  }

  /// A problem of a practice, and what was said of it.
  static func problem(before: State?, after: State, _ text: PlainText) -> [String] {
    guard let drill = after.drill else { return [] }
    var lines: [String] = []
    let isNew = before?.drill?.number != drill.number
    if isNew {
      let count = Words(en: "Problem \(drill.number)", zh: "第 \(drill.number) 题")
      lines += ["", text.phrases([text[count], text[drill.problem.skill.name]])]
      let isOther = before?.walk.network.architecture != after.walk.network.architecture || before?.drill == nil
      let description = NetworkDescription(network: after.walk.network, text: text).lines
      lines += isOther ? description : Array(description.suffix(1))
    }
    var seen = before ?? after
    if isNew { seen.asking = nil }
    return lines + asking(before: seen, after: after, text)
  }

  private static func question(_ state: State, _ asking: Asking, _ text: PlainText) -> [String] {
    let view = QuestionView(state: state, type: text.type)
    var lines: [String] = []
    if let values = view.likeValues(asking) {
      lines.append(text[Phrases.like] + " " + values)
    }
    lines.append(view.prompt(asking))
    lines += view.material(asking).map { "  " + $0 }
    for (number, choice) in view.choices(asking).enumerated() {
      lines.append("  \(number + 1): \(choice)")
    }
    return lines
  }

  /// What came of an answer, said once: some feedback begins with it.
  private static func said(_ verdict: Verdict, _ text: PlainText) -> String {
    let (label, feedback) = (text[label(verdict.kind)], text[verdict.feedback])
    return feedback.hasPrefix(label) ? feedback : label + feedback
  }

  private static func label(_ kind: Verdict.Kind) -> Words {
    switch kind {
    case .right: Words(en: "Right. ", zh: "正确。")
    case .followThrough: Words(en: "Right so far. ", zh: "就此而言正确。")
    case .mistake, .unknown: Words(en: "Not yet. ", zh: "还不对。")
    case .unreadable: Words(en: "This cannot be read: ", zh: "无法读懂：")
    }
  }

  private static func comparison(_ state: State, _ asking: Asking, _ text: PlainText) -> [String] {
    guard let comparison = asking.comparison(state.askedTrace) else { return [] }
    let architecture = state.walk.network.architecture
    return comparison.lines.enumerated().flatMap { number, line -> [String] in
      let name = text.type.line(architecture.expression(of: line.item))
      let differs = number == comparison.firstDifference
      var lines: [String] = []
      if let own = line.own {
        lines.append(
          text[Words(en: "yours: ", zh: "你的：")] + "\(name) = \(text.type.line(own)) = \(text.number(line.ownValue))")
      }
      if let right = line.right, line.right != line.own || line.own == nil {
        lines.append(
          text[Words(en: "right: ", zh: "正确：")] + "\(name) = \(text.type.line(right)) = \(text.number(line.rightValue))"
            + (differs ? text[Words(en: "   (the first line that differs)", zh: "   （第一处不同）")] : ""))
      }
      return lines
    }
  }
}
