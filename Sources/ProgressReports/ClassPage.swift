import Diagnostics
package import Progress
package import Screen

/// Where a class is: which mistakes are made by how many, and which steps are hard.
package struct ClassPage {
  /// One learner's answers.
  package struct Member: Equatable, Sendable {
    package let name: String
    package let attempts: [Attempt]

    package init(name: String, attempts: [Attempt]) {
      self.name = name
      self.attempts = attempts
    }
  }

  package let overview: ClassOverview
  private let look: Look

  package init(_ overview: ClassOverview, _ look: Look) {
    self.overview = overview
    self.look = look
  }

  package var grid: Grid {
    var page = PageWriter(look)
    let (members, answers) = (overview.memberCount, overview.answerCount)
    page.heading(
      Words(
        en: "\(Look.count(members, "learner")), \(Look.count(answers, "answer"))",
        zh: "\(members) 名学习者，共 \(answers) 次作答"))
    page.heading(Words(en: "By mistake", zh: "按错误"))
    if overview.mistakes.isEmpty { page.paragraph(look[Words(en: "None was recognised.", zh: "没有识别出的错误。")]) }
    for mistake in overview.mistakes {
      addRow(
        look[MistakeWords.name(mistake.mistake)], share: Double(mistake.members) / Double(max(1, members)), .bad,
        Words(
          en: """
            \(mistake.members) of \(Look.count(members, "learner")), \(Look.count(mistake.count, "time"))
            """,
          zh: "\(members) 人中有 \(mistake.members) 人，共 \(mistake.count) 次"), to: &page)
      if let question = MistakeWords.question(mistake.mistake, step: mistake.steps.first) {
        page.paragraph(look[question], indent: 14, Style(.faint))
      }
    }
    if !overview.steps.isEmpty { page.heading(Words(en: "By step, the hardest first", zh: "按步骤，最难的在前")) }
    for step in overview.steps {
      let percent = Look.percent(step.share)
      addRow(
        look.step(step.name), share: step.share, .good,
        Words(
          en: "\(percent)% of \(Look.count(step.answers, "first answer")) right",
          zh: "首答 \(step.answers) 次，正确率 \(percent)%"), to: &page)
      if let worst = step.mistake {
        page.add(
          String(repeating: " ", count: 14)
            + "\(look[MistakeWords.name(worst.mistake)]) \(look.sign(.count))\(worst.count)", Style(.bad))
      }
    }
    return page.grid
  }

  /// A bar, a name, and what was counted.
  private func addRow(_ name: String, share: Double, _ role: Role, _ count: Words, to page: inout PageWriter) {
    let bar = look.bar(share, 10)
    page.add([
      .init(text: "  ", style: Style()), .init(text: bar.full, style: Style(role)),
      .init(text: bar.empty, style: Style(.faint)),
      .init(text: "  " + look.padded(name, 24), style: Style(.plain, bold: true)),
      .init(text: look[count], style: Style()),
    ])
  }
}
