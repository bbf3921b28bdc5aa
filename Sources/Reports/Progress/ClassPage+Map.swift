import Diagnostics
import Screen
import Skills

/// Students and skills as a picture, and who needs help.
extension ClassPage {
  func addHelp(to page: inout PageWriter) {
    let rows = report.map.rows.filter(\.needsHelp)
    page.heading(Words(en: "Who needs help, and with what", zh: "谁需要帮助，在哪方面"))
    if rows.isEmpty { page.paragraph(look[ClassWords.noHelp]) }
    for row in rows.prefix(Self.maxHelped) {
      page.add("  " + look.prose(SafeText(row.name).text), Style(.plain, bold: true))
      for mistake in row.mistakes {
        let text = "\(look[report.name(of: mistake.id)]) \(look.sign(.count))\(mistake.count)"
        page.paragraph(text, indent: 6, Style(.bad))
      }
      if !row.weak.isEmpty { page.paragraph(look[ClassWords.weak(row.weak)], indent: 6) }
    }
    guard rows.count > Self.maxHelped else { return }
    let others = rows.dropFirst(Self.maxHelped).map { SafeText($0.name).text }
    page.paragraph(look[ClassWords.andOthers(others)], Style(.faint))
  }

  /// So many are listed with all that they need; more fill no screen.
  private static let maxHelped = 12

  func addMap(to page: inout PageWriter) {
    let map = report.map
    guard !map.skills.isEmpty else { return }
    page.heading(Words(en: "Students and skills", zh: "学生与技能"))
    let names = map.rows.map { SafeText($0.name).text }
    let room = max(8, page.columns - 4 - 3 * map.skills.count)
    let width = min(room, max(8, names.map { Screen.width(of: $0) }.max() ?? 8))
    let numbers = map.skills.indices.map { Self.column("\($0 + 1)") }.joined()
    page.add("  " + look.padded("", width) + numbers, Style(.faint))
    for (row, name) in zip(map.rows, names) {
      var pieces = [PageWriter.Piece(text: "  " + look.padded(name, width), style: Style(.plain))]
      for level in row.levels { pieces.append(.init(text: Self.column(sign(level)), style: Style(role(level)))) }
      page.add(pieces)
    }
    page.add()
    let legend = ClassMap.Level.allCases.reversed().map { "\(sign($0)) \(look[ClassWords.name($0)])" }
    page.paragraph(legend.joined(separator: "   "), Style(.faint))
    let list = map.skills.enumerated().map { "\($0 + 1) \(look[$1.name])" }
    page.paragraph(
      list.joined(separator: look[Words(en: ", ", zh: "，")]) + look[Words(en: ".", zh: "。")], Style(.faint))
  }

  private static func column(_ text: String) -> String {
    String(repeating: " ", count: max(0, 3 - Screen.width(of: text))) + text
  }

  private func sign(_ level: ClassMap.Level) -> String {
    switch level {
    case .none: look.sign(.notYet)
    case .weak: look.sign(.open)
    case .begun: look.sign(.begun)
    case .mastered: look.sign(.mastered)
    }
  }

  private func role(_ level: ClassMap.Level) -> Role {
    switch level {
    case .none: .faint
    case .weak: .bad
    case .begun: .lit
    case .mastered: .good
    }
  }

  // MARK: A lesson

  func add(_ lesson: LessonQuestions, to page: inout PageWriter) {
    page.heading(
      Words(en: "The questions of '\(lesson.title.en)'", zh: "《\(lesson.title.zh)》的题目"))
    for (number, question) in lesson.questions.enumerated() {
      page.paragraph("\(number + 1). " + look[question.prompt], Style(.plain, bold: true))
      page.paragraph(look[ClassWords.result(question)], indent: 6, Style(question.members == 0 ? .faint : .plain))
      for mistake in question.mistakes {
        page.paragraph(
          "\(look[report.name(of: mistake.mistake)]) \(look.sign(.count))\(mistake.count)", indent: 6, Style(.bad))
      }
      if let words = ClassWords.rest(question) { page.paragraph(look[words], indent: 6, Style(.faint)) }
    }
  }
}
