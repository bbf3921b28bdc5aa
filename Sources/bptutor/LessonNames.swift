import Diagnosis
import Lessons
import Skills

/// What lessons may refer to by name: the skills, and the catalogue's mistakes.
enum LessonNames {
  static let context = LessonContext(
    skills: Skill.allCases.map(\.rawValue), mistakes: Catalogue.mistakes.map(\.id))

  /// The same, with the lessons that may be required.
  static func context(with library: LessonLibrary) -> LessonContext {
    var context = context
    context.otherLessons = library.ids
    context.notation = library.notation
    return context
  }
}
