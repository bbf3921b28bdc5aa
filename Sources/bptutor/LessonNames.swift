import Diagnosis
import Lessons

/// What lessons may refer to by name: the catalogue's mistakes.
enum LessonNames {
  static let context = LessonContext(mistakes: Catalogue.mistakes.map(\.id))

  /// The same, with the lessons that may be required.
  static func context(with library: LessonLibrary) -> LessonContext {
    var context = context
    context.otherLessons = library.ids
    context.notation = library.notation
    return context
  }
}
