/// What the kept place of a lesson says of it.
package struct LessonVisit: Equatable, Sendable {
  /// Whether it was left in the middle.
  package let isOpen: Bool
  /// Whether its end was reached at some time.
  package let isRead: Bool
  /// The ids of the questions that were answered or revealed at some time.
  package let settled: Set<String>

  package init(isOpen: Bool = false, isRead: Bool = false, settled: Set<String> = []) {
    self.isOpen = isOpen
    self.isRead = isRead
    self.settled = settled
  }
}

/// How far someone has come in a lesson.
package struct LessonProgress: Equatable, Sendable {
  package let lesson: LessonOutline
  /// How many of its questions were answered rightly, or revealed, at some time.
  package let settled: Int
  /// Whether the place in it was kept: it was begun and not left at its end.
  package let isOpen: Bool
  /// When an answer in it was last given, in milliseconds since 1970.
  package let lastTime: Int64?
  /// Whether its end was reached at some time.
  package let isRead: Bool

  /// The questions of the lesson.
  package var count: Int { lesson.questions.count }
  package var openCount: Int { count - settled }
  /// Whether nothing in it is open; a lesson that asks nothing is done once it was read.
  package var isDone: Bool { count > 0 ? openCount == 0 : isRead }
  /// Whether it was read to its end, with questions left open.
  package var isLeftOpen: Bool { isRead && !isDone }
  package var isBegun: Bool { isOpen || isRead || settled > 0 || lastTime != nil }

  /// Questions that the lesson no longer has do not count.
  static func all(
    _ lessons: [LessonOutline], _ attempts: [Attempt], visits: [String: LessonVisit]
  ) -> [LessonProgress] {
    var settled = visits.mapValues(\.settled)
    var last: [String: Int64] = [:]
    for attempt in attempts {
      guard let lesson = attempt.lesson else { continue }
      last[lesson] = attempt.time
      if attempt.verdict.isRight { settled[lesson, default: []].insert(attempt.step) }
    }
    return lessons.map { lesson in
      LessonProgress(
        lesson: lesson, settled: settled[lesson.id, default: []].intersection(lesson.questions).count,
        isOpen: visits[lesson.id]?.isOpen ?? false, lastTime: last[lesson.id],
        isRead: visits[lesson.id]?.isRead ?? false)
    }
  }
}
