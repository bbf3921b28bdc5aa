import Diagnostics
package import Screen

/// Where a class is: which mistakes are made by how many, and which steps are hard.
package struct ClassPage {
  let report: ClassReport
  let look: Look

  package init(_ report: ClassReport, _ look: Look) {
    self.report = report
    self.look = look
  }

  private var overview: ClassOverview { report.overview }

  package var grid: Grid {
    var page = PageWriter(look)
    page.heading(ClassWords.count(overview.memberCount, overview.answerCount))
    addMap(to: &page)
    addHelp(to: &page)
    if let lesson = report.lesson { add(lesson, to: &page) }
    page.heading(Words(en: "By mistake", zh: "按错误"))
    if overview.mistakes.isEmpty { page.paragraph(look[ClassWords.noMistake]) }
    for mistake in overview.mistakes {
      addRow(
        look[report.name(of: mistake.mistake)],
        share: Double(mistake.members) / Double(max(1, overview.memberCount)), .bad,
        ClassWords.made(mistake, of: overview.memberCount), to: &page)
      if let question = MistakeWords.question(mistake.mistake, step: mistake.steps.first) {
        page.paragraph(look[question], indent: 14, Style(.faint))
      }
    }
    // Of a lesson its questions have been listed.
    if report.lesson != nil { return page.grid }
    if !overview.steps.isEmpty { page.heading(Words(en: "By step, the hardest first", zh: "按步骤，最难的在前")) }
    for step in overview.steps {
      addRow(look.step(step.name), share: step.share, .good, ClassWords.share(step), to: &page)
      if let worst = step.mistake {
        page.add(
          String(repeating: " ", count: 14)
            + "\(look[report.name(of: worst.mistake)]) \(look.sign(.count))\(worst.count)", Style(.bad))
      }
    }
    return page.grid
  }

  /// A name of exactly so many columns; where it is longer, that is shown.
  private func fitted(_ name: String, _ columns: Int) -> String {
    let name = look.prose(name)
    guard Screen.width(of: name) > columns else { return look.padded(name, columns) }
    let sign = look.sign(.cut)
    return look.padded(name, columns - Screen.width(of: sign)) + sign
  }

  /// A bar, a name, and what was counted.
  private func addRow(_ name: String, share: Double, _ role: Role, _ count: Words, to page: inout PageWriter) {
    let bar = look.bar(share, 10)
    page.add([
      .init(text: "  ", style: Style()), .init(text: bar.full, style: Style(role)),
      .init(text: bar.empty, style: Style(.faint)),
      .init(text: "  " + fitted(name, min(40, max(24, page.columns - 44))) + "  ", style: Style(.plain, bold: true)),
      .init(text: look[count], style: Style()),
    ])
  }
}
