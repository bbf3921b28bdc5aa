import Diagnostics
import Progress
import Reports
import Screen
import Skills
import Testing

/// The end of a session, as it is read.
@Suite struct SessionPageTests {
  private static let day: Int64 = 86_400_000

  private static func attempt(_ skill: Skill, _ number: Int, mistake: MistakeID? = nil) -> Attempt {
    var attempt = Attempt(
      time: day, step: "\(skill)", parameters: "\(number)", answer: "0.\(number)",
      verdict: mistake == nil ? .right : .mistake,
      skills: [skill], isFirst: true)
    attempt.mistakes = mistake.map { [$0] } ?? []
    return attempt
  }

  /// One mistake of before that is gone, one that was made, one skill mastered.
  private static let summary: SessionSummary = {
    let old = [attempt(.loss, 0, mistake: "no-square")]
    var new = (1...7).map { attempt(.loss, $0) } + [attempt(.update, 8, mistake: "ascent")]
    new += [attempt(.update, 9, mistake: "ascent"), attempt(.update, 10, mistake: "no-rate")]
    return SessionSummary(
      new.map { .init(skill: $0.skills == [.loss] ? .loss : .update, isSolved: $0.verdict == .right) },
      isReview: false, from: .init(LearnerModel(old), MistakeHistory(old)),
      to: .init(LearnerModel(old + new), MistakeHistory(old + new)), streak: 3)
  }()

  private static func text(_ language: Language, now: Int64 = 3 * day, columns: Int = 76) -> String {
    let look = Look(language: language, notation: .unicode, size: Size(columns: columns, rows: 24))
    return SessionPage(summary, now: now, offset: 0, look).grid.lines.joined(separator: "\n")
  }

  @Test func itSaysWhatHasBecomeBetter() {
    for text in [
      "7 of 10 right at the first try, 1 old mistake gone.", "3 days in a row.", "7/7  loss", "0/3  update", "mastered",
      "No longer made\n  ● the square left out", "a step uphill", "the learning rate left out",
    ] { #expect(Self.text(.en).contains(text), "\(text)\n\(Self.text(.en))") }
    for text in ["共 10 题，一次做对 7 题，1 种旧错误不再犯。", "连续学习 3 天。", "漏了平方", "更新的方向反了"] {
      #expect(Self.text(.zh).contains(text), "\(text)\n\(Self.text(.zh))")
    }
    #expect(!Self.text(.en).contains("no-square") && !Self.text(.zh).contains("ascent"))
  }

  /// 1970-01-03, when the review of what was mastered on the second is due, was a Saturday.
  @Test func itSaysWhenToComeBack() {
    #expect(Self.text(.en, now: -2 * Self.day).contains("Next review Saturday."))
    #expect(Self.text(.zh, now: -2 * Self.day).contains("下次复习：周六。"))
    #expect(Self.text(.en, now: Self.day).contains("Next review tomorrow."))
    #expect(Self.text(.en, now: -30 * Self.day).contains("Next review in 32 days."))
    #expect(Self.text(.en, now: 3 * Self.day).contains("A review is due now."))
  }

  @Test(arguments: Language.allCases, [20, 40, 76]) func nothingIsTooWide(_ language: Language, _ columns: Int) {
    for line in Self.text(language, columns: columns).split(separator: "\n") {
      #expect(Screen.width(of: String(line)) <= columns)
    }
  }
}
