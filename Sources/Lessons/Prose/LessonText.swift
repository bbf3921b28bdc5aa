import Diagnostics
import Synchronization

/// The languages of a lesson, which may be read only when someone asks for them.
final class LessonText: Sendable {
  let files: [LessonFile]
  let context: LessonContext
  private let read: Mutex<[Language: Lesson]?>
  private let summarized = Mutex<LessonSummary?>(nil)
  private let searched = Mutex<[Language: [[SearchText]]]>([:])

  /// Lessons that were read already, of these files.
  init(_ lessons: [Language: Lesson], _ files: [LessonFile], _ context: LessonContext) {
    self.files = files
    self.context = context
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

  /// What each screen says in that language, or else in the other.
  func searchTexts(in language: Language) -> [[SearchText]] {
    searched.withLock { known in
      if let texts = known[language] { return texts }
      let lessons = lessons
      let texts = (lessons[language] ?? lessons.values.first)?.searchTexts ?? []
      known[language] = texts
      return texts
    }
  }

  var summary: LessonSummary {
    summarized.withLock { known in
      if let known { return known }
      let summary = read.withLock { $0 }.map { LessonSummary($0) } ?? LessonSummary(files)
      known = summary
      return summary
    }
  }
}
