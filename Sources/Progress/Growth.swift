/// What has become better: visible from the first day, long before a skill is mastered.
package struct Growth: Equatable, Sendable {
  /// Answers of today, and how many of them were right.
  package let answersToday: Int
  package let rightToday: Int
  /// How many days in a row something was answered, up to today.
  package let streak: Int
  /// On how many days something was answered.
  package let dayCount: Int
  /// Questions that were answered wrongly first, and rightly by the learner's own work afterwards.
  package let corrected: Int
  /// Skills that were shown at least once.
  package let skillsBegun: Int

  init(_ attempts: [Attempt], _ model: LearnerModel, now: Int64, offset: Int) {
    let today = CalendarDay(now, offset: offset)
    let recent = attempts.filter {
      $0.verdict != .unreadable && !$0.isWords && CalendarDay($0.time, offset: offset) == today
    }
    answersToday = recent.count
    rightToday = recent.filter(\.verdict.isRight).count
    let days = PracticeDays(attempts, offset: offset)
    streak = days.streak(at: today)
    dayCount = days.count
    skillsBegun = model.masteries.filter { $0.rightAnswers > 0 }.count
    var open: Set<[String]> = []
    var corrected = 0
    for attempt in attempts where attempt.verdict != .unreadable && !attempt.isWords {
      let question = [attempt.lesson ?? "", attempt.step, attempt.parameters]
      if !attempt.verdict.isRight {
        open.insert(question)
      } else if attempt.isRightUnaided, open.remove(question) != nil {
        corrected += 1
      }
    }
    self.corrected = corrected
  }
}
