import Diagnosis
import Lessons
import Skills

/// What lessons may refer to by name: the skills, and the catalogue's mistakes.
enum LessonNames {
  static let context = LessonContext(skills: skills, mistakes: Catalogue.mistakes.map(\.id))

  /// Those that are practised, and those that mistakes are blamed on.
  private static var skills: [String] {
    // Taught by a lesson though nothing is asked about it elsewhere.
    let names = Skill.allCases.map(\.rawValue) + Catalogue.mistakes.map(\.skill) + ["saturation"]
    return Set(names).sorted()
  }
}
