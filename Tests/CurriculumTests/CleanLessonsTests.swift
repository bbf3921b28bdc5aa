import Curriculum
import Diagnosis
import Diagnostics
import Lessons
import Skills
import Testing

/// The shipped lessons have no fault, and both languages have all of them.
@Suite struct CleanLessonsTests {
  private let catalogue = LessonCatalogue(
    Curriculum.lessons,
    context: LessonContext(
      networkFiles: Curriculum.networks, skills: Skill.allCases.map(\.rawValue),
      mistakes: Catalogue.mistakes.map(\.id)))

  @Test(arguments: Language.allCases) func lintIsSilent(_ language: Language) {
    #expect(catalogue.report.text(language: language) == "")
  }

  @Test func bothLanguagesHaveTheSame() throws {
    for entry in catalogue.entries {
      let lessons = try Language.allCases.map { try #require(entry.lessons[$0], "\(entry.id) in \($0)") }
      #expect(LessonTemplate.id(stem: entry.stem) == entry.id)
      for lesson in lessons {
        #expect(lesson.id == entry.id)
        #expect(lesson.blockIDs == lessons[0].blockIDs, "\(entry.id)")
        #expect(
          lesson.elements.allSatisfy { $0.language == lesson.language }, "\(entry.id) is whole in \(lesson.language)")
        #expect(lesson.minutes != nil && !lesson.skills.isEmpty, "\(entry.id)")
      }
    }
  }

  /// Every lesson can be come to: what it requires stands before it.
  @Test func requirementsComeFirst() {
    var seen: Set<String> = []
    for entry in catalogue.entries {
      for id in entry.lesson(in: .en)?.requires ?? [] { #expect(seen.contains(id), "\(entry.id) requires \(id)") }
      seen.insert(entry.id)
    }
  }
}

extension Lesson {
  /// What is answered, in order.
  fileprivate var blockIDs: [String] {
    elements.compactMap { element in
      switch element.content {
      case .ask(let ask): ask.id
      case .attempt(let attempt): attempt.id
      default: nil
      }
    }
  }
}
