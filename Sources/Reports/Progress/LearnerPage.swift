import Diagnostics
package import Progress
package import Screen
package import Skills

/// Where one learner is, on a page: what is next, mastery as bars and as a map, what keeps going wrong, lessons.
package struct LearnerPage {
  let report: ProgressReport
  let now: Int64
  let look: Look
  /// The skill that is pointed to, where one is chosen.
  private let chosen: Skill?

  package init(_ report: ProgressReport, now: Int64, _ look: Look, chosen: Skill? = nil) {
    self.report = report
    self.now = now
    self.look = look
    self.chosen = chosen
  }

  /// The parts of the page.
  package enum Part: CaseIterable, Sendable { case next, growth, bars, map, mistakes, gone, lessons, words }

  package var grid: Grid { grid(Part.allCases) }

  /// The chosen parts, one below the other.
  package func grid(_ parts: [Part]) -> Grid { page(parts).grid }

  /// The row of each skill among these parts, in the order of the table; empty without the bars.
  package func skillRows(_ parts: [Part]) -> [Int] { page(parts).marks }

  private func page(_ parts: [Part]) -> PageWriter {
    var page = PageWriter(look)
    for part in parts {
      switch part {
      case .next: addNext(to: &page)
      case .growth: addGrowth(to: &page)
      case .bars: addBars(to: &page)
      case .map: addMap(to: &page)
      case .mistakes: addMistakes(to: &page)
      case .gone: addGone(to: &page)
      case .lessons: addLessons(to: &page)
      case .words:
        let titles = report.lessons.map { ($0.lesson.id, $0.lesson.title) }
        Self.addWords(report.words, Dictionary(titles, uniquingKeysWith: { first, _ in first }), to: &page)
      }
    }
    return page
  }

  // MARK: Next

  private func addNext(to page: inout PageWriter) {
    page.heading(Words(en: "Next", zh: "下一步"))
    guard let next = report.recommendation else {
      page.paragraph(look[Words(en: "Everything is mastered. Reviews will come back here.", zh: "已全部掌握。需要复习时会在这里提示。")])
      return
    }
    if next.kind == .review { addPractice(next, to: &page) }
    if let offer = report.nextLesson {
      page.add([.init(text: "  bptutor lesson \(offer.lesson.id)", style: Style(.focus, bold: true))])
      page.paragraph(look[offer.lesson.title] + look[Words(en: ": ", zh: "：")] + look[offer.reason])
    }
    if next.kind != .review, next.lesson == nil { addPractice(next, to: &page) }
    if !report.reviews.isEmpty {
      let names = report.reviews.map { look[$0.name] }.joined(separator: look[Words(en: ", ", zh: "、")])
      page.paragraph(look[Words(en: "Due for review: \(names).", zh: "该复习：\(names)。")], Style(.reused))
    }
  }

  private func addPractice(_ next: Recommendation, to page: inout PageWriter) {
    page.add([.init(text: "  bptutor practise \(next.skill.rawValue)", style: Style(.focus, bold: true))])
    page.paragraph(look[next.reason])
  }

  // MARK: Mastery

  private var mastered: Int { report.model.masteries.filter(\.isMastered).count }

  private func addBars(to page: inout PageWriter) {
    let count = report.model.masteries.count
    page.heading(
      Words(
        en: "Mastery: \(mastered) of \(count) skills, after \(Look.count(report.attemptCount, "answer"))",
        zh: "掌握度：\(count) 项技能已掌握 \(mastered) 项，共作答 \(report.attemptCount) 次"))
    let barWidth = min(30, max(8, page.columns - 58))
    for area in Skill.Area.allCases {
      page.add("  " + look[area.name], Style(.faint))
      for mastery in report.model.masteries where mastery.skill.area == area {
        // What is likely before the first answer is no achievement.
        let isBegun = mastery.answers > 0
        let bar = look.bar(isBegun ? mastery.known : 0, barWidth)
        let share = isBegun ? "\(Look.percent(mastery.known))%" : "-"
        let isChosen = mastery.skill == chosen
        page.mark()
        page.add([
          .init(text: "  \(isChosen ? look.sign(.pointer) : mark(mastery)) ", style: style(mastery)),
          .init(
            text: look.padded(look[mastery.skill.name], 31), style: isChosen ? Style(.focus, bold: true) : Style()),
          .init(text: bar.full, style: Style(mastery.isMastered ? .good : .lit)),
          .init(text: bar.empty, style: Style(.faint)),
          .init(text: String(repeating: " ", count: max(0, 5 - share.count)) + share, style: Style()),
          .init(text: "  " + standing(mastery), style: Style(.faint)),
        ])
      }
    }
  }

  private func standing(_ mastery: SkillMastery) -> String {
    if mastery.isDue(at: now) { return look[Words(en: "review", zh: "该复习")] }
    if mastery.isMastered { return look[Words(en: "mastered", zh: "已掌握")] }
    if mastery.answers == 0 { return "" }
    switch mastery.support {
    case .worked: return look[Words(en: "see it worked", zh: "看样例")]
    case .faded: return look[Words(en: "fill gaps", zh: "补空")]
    case .full: return look[Words(en: "on your own", zh: "独立完成")]
    }
  }

  private func mark(_ mastery: SkillMastery) -> String {
    // Where one is chosen there is only that pointer.
    if chosen == nil, report.recommendation?.skill == mastery.skill { return look.sign(.pointer) }
    if mastery.isMastered { return look.sign(.mastered) }
    return look.sign(mastery.answers > 0 ? .begun : .open)
  }

  private func style(_ mastery: SkillMastery) -> Style {
    if report.recommendation?.skill == mastery.skill { return Style(.focus, bold: true) }
    return Style(mastery.isMastered ? .good : mastery.answers > 0 ? .lit : .faint)
  }

  // MARK: The map

  private func addMap(to page: inout PageWriter) {
    page.heading(
      Words(
        en: "Skill map: each row is built on the rows above it", zh: "技能图：每一行建立在上面各行之上"))
    let deepest = Skill.allCases.map(\.depth).max() ?? 0
    for depth in 0...deepest {
      let row = report.model.masteries.filter { $0.skill.depth == depth }
      var pieces: [PageWriter.Piece] = [.init(text: "  ", style: Style())]
      var column = 2
      for mastery in row {
        let text = "\(mark(mastery)) \(look[mastery.skill.name])"
        if column + width(of: text) > page.columns, column > 2 {
          page.add(pieces)
          (pieces, column) = ([.init(text: "  ", style: Style())], 2)
        }
        pieces.append(.init(text: text, style: style(mastery)))
        pieces.append(.init(text: "   ", style: Style()))
        column += width(of: text) + 3
      }
      page.add(pieces)
      if depth < deepest { page.add("  " + look.sign(.upright), Style(.faint)) }
    }
    let marks = [Sign.mastered, .begun, .open, .pointer].map(look.sign)
    page.add(
      "  "
        + look[
          Words(
            en: "\(marks[0]) mastered  \(marks[1]) begun  \(marks[2]) not yet  \(marks[3]) next",
            zh: "\(marks[0]) 已掌握  \(marks[1]) 已开始  \(marks[2]) 未开始  \(marks[3]) 下一步")], Style(.faint))
  }

  // MARK: Lessons

  /// What the figure does not say.
  private func remark(_ progress: LessonProgress) -> String {
    guard progress.isLeftOpen else { return "" }
    return look[
      Words(
        en: "  read to the end, \(Look.count(progress.openCount, "question")) open",
        zh: "  已读到末尾，还有 \(progress.openCount) 题未完成")]
  }

  private func addLessons(to page: inout PageWriter) {
    let begun = report.lessons.filter { $0.isBegun || $0.isDone }
    guard !begun.isEmpty else { return }
    page.heading(Words(en: "Lessons", zh: "课程"))
    for progress in report.lessons {
      let (settled, count) = (progress.settled, progress.count)
      let bar = look.bar(count > 0 ? Double(settled) / Double(count) : progress.isDone ? 1 : 0, 10)
      let figure = count > 0 ? "\(settled)/\(count)" : ""
      let isNext = report.recommendation?.lesson == progress.lesson.id
      page.add([
        .init(text: isNext ? "  \(look.sign(.pointer)) " : "    ", style: Style(.focus, bold: true)),
        .init(text: bar.full, style: Style(progress.isDone ? .good : .lit)),
        .init(text: bar.empty, style: Style(.faint)),
        .init(text: String(repeating: " ", count: max(1, 7 - figure.count)) + figure + "  ", style: Style(.faint)),
        .init(text: look[progress.lesson.title], style: Style()),
        .init(text: remark(progress), style: Style(.faint)),
      ])
    }
  }
}
