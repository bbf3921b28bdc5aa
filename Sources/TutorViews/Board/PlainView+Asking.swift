import Diagnosis
import Diagnostics
import Expressions
import Networks
import Progress
import Questions
import Reports
import Screen
import Skills
import Traces
import Tutor

/// Questions, verdicts and hints as lines.
extension PlainView {
  /// What is new about the open question.
  static func asking(before: State, after: State, _ text: PlainText) -> [String] {
    guard let asking = after.asking else { return [] }
    let isNew = before.asking?.question.asksTheSame(as: asking.question) != true || before.asking?.again != asking.again
    var lines: [String] = []
    if isNew { lines += question(after, asking, text) }
    let known = isNew ? 0 : before.asking?.tries.count ?? 0
    let view = QuestionView(state: after, type: text.type)
    for attempt in asking.tries.dropFirst(known) {
      if let told = view.answer(attempt, asking) {
        lines.append(text[Words(en: "Answer: ", zh: "答案：")] + told.answer)
        lines += told.reasons.map { "  " + $0 }
      } else {
        // What has no right answer is not called right.
        let isOpinion = asking.isPoll || asking.wantsWords
        lines.append(
          isOpinion && attempt.verdict.isScorable ? text[attempt.verdict.feedback] : said(attempt.verdict, text))
      }
    }
    if asking.isGuessTried, asking.tries.count > known {
      lines.append(text[Words(en: "Try again, or go on to the answer.", zh: "可以再试一次；直接前进则给出答案。")])
    }
    let given = isNew ? 0 : before.asking?.hints.count ?? 0
    for hint in asking.hints.dropFirst(given) {
      lines.append(text[Words(en: "Hint: ", zh: "提示：")] + text[hint.words])
      if let formula = hint.formula { lines.append("  " + text.type.formula(formula)) }
    }
    if before.asking?.isSettled == false, !isNew, let explained = view.explanation(asking) {
      lines.append(text[Words(en: "Answer: ", zh: "答案：")] + explained.answer)
      if let reason = explained.reason { lines.append("  " + reason) }
    }
    if after.isPaused, !before.isPaused { lines.append(text[Phrases.pause]) }
    let hasNewNumbers = asking.like != nil && before.asking?.like != asking.like
    if hasNewNumbers, !after.isPaused { lines += question(after, asking, text) }
    if asking.compares, before.asking?.compares != true { lines += comparison(after, asking, text) }
    return lines
  }

  /// A problem of a practice, and what was said of it.
  static func problem(before: State?, after: State, _ text: PlainText) -> [String] {
    guard let drill = after.drill else { return [] }
    var lines: [String] = []
    let isNew = before?.drill?.number != drill.number || before?.summary != nil
    if isNew {
      let count = Words(
        en: "Problem \(drill.number) of \(drill.count)", zh: "第 \(drill.number) 题，共 \(drill.count) 题")
      lines += ["", text.phrases([text[count], text[drill.problem.skill.name]])]
      let isOther = before?.walk.network.architecture != after.walk.network.architecture || before?.drill == nil
      let description = NetworkDescription(network: after.walk.network, text: text).lines
      lines += isOther ? description : Array(description.suffix(1))
    }
    let seen = before ?? after
    return lines + asking(before: isNew ? seen.unasked : seen, after: after, text)
  }

  /// What a session of practice has come to.
  static func session(_ summary: SessionSummary, _ state: State, _ text: PlainText) -> [String] {
    let look = text.type.look.sized(columns: 79, rows: 24)
    return SessionPage(summary, now: state.calendarTime, offset: state.utcOffset, look).grid.lines + [
      text[Words(en: "An empty line begins another session; 'quit' leaves.", zh: "空行开始下一次练习；quit 退出。")]
    ]
  }

  private static func question(_ state: State, _ asking: Asking, _ text: PlainText) -> [String] {
    let view = QuestionView(state: state, type: text.type)
    var lines: [String] = []
    if let values = view.likeValues(asking) {
      lines.append(text[Phrases.like] + (text.type.language == .zh ? "" : " ") + values)
    }
    lines.append(view.prompt(asking))
    lines += view.material(asking).map { "  " + $0 }
    for (number, choice) in view.choices(asking).enumerated() {
      lines.append("  " + (asking.isPoll ? "\(number + 1)" : Letter.text(number)) + text.colon + choice)
    }
    return lines
  }

  /// The verdict and its reason as one would say them; what begins with a verdict of its own needs no second one.
  private static func said(_ verdict: Verdict, _ text: PlainText) -> String {
    let feedback = text[verdict.feedback]
    if says(verdict.kind, feedback, text.type.language) { return feedback }
    // What is right as far as it goes is not called wrong.
    return verdict.isUnfinished ? feedback : text[label(verdict.kind)] + feedback
  }

  private static func label(_ kind: Verdict.Kind) -> Words {
    switch kind {
    case .right: Words(en: "Right. ", zh: "正确。")
    // It says itself what it is right by.
    case .followThrough: Words("")
    case .mistake, .unknown: Words(en: "Not yet. ", zh: "还不对。")
    // Not all of it is wrong: some is true and not yet what is asked for.
    case .unreadable: Words(en: "Once more: ", zh: "请再答一次：")
    }
  }

  /// Whether a sentence begins with that verdict: its first words up to the first punctuation.
  private static func says(_ kind: Verdict.Kind, _ sentence: String, _ language: Language) -> Bool {
    let opening = sentence.prefix { $0.isLetter || $0 == " " || $0 == "'" || $0 == "’" }.lowercased()
    guard opening.count < sentence.count, let after = sentence.dropFirst(opening.count).first, after.isPunctuation
    else {
      return false
    }
    return openings(kind, language).contains(opening)
  }

  private static func openings(_ kind: Verdict.Kind, _ language: Language) -> Set<String> {
    switch (kind, language) {
    case (.right, .en):
      ["yes", "right", "correct", "exactly", "true", "found", "near enough", "that's right", "well done"]
    case (.right, .zh): ["对", "对了", "正确", "没错", "是的", "是", "找到了", "足够接近", "答对了", "很好"]
    case (.mistake, .en), (.unknown, .en):
      ["no", "not yet", "not quite", "not this one", "wrong", "not so", "almost", "very close", "close"]
    case (.mistake, .zh), (.unknown, .zh):
      ["不", "不对", "还不对", "不是", "不是这一项", "错", "错了", "差一点", "很接近了", "不完全对"]
    case (.followThrough, _), (.unreadable, _): []
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
