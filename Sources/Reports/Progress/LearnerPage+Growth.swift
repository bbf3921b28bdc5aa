import Diagnostics
import Progress
import Screen

/// What has become better.
extension LearnerPage {
  func addGrowth(to page: inout PageWriter) {
    let growth = report.growth
    guard report.attemptCount > 0 else { return }
    page.heading(Words(en: "Growth", zh: "进步"))
    if let streak = Self.streak(growth.streak) { page.paragraph(look[streak]) }
    if growth.answersToday > 0 {
      page.paragraph(
        look[
          Words(
            en: "Today \(Look.count(growth.answersToday, "answer")), \(growth.rightToday) right.",
            zh: "今天作答 \(growth.answersToday) 次，答对 \(growth.rightToday) 次。")])
    }
    if growth.skillsBegun > 0 {
      page.paragraph(
        look[
          Words(
            en: "\(Look.count(growth.skillsBegun, "skill")) shown at least once.",
            zh: "已有 \(growth.skillsBegun) 项技能至少做对过一次。")], Style(.lit))
    }
    if growth.corrected > 0 {
      page.paragraph(
        look[
          Words(
            en: "Mistakes you corrected yourself: \(growth.corrected).", zh: "自己改正的错误：\(growth.corrected) 处。")],
        Style(.good))
    }
  }

  /// Nothing is said of a single day.
  static func streak(_ days: Int) -> Words? {
    days < 2 ? nil : Words(en: "\(days) days in a row.", zh: "连续学习 \(days) 天。")
  }

  /// The most that are listed.
  private static let maxGone = 8

  func addGone(to page: inout PageWriter) {
    let gone = report.mistakes.filter(\.isGone)
    guard !gone.isEmpty else { return }
    page.heading(Words(en: "Mistakes you no longer make", zh: "不再犯的错误"))
    for mistake in gone.prefix(Self.maxGone) {
      let times = mistake.rightSince
      page.add([
        .init(text: "  \(look.sign(.mastered)) ", style: Style(.good, bold: true)),
        .init(text: look[MistakeWords.name(mistake.mistake)], style: Style()),
        .init(
          text: look[Words(en: "  right \(times) times since", zh: "  此后答对 \(times) 次")], style: Style(.faint)),
      ])
    }
  }
}
