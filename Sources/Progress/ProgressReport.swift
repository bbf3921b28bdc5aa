package import Skills

/// Where a learner stands: mastery, what is next and why, what comes back, what keeps going wrong.
package struct ProgressReport: Equatable, Sendable {
  package let model: LearnerModel
  package let attemptCount: Int
  /// Mastered skills that are to be seen again, the one due longest first.
  package let reviews: [Skill]
  package let mistakes: [RepeatedMistake]
  /// In the order of the lessons.
  package let lessons: [LessonProgress]
  /// What was written in the learner's own words, the newest first.
  package let words: [Attempt]
  /// What to learn next, reviews aside; nil once everything is mastered.
  package let learning: Recommendation?
  /// What to do next; nil once everything is mastered.
  package let recommendation: Recommendation?
  /// The lesson to do next, and why; nil once all are done.
  package let nextLesson: LessonOffer?
  package let growth: Growth
  /// How many seconds the learner's clocks are ahead of UTC.
  package let utcOffset: Int

  /// Cost: linear in the answers; `visits` are by the ids of lessons.
  package init(
    _ attempts: [Attempt], visits: [String: LessonVisit] = [:], lessons: [LessonOutline] = [], now: Int64,
    utcOffset: Int = 0
  ) {
    model = LearnerModel(attempts)
    attemptCount = attempts.count
    reviews = model.due(at: now)
    mistakes = RepeatedMistake.all(in: attempts)
    words = attempts.reversed().filter(\.isWords)
    self.lessons = LessonProgress.all(lessons, attempts, visits: visits)
    learning = Recommendation(model, reviews: [], lessons: self.lessons)
    recommendation = Recommendation(model, reviews: reviews, lessons: self.lessons)
    nextLesson = LessonOffer(self.lessons, learning: learning)
    growth = Growth(attempts, model, now: now, offset: utcOffset)
    self.utcOffset = utcOffset
  }

  /// What is known of the skills alone, whatever the answers and the lessons were.
  package init(_ model: LearnerModel, now: Int64) {
    self.model = model
    (attemptCount, mistakes, lessons, words, utcOffset) = (0, [], [], [], 0)
    reviews = model.due(at: now)
    learning = Recommendation(model, reviews: [], lessons: [])
    recommendation = Recommendation(model, reviews: reviews, lessons: [])
    nextLesson = nil
    growth = Growth([], model, now: now, offset: 0)
  }
}
