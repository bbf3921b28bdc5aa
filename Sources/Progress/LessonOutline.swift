package import Diagnostics
package import Skills

/// What has to be known of a lesson to tell how far someone has come in it.
package struct LessonOutline: Equatable, Sendable {
  package let id: String
  package let title: Words
  /// About how long it takes; nil where the author does not say.
  package let minutes: Int?
  /// The ids of the lessons that come before it.
  package let requires: [String]
  package let skills: [Skill]
  /// The ids of the questions that have to be done, for the lesson to be done.
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
