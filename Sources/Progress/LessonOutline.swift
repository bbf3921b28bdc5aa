package import Diagnostics
package import Skills

/// What has to be known of a lesson to tell how far somebody has come in it.
package struct LessonOutline: Equatable, Sendable {
  package let id: String
  package let title: Words
  /// About how long it takes; nil where the author does not say.
  package let minutes: Int?
  /// The ids of the lessons that come before it.
  package let requires: [String]
  package let skills: [Skill]
  /// The ids of its questions.
  package let questions: [String]

  package init(
    id: String, title: Words, minutes: Int? = nil, requires: [String] = [], skills: [Skill], questions: [String]
  ) {
    self.id = id
    self.title = title
    self.minutes = minutes
    self.requires = requires
    self.skills = skills
    self.questions = questions
  }
}

/// How far somebody has come in a lesson.
package struct LessonProgress: Equatable, Sendable {
  package let lesson: LessonOutline
  /// Questions that were answered rightly at some time.
  package let solved: Int
  /// Whether the place in it was kept: it was begun and not left at its end.
  package let isOpen: Bool
  /// When an answer in it was last given, in milliseconds since 1970.
  package let lastTime: Int64?

  /// Whether its end was reached.
  package let isFinished: Bool

  package var isDone: Bool { isFinished || solved == lesson.questions.count && solved > 0 }
  package var isBegun: Bool { isOpen || isFinished || lastTime != nil }

  /// Questions that the lesson no longer has do not count.
  static func all(
    _ lessons: [LessonOutline], _ attempts: [Attempt], open: Set<String>, finished: Set<String>
  ) -> [LessonProgress] {
    var solved: [String: Set<String>] = [:]
    var last: [String: Int64] = [:]
    for attempt in attempts {
      guard let lesson = attempt.lesson else { continue }
      last[lesson] = attempt.time
      if attempt.verdict.isRight { solved[lesson, default: []].insert(attempt.step) }
    }
    return lessons.map { lesson in
      LessonProgress(
        lesson: lesson, solved: solved[lesson.id, default: []].intersection(lesson.questions).count,
        isOpen: open.contains(lesson.id), lastTime: last[lesson.id], isFinished: finished.contains(lesson.id))
    }
  }
}
