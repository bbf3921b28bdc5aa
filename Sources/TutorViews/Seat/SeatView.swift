import Classroom
import Diagnostics
import Screen
import Tutor

/// What a student's terminal says of the presenter's screen: the words, what is asked, what came of it.
struct SeatView {
  let activity: SeatActivity
  let type: Typesetter

  private var seat: Seat { activity.seat }
  private var language: Language { type.language }

  /// More mistakes than these are not listed.
  private static let maxMistakes = 5

  /// What the screen says; the step at hand is drawn instead of being said.
  func prose(columns: Int) -> [StyledRow] {
    guard let screen = seat.screen else { return [] }
    let lines = screen.lines[language]
    let isDrawn = activity.place?.view == .step || activity.place?.view == .reward
    return (isDrawn ? lines.dropLast() : lines[...]).flatMap { StyledRow.wrap(type.formula($0), columns: columns) }
  }

  /// The question with its options, the student's own marked, and how far it is.
  func task(columns: Int) -> [StyledRow] {
    guard let asked = seat.asked else { return [] }
    var rows = StyledRow.wrap(type.formula(asked.prompt[language]), columns: columns, Style(.focus, bold: true))
    for (number, option) in asked.options.enumerated() {
      let isOwn =
        seat.own.map { $0.text == option.answer && ($0.round == asked.round || asked.phase != .open) } ?? false
      let style = Style(isOwn ? .lit : .plain, bold: isOwn)
      let mark = (isOwn ? type.sign(.pointer) : " ") + " \(SeatWords.letter(number))) "
      rows += StyledRow.wrap(type.formula(option.text[language]), columns: columns - 5, style).enumerated()
        .map { $0.element.indented($0.offset == 0 ? mark : "     ", style) }
    }
    return rows + status(asked, columns)
  }

  private func status(_ asked: ScreenMessage.Asked, _ columns: Int) -> [StyledRow] {
    guard asked.phase != .revealed else { return [] }
    var words = SeatWords.phase(asked)
    var style = Style(asked.phase == .open ? .lit : .faint, bold: asked.phase == .open)
    if asked.phase == .open, let own = seat.own, own.round == asked.round {
      let given = seat.shown(own)
      let after = activity.link == .connected ? SeatWords.canChange : SeatWords.isLost
      words = Words(en: SeatWords.given(given.en).en + after.en, zh: SeatWords.given(given.zh).zh + after.zh)
      style = Style(activity.link == .connected ? .good : .bad, bold: true)
    }
    return StyledRow.wrap(type.formula(type[words]), columns: columns, style)
  }

  /// What is said to the student's own answer, the answer with its derivation, and what came of the votes.
  func said(columns: Int) -> [StyledRow] {
    guard let result = seat.result else { return [] }
    var rows: [StyledRow] = []
    if let own = seat.own, let said = seat.feedback {
      let (sign, role): (Sign, Role) =
        switch said.kind {
        case .right: (.right, .good)
        case .wrong: (.wrong, .bad)
        case .unreadable: (.open, .heading)
        }
      let text = "\(type.sign(sign)) \(seat.shown(own)[language])  \(said.words[language])"
      rows += StyledRow.wrap(type.formula(text), columns: columns, Style(role, bold: true))
    }
    let answer = result.answer[language]
    rows += StyledRow.wrap(
      type[SeatWords.theAnswer] + type.formula(answer.first ?? ""), columns: columns, Style(.plain, bold: true))
    rows += answer.dropFirst().flatMap { line in
      StyledRow.wrap(type.formula(line), columns: columns - 2).map { $0.indented("  ") }
    }
    if !result.isOpinion {
      rows += StyledRow.wrap(type.formula(type[SeatWords.right(result)]), columns: columns, Style(.faint))
    }
    let arrow = " " + type.sign(.arrow) + " "
    for mistake in result.mistakes.prefix(Self.maxMistakes) {
      let counts = mistake.counts.map(String.init).joined(separator: arrow)
      rows += StyledRow.wrap("  \(type[mistake.name]): \(counts)", columns: columns, Style(.faint))
    }
    return rows
  }
}
