import Diagnostics
import Synchronization

/// The languages of a lesson, which may be read only when somebody asks for them.
final class LessonText: Sendable {
  private let files: [LessonFile]
  private let context: LessonContext
  private let read: Mutex<[Language: Lesson]?>
  private let summarized = Mutex<LessonSummary?>(nil)

  init(_ lessons: [Language: Lesson]) {
    files = []
    context = LessonContext()
    read = Mutex(lessons)
  }

  init(_ files: [LessonFile], _ context: LessonContext) {
    self.files = files
    self.context = context
    read = Mutex(nil)
  }

  var lessons: [Language: Lesson] {
    read.withLock { known in
      if let known { return known }
      let lessons = LessonCatalogue(files, context: context).entries.first?.lessons ?? [:]
      known = lessons
      return lessons
    }
  }

  var summary: LessonSummary {
    summarized.withLock { known in
      if let known { return known }
      let summary = files.isEmpty ? LessonSummary(lessons) : LessonSummary(files)
      known = summary
      return summary
    }
  }
}
