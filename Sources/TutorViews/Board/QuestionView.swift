import Diagnosis
import Diagnostics
import Expressions
import Lessons
import Networks
import Questions
import Screen
import Traces
import Tutor

/// An open question: what is asked, what was tried, which help was given.
struct QuestionView {
  let state: State
  let type: Typesetter

  /// Asked once the wrong line is found.
  private static let why = Words(en: "And why is it wrong?", zh: "错在哪里？")

  /// What is asked and what was said of it; where that takes more rows than there are, what was said first goes.
  func rows(_ asking: Asking, columns: Int, fitting room: Int) -> [TextRow] {
    let asked = askedRows(asking, columns: columns)
    let most = Said(hints: 3, tries: 2)
    // A question that is answered needs no help any more.
    let fewer = Said(hints: asking.isSettled ? 0 : 1, tries: 1)
    let compact = Said(hints: fewer.hints, tries: 1, isCompact: true)
    let said = [most, fewer, compact].lazy.map { saidRows(asking, columns: columns, $0) }
    return asked + (said.first { asked.count + $0.count <= room } ?? said.last ?? [])
  }

  /// All that was asked and said, however much it is.
  func allRows(_ asking: Asking, columns: Int) -> [TextRow] {
    askedRows(asking, columns: columns)
      + saidRows(asking, columns: columns, Said(hints: .max, tries: .max, isWhole: true))
  }

  /// How much of what was said is shown: the last few of it, and whether an answer has a line of its own.
  struct Said {
    var hints = 3
    var tries = 2
    var isCompact = false
    /// Whether a comparison begins with its first line, rather than before the first that differs.
    var isWhole = false
  }

  /// What is asked, and what belongs to it.
  func askedRows(_ asking: Asking, columns: Int) -> [TextRow] {
    var rows = wrapped(prompt(asking), columns, Style(.focus, bold: true))
    let known = knownChoices(asking)
    // The lines come first that the reasons are about; both are numbered.
    let reasonsFollow = asking.part > 0 && !choices(asking).isEmpty
    if reasonsFollow {
      rows += materialRows(asking, columns)
      rows += wrapped(type[Self.why], columns, Style(.focus, bold: true))
    }
    let bars = VoteBars(state, type, asking, choices(asking), columns: columns)
    rows += bars?.heading ?? []
    for (number, choice) in choices(asking).enumerated() {
      let isRight = known.contains(number)
      let mark = isRight ? type.sign(.right) + " " : "  "
      let style = Style(isRight ? .good : .plain, bold: isRight)
      for (place, line) in type.wrap(choice, columns: columns - 5).enumerated() {
        rows.append(
          TextRow(text: (place == 0 ? "\(mark)\(asking.question.optionName(number)) " : "     ") + line, style: style))
      }
      if let bars {
        bars.add(toOption: number, &rows)
      } else if let hands = hands(asking) {
        rows.append(TextRow(text: "     " + bar(hands, number), style: Style(.lit)))
      }
    }
    if choices(asking).isEmpty { rows += bars?.rows ?? [] }
    if !reasonsFollow { rows += materialRows(asking, columns) }
    return rows + voteRows(asking, columns)
  }

  /// The question on the numbers that it is asked on now.
  private func current(_ asking: Asking) -> Question { state.question ?? asking.current }

  /// The question in words.
  func prompt(_ asking: Asking) -> String {
    type.namingDeltas(type.formula(current(asking).prompt(type.notation)[type.language]))
  }

  /// What is chosen among; nothing where the answer is typed.
  func choices(_ asking: Asking) -> [String] {
    asking.question.options(ofPart: asking.part).map { type.formula($0.text[type.language]) }
  }

  /// The options of a settled question that are right, from 0.
  func knownChoices(_ asking: Asking) -> [Int] {
    asking.isSettled ? current(asking).rightOptions(ofPart: asking.part) : []
  }

  /// The answer to a settled question that was not found, and why it is right; nil where a hint has given it already.
  func explanation(_ asking: Asking) -> (answer: String, reason: String?)? {
    guard asking.isSettled, asking.isTold, state.presentation == nil, asking.hints.last?.rung != .answer,
      let full = current(asking).answer(toPart: asking.part)
    else { return nil }
    let options = asking.question.options(ofPart: asking.part)
    let reason = knownChoices(asking).first.flatMap { options[$0].say }
    let answer = [full.words.map { type[$0] }, full.formula.map(type.formula)].compactMap { $0 }.joined(separator: " ")
    return (answer, reason.map { type[$0] })
  }

  /// What comes before the cursor while the answer is typed.
  func label(_ asking: Asking) -> String {
    if let aside = asking.aside { return type.line(aside.expression) + " = " }
    let label = current(asking).label(ofPart: asking.part)
    return (label.name.map { type.line($0) + " " } ?? "") + type[label.words]
  }

  /// Help and answers so far, the last few of them.
  func saidRows(_ asking: Asking, columns: Int, _ said: Said = Said()) -> [TextRow] {
    var rows: [TextRow] = []
    if asking.like != nil { rows += wrapped(type[Phrases.likeInSight], columns, Style(.reused)) }
    for hint in asking.hints.suffix(said.hints) {
      rows += wrapped(type[hint.words], columns, Style(.heading), mark: type.sign(.chevron) + " ")
      if let formula = hint.formula { rows += wrapped(type.formula(formula), columns, Style(), mark: "  ") }
    }
    for attempt in asking.tries.suffix(state.presentation == nil ? said.tries : hands(asking) == nil ? 3 : 0) {
      rows += answerRows(attempt, asking, columns) ?? tryRows(attempt, columns, isCompact: said.isCompact)
    }
    if let explained = explanation(asking) {
      rows += wrapped(explained.answer, columns, Style(.good, bold: true), mark: type.sign(.right) + " ")
      if let reason = explained.reason { rows += wrapped(reason, columns, Style(), mark: "  ") }
    }
    if state.isPaused { rows += wrapped(type[Phrases.pause], columns, Style(.heading, bold: true)) }
    if asking.compares { rows += comparisonRows(asking, columns, isWhole: said.isWhole) }
    return rows
  }

  /// What a question brings along: tiles, someone's lines, a derivation with a blank.
  private func materialRows(_ asking: Asking, _ columns: Int) -> [TextRow] {
    MaterialView(question: current(asking), part: asking.part, type: type).rows(columns: columns)
  }

  /// The same as lines of text.
  func material(_ asking: Asking) -> [String] {
    MaterialView(question: current(asking), part: asking.part, type: type).lines
  }

  func tryRows(_ attempt: Asking.Try, _ columns: Int, isCompact: Bool = false) -> [TextRow] {
    let verdict = attempt.verdict
    let isRight = verdict.kind == .right || verdict.kind == .followThrough
    let mark = isRight ? type.sign(.right) : (!verdict.isScorable ? "?" : type.sign(.wrong))
    let role: Role = isRight ? .good : (!verdict.isScorable ? .heading : .bad)
    let answer = self.answer(attempt)
    if isCompact, answer.count < 8 {
      let style = Style(role, bold: verdict.isScorable)
      return wrapped(type[verdict.feedback], columns, style, mark: "\(mark) \(answer)  ")
    }
    var rows = wrapped(answer, columns, Style(role, bold: true), mark: mark + " ")
    rows += wrapped(type[verdict.feedback], columns, Style(isRight ? .good : .plain), mark: "  ")
    return rows
  }

  /// An answer as it was typed, with what it answers where that is the tutor's own question.
  private func answer(_ attempt: Asking.Try) -> String {
    (attempt.aside.map { type.line($0) + " = " } ?? "") + String(attempt.text.prefix(60))
  }

  /// The numbers of the like step that the answer can be made of, for those who have no picture; nil where the walk's own
  /// numbers are meant.
  func likeValues(_ asking: Asking) -> String? {
    guard let like = asking.like else { return nil }
    let trace = state.askedTrace
    let architecture = like.architecture
    let names = state.needs.filter { state.knows($0) }
    let values = names.map { quantity in
      type.line(architecture.expression(of: quantity)) + " = "
        + type.number(trace.pass.value(of: quantity), digits: 4)
    }
    return values.joined(separator: type.language == .zh ? "，" : ", ")
  }

  private func comparisonRows(_ asking: Asking, _ columns: Int, isWhole: Bool) -> [TextRow] {
    guard let comparison = asking.comparison(state.askedTrace) else { return [] }
    let architecture = state.walk.network.architecture
    let half = max(10, (columns - 3) / 2)
    var rows = [TextRow(text: pair(type[Phrases.yours], type[Phrases.right], half), style: Style(.heading, bold: true))]
    // The first line that differs must be seen: what comes before it can wait.
    let first = isWhole ? 0 : max(0, (comparison.firstDifference ?? 0) - 1)
    for (number, line) in comparison.lines.enumerated().dropFirst(first) {
      let name = type.line(architecture.expression(of: line.item))
      func text(_ form: Expression?, _ value: Double) -> [String] {
        guard let form else { return [type.sign(.none)] }
        return type.wrap("\(name) = \(type.line(form)) = \(type.number(value, digits: 4))", columns: half - 3)
      }
      let (own, right) = (text(line.own, line.ownValue), text(line.right, line.rightValue))
      let differs = number == comparison.firstDifference
      for index in 0..<max(own.count, right.count) {
        let mark = differs ? type.sign(.pointer) + " " : "  "
        let texts = [own, right].map { $0.indices.contains(index) ? $0[index] : "" }
        rows.append(
          TextRow(
            text: pair(mark + texts[0], texts[1], half), style: Style(differs ? .bad : .plain, bold: differs)))
      }
    }
    return rows
  }

  /// Two texts beside each other.
  private func pair(_ left: String, _ right: String, _ half: Int) -> String {
    left + String(repeating: " ", count: max(1, half - Screen.width(of: left))) + type.sign(.upright) + " " + right
  }

  /// The lines of a text; behind a mark all of them begin where the first does.
  func wrapped(_ text: String, _ columns: Int, _ style: Style, mark: String = "") -> [TextRow] {
    let room = String(repeating: " ", count: Screen.width(of: mark))
    return type.wrap(text, columns: columns - room.count).enumerated().map { number, line in
      TextRow(text: (number == 0 ? mark : room) + line, style: style)
    }
  }
}
