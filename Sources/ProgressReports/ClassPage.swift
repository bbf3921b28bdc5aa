import Diagnostics
package import Progress
package import Screen

/// Where a class stands: which mistakes are made by how many, and which steps are hard.
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
  private let look: ProgressLook

  package init(_ overview: ClassOverview, _ look: ProgressLook) {
    self.overview = overview
    self.look = look
  }

  package var grid: Grid {
    var page = PageWriter(look)
    let (members, answers) = (overview.memberCount, overview.answerCount)
    page.heading(
      Words(
        en: "\(ProgressLook.count(members, "learner")), \(ProgressLook.count(answers, "answer"))",
        zh: "\(members) 名学习者，共 \(answers) 次作答"))
    page.heading(Words(en: "By mistake", zh: "按错误"))
    if overview.mistakes.isEmpty { page.paragraph(look[Words(en: "None was recognised.", zh: "没有识别出的错误。")]) }
    for mistake in overview.mistakes {
      let bar = look.bar(Double(mistake.members) / Double(max(1, members)), 10)
      page.add([
        .init(text: "  ", style: Style()), .init(text: bar.full, style: Style(.bad)),
        .init(text: bar.empty, style: Style(.faint)),
        .init(text: "  " + look.padded(mistake.mistake, 24), style: Style(.plain, bold: true)),
        .init(
          text: look[
            Words(
              en:
                "\(mistake.members) of \(ProgressLook.count(members, "learner")), \(ProgressLook.count(mistake.count, "time"))",
              zh: "\(members) 人中有 \(mistake.members) 人，共 \(mistake.count) 次")], style: Style()),
      ])
      if let question = MistakeWords.question(mistake.mistake, step: mistake.steps.first) {
        page.paragraph(look[question], indent: 14, Style(.faint))
      }
    }
    if !overview.steps.isEmpty { page.heading(Words(en: "By step, the hardest first", zh: "按步骤，最难的在前")) }
    for step in overview.steps {
      let bar = look.bar(step.share, 10)
      let worst = step.mistake.map { "\($0.name) \(look.isASCII ? "x" : "×")\($0.count)" }
      page.add([
        .init(text: "  ", style: Style()), .init(text: bar.full, style: Style(.good)),
        .init(text: bar.empty, style: Style(.faint)),
        .init(text: "  " + look.padded(step.name, 24), style: Style(.plain, bold: true)),
        .init(
          text: look[
            Words(
              en: "\(ProgressLook.percent(step.share))% right at first, \(ProgressLook.count(step.answers, "answer"))",
              zh: "首答正确率 \(ProgressLook.percent(step.share))%，\(step.answers) 次作答")], style: Style()),
      ])
      if let worst { page.add(String(repeating: " ", count: 14) + worst, Style(.bad)) }
    }
    return page.grid
  }
}
