import Diagnostics
import Progress
import Skills
import Testing

/// What has become better, and when to come back.
@Suite struct GrowthTests {
  private static let day: Int64 = 86_400_000

  @Test func daysAreTheLearnersOwn() {
    // 2026-11-30 was a Monday; at 23:30 UTC it is Tuesday in Shanghai.
    let late: Int64 = 1_796_081_400_000
    #expect(CalendarDay(late, offset: 0).weekday.en == "Monday" && CalendarDay(late, offset: 28_800).weekday.zh == "周二")
    #expect(CalendarDay(0, offset: 0).weekday.en == "Thursday" && CalendarDay(-1, offset: 0).weekday.en == "Wednesday")
    #expect(CalendarDay(0, offset: 0).days(to: CalendarDay(3 * Self.day, offset: 0)) == 3)
    for time in [Int64.min, .max] {
      for offset in [Int.min, 0, .max] { _ = CalendarDay(time, offset: offset).weekday }
    }
  }

  @Test func streaksEndTodayOrYesterday() {
    func streak(_ days: [Int64], at today: Int64) -> Int {
      PracticeDays(days.map { .sample(at: $0 * Self.day) }, offset: 0).streak(
        at: CalendarDay(today * Self.day, offset: 0))
    }
    #expect(streak([1, 2, 3], at: 3) == 3 && streak([1, 2, 3], at: 4) == 3 && streak([1, 2, 3], at: 5) == 0)
    #expect(streak([1, 3, 3], at: 3) == 1 && streak([], at: 3) == 0)
  }

  @Test func correctedMistakesAreThoseOfOnesOwn() {
    let attempts: [Attempt] = [
      .sample([.loss], .mistake, step: "a"), .sample([.loss], step: "a") { $0.isFirst = false },
      .sample([.loss], .unknown, step: "b"),
      .sample([.loss], step: "b") {
        $0.isFirst = false
        $0.hint = 4
      },
      .sample([.loss], .unknown, step: "c"), .sample([.loss], on: "other", step: "c"), .sample([.loss], step: "a"),
    ]
    let growth = ProgressReport(attempts, now: Self.day / 2).growth
    #expect(growth.corrected == 1 && growth.answersToday == 7 && growth.rightToday == 4 && growth.streak == 1)
    #expect(growth.skillsBegun == 1)
  }

  private static func slip(_ mistakes: [MistakeID]) -> Attempt {
    .sample([.lossSlope], .mistake) {
      $0.mistakes = mistakes
      $0.blamed = .lossSlope
    }
  }

  /// Three right answers since, and it is gone; made again it is back.
  @Test func mistakesGo() {
    var history = MistakeHistory([Self.slip(["sign-flip+half"]), Self.slip(["half", "ascent"])])
    #expect(Set(history.entries.keys) == ["sign-flip", "half"] && history.gone.isEmpty)
    for _ in 0..<3 { history.record(.sample([.lossSlope])) }
    history.record(.sample([.loss]))
    #expect(history.gone == ["sign-flip", "half"] && history.entries["half"]?.rightSince == 3)
    history.record(Self.slip(["half"]))
    #expect(history.gone == ["sign-flip"] && history.entries["half"]?.count == 2)
  }

  @Test func aSessionAddsUp() throws {
    let old = [Self.slip(["sign-flip"]), .sample([.lossSlope], answer: "1"), .sample([.lossSlope], answer: "2")]
    var (model, mistakes) = (LearnerModel(old), MistakeHistory(old))
    let before = SessionSummary.Standing(model, mistakes)
    var made = Attempt.sample([.loss], .mistake, at: Self.day)
    made.mistakes = ["no-square"]
    for attempt in [.sample([.lossSlope], at: Self.day, on: "b", answer: "3"), made] {
      model.record(attempt)
      mistakes.record(attempt)
    }
    let summary = SessionSummary(
      [.init(skill: .lossSlope, isSolved: true), .init(skill: .loss, isSolved: false)], isReview: false, from: before,
      to: SessionSummary.Standing(model, mistakes), streak: 2)
    #expect(summary.count == 2 && summary.solved == 1 && summary.gone == ["sign-flip"] && summary.made == ["no-square"])
    #expect(summary.changes.map(\.skill) == [.lossSlope, .loss] && summary.changes.map(\.solved) == [1, 0])
    let change = try #require(summary.changes.first)
    #expect(change.after.known > change.before.known && change.isNewlyMastered == change.after.isMastered)
    #expect(summary.nextReview == (change.after.isMastered ? 2 * Self.day : nil))
  }
}
