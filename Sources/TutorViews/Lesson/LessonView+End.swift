import Diagnostics
import Lessons
import Screen
import Tutor

/// The end of a lesson: to a learner how it went, to a room only that it is over.
extension LessonView {
  /// What the end of the lesson says: to a learner how it went, to a room only that it is over.
  func end(columns: Int) -> [StyledRow] {
    guard state.presentation != nil else { return summary(columns: columns) }
    let rows = [
      StyledRow(type[Words(en: "The end of the lesson", zh: "本课结束")], Style(.heading, bold: true)), StyledRow(),
    ]
    return rows + StyledRow.wrap(type.formula(run.lesson.title), columns: columns, Style(.focus, bold: true))
      + next(columns)
  }

  /// What was right at the first try, which mistakes were made and where, what is open, what comes next.
  func summary(columns: Int) -> [StyledRow] {
    let tasks = run.tasks
    let counted = tasks.filter(\.isCounted)
    var rows = [
      StyledRow(type[Words(en: "The end of this lesson", zh: "本课结束")], Style(.heading, bold: true)), StyledRow(),
    ]
    if !counted.isEmpty {
      let settled = counted.count { run.isSettled($0.id) }
      rows.append(
        StyledRow(
          type[figure(settled, of: counted.count)], Style(settled == counted.count ? .good : .plain, bold: true)))
    }
    let wrong = tasks.filter { run.outcomes[$0.id]?.said != nil && $0.isCounted }
    if !wrong.isEmpty {
      rows += [
        StyledRow(), StyledRow(type[Words(en: "Worth another look:", zh: "值得再看一看：")], Style(.heading, bold: true)),
      ]
      for task in wrong.prefix(4) {
        let said = run.outcomes[task.id]?.said.map { type[$0] } ?? ""
        rows += item(task.screen, task.prompt, columns)
        rows += StyledRow.wrap(said, columns: columns - 6).prefix(2).map { $0.indented("      ") }
      }
    }
    rows += more(wrong.count, of: 4)
    let open = counted.filter { !run.isSettled($0.id) }
    if !open.isEmpty {
      rows += [StyledRow(), StyledRow(type[Words(en: "Left open:", zh: "还没有作答：")], Style(.heading, bold: true))]
      for task in open.prefix(Self.maxListed) { rows += item(task.screen, task.prompt, columns) }
      rows += more(open.count)
    }
    return rows + next(columns)
  }

  /// The same figure as in the menu, and how many of these needed no second try.
  func figure(_ settled: Int, of count: Int) -> Words {
    let right = run.tasks.count { $0.isCounted && run.outcomes[$0.id]?.isRightAtOnce == true }
    let questions = count == 1 ? "question" : "questions"
    return settled == 0
      ? Words(en: "Done: 0 of \(count) \(questions).", zh: "共 \(count) 题，完成 0 题。")
      : Words(
        en: "Done: \(settled) of \(count) \(questions); right at the first try: \(right).",
        zh: "共 \(count) 题，完成 \(settled) 题；一次做对 \(right) 题。")
  }

  private static let maxListed = 6

  func more(_ count: Int, of limit: Int = maxListed) -> [StyledRow] {
    let rest = count - limit
    guard rest > 0 else { return [] }
    return [
      StyledRow(
        type[Words(en: "      … and \(rest) more: o lists all", zh: "      …… 还有 \(rest) 题，按 o 查看")], Style(.faint))
    ]
  }

  func item(_ screen: Int, _ prompt: String, _ columns: Int) -> [StyledRow] {
    let number = String(screen + 1)
    let prefix = String(repeating: " ", count: max(0, 4 - number.count)) + number + "  "
    let lines = StyledRow.wrap(type.formula(prompt), columns: columns - 8)
    var first = lines.first ?? StyledRow()
    if lines.count > 1 { first.parts.append((" " + type.sign(.ellipsis), Style(.faint))) }
    return [first.indented(prefix, Style(.heading))]
  }

  func next(_ columns: Int) -> [StyledRow] {
    var rows = [StyledRow()]
    if let here = state.library.firstIndex(where: { $0.id == run.id }), state.library.indices.contains(here + 1) {
      let title = state.library[here + 1].title(in: state.language)
      rows.append(StyledRow(type[Words(en: "Next: \(title)  ( ] )", zh: "下一课：\(title)（按 ]）")], Style(.lit, bold: true)))
    }
    if state.presentation != nil { return rows }
    let quit = Phrases.leads(state.leaving)
    let back = Words(
      en: "A number and G goes back to that screen; w goes to the walk; q \(quit.en).",
      zh: "数字加 G 回到那一屏，w 进入推导，q \(quit.zh)。")
    return rows + StyledRow.wrap(type[back], columns: columns, Style(.faint))
  }
}
