import Diagnosis
import Lessons
import Skills

/// What lessons may refer to by name: the skills, and the catalogue's mistakes.
enum LessonNames {
  static let context = LessonContext(
    skills: Skill.allCases.map(\.rawValue), mistakes: Catalogue.mistakes.map(\.id))
}
