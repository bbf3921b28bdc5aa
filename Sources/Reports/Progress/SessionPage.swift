import Diagnostics
package import Progress
package import Screen
import Skills

/// The end of a session of practice: what it has come to, and when to come back.
package struct SessionPage {
  private let summary: SessionSummary
  private let now: Int64
  private let offset: Int
  private let look: Look

  /// `offset` is how many seconds the learner's clocks are ahead of UTC.
  package init(_ summary: SessionSummary, now: Int64, offset: Int, _ look: Look) {
    self.summary = summary
    self.now = now
    self.offset = offset
    self.look = look
  }

  package var grid: Grid {
    var page = PageWriter(look)
    page.heading(
      summary.isReview
        ? Words(en: "The end of this review", zh: "复习结束") : Words(en: "The end of this session", zh: "本次练习结束"))
    page.add()
    page.paragraph(look[figure], Style(summary.solved == summary.count ? .good : .plain, bold: true))
    if let streak = LearnerPage.streak(summary.streak) { page.paragraph(look[streak], Style(.good)) }
    page.add()
    for change in summary.changes { add(change, to: &page) }
    addMistakes(to: &page)
    page.add()
    page.paragraph(look[comeBack], Style(.lit))
    return page.grid
  }

  private var figure: Words {
    let (solved, count) = (summary.solved, summary.count)
    let gone = summary.gone.count
    let (en, zh) =
      gone == 0 ? ("", "") : (", \(gone) old \(gone == 1 ? "mistake" : "mistakes") gone", "，\(gone) 种旧错误不再犯")
    return Words(
      en: "\(solved) of \(count) right at the first try\(en).", zh: "共 \(count) 题，一次做对 \(solved) 题\(zh)。")
  }

  /// A skill, how many of its problems were right, and how far it has come.
  private func add(_ change: SessionSummary.Change, to page: inout PageWriter) {
    let bar = look.bar(change.after.known, 10)
    let (before, after) = (Look.percent(change.before.known), Look.percent(change.after.known))
    // What is likely before the first answer is no achievement, and no loss.
    let share = change.before.answers == 0 ? "\(after)%" : "\(before)% \(look.sign(.arrow)) \(after)%"
    page.add([
      .init(text: "  \(change.solved)/\(change.count)  ", style: Style(.plain, bold: true)),
      .init(text: look.padded(look[change.skill.name], 31), style: Style()),
      .init(text: bar.full, style: Style(change.after.isMastered ? .good : .lit)),
      .init(text: bar.empty, style: Style(.faint)),
      .init(text: "  " + share, style: Style(.faint)),
      .init(
        text: change.isNewlyMastered ? look[Words(en: "  mastered", zh: "  已掌握")] : "", style: Style(.good, bold: true)),
    ])
  }

  private static let maxListed = 3

  private func addMistakes(to page: inout PageWriter) {
    if !summary.gone.isEmpty {
      page.heading(Words(en: "No longer made", zh: "不再犯的错误"))
      for mistake in summary.gone.prefix(Self.maxListed) {
        page.add("  " + look.sign(.mastered) + " " + look[MistakeWords.name(mistake)], Style(.good))
      }
    }
    if !summary.made.isEmpty {
      page.heading(Words(en: "To watch next time", zh: "下次注意"))
      for mistake in summary.made.prefix(Self.maxListed) {
        page.add("  " + look.sign(.dot).filter { $0 != " " } + " " + look[MistakeWords.name(mistake)], Style())
      }
    }
  }

  /// When the next review is.
  private var comeBack: Words {
    guard let due = summary.nextReview else {
      return Words(
        en: "Nothing is mastered yet; a few problems tomorrow help more than many today.",
        zh: "还没有掌握的技能；明天再做几题，比今天一次做很多更有效。")
    }
    let (today, day) = (CalendarDay(now, offset: offset), CalendarDay(due, offset: offset))
    switch today.days(to: day) {
    case ...0: return Words(en: "A review is due now.", zh: "现在就有该复习的内容。")
    case 1: return Words(en: "Next review tomorrow.", zh: "下次复习：明天。")
    case 2...6: return Words(en: "Next review \(day.weekday.en).", zh: "下次复习：\(day.weekday.zh)。")
    case let days: return Words(en: "Next review in \(days) days.", zh: "下次复习：\(days) 天后。")
    }
  }
}
