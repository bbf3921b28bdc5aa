import Diagnostics
import Lessons
import Testing

/// The shipped lessons have no fault, and both languages have all of them.
@Suite struct CleanLessonsTests {
  private let catalogue = ShippedLessons.catalogue

  @Test(arguments: Language.allCases) func lintIsSilent(_ language: Language) {
    #expect(catalogue.report.text(language: language) == "")
  }

  @Test func theWholeCurriculum() {
    #expect(
      catalogue.entries.map(\.stem) == [
        "01-forward-pass", "02-loss", "03-local-slopes", "04-output-weight", "05-transfer", "06-hidden-weight",
        "07-other-weights", "08-delta-and-reuse", "09-shared-bias", "10-updates", "11-rounds", "12-gradient-check",
        "13-saturation", "14-activations-and-losses", "15-two-outputs", "16-mini-batch", "17-symmetry", "18-softmax",
        "19-your-letters", "20-final",
      ])
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

  /// What is read ahead of a lesson is what the lesson says, and the lesson that is read late is the same.
  @Test func summariesAreTheLessons() {
    let trusted = LessonCatalogue.trusted(Curriculum.lessons, context: ShippedLessons.context)
    #expect(trusted.map(\.id) == catalogue.entries.map(\.id) && trusted.map(\.stem) == catalogue.entries.map(\.stem))
    for (late, entry) in zip(trusted, catalogue.entries) {
      #expect(late.summary == entry.summary, "\(entry.id)")
      #expect(!late.summary.questions.isEmpty && late.summary.titles.count == 2, "\(entry.id)")
      #expect(late == entry, "\(entry.id)")
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
