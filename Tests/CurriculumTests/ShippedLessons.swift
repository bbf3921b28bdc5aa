import Diagnosis
import Lessons
import Skills

/// The lessons that come with the program, read with all that lint knows.
enum ShippedLessons {
  static let context = LessonContext(
    networkFiles: Curriculum.networks, mistakes: Catalogue.mistakes.map(\.id))

  static let catalogue = LessonCatalogue(Curriculum.lessons, context: context)

  static let ids = catalogue.entries.map(\.id)
}
