import Diagnostics
import LessonTesting
import Lessons
import Testing

/// Every shipped lesson is worked through: rightly, and wrongly in every way that the catalogue knows.
@Suite struct SolvedLessonsTests {
  @Test(arguments: ShippedLessons.ids, Language.allCases)
  func rightAnswersLeadToTheEnd(_ id: String, _ language: Language) throws {
    let entry = try #require(ShippedLessons.catalogue.entry(id))
    #expect(LessonSolver.solve(entry, language) == [])
  }

  @Test(arguments: ShippedLessons.ids, Language.allCases)
  func wrongAnswersAreNeverAccepted(_ id: String, _ language: Language) throws {
    let entry = try #require(ShippedLessons.catalogue.entry(id))
    #expect(LessonSolver.err(entry, language) == [])
  }

  /// Answers are the engine's quantities, so a lesson holds on numbers that its author never saw.
  @Test(arguments: ShippedLessons.ids, [1, 7] as [UInt64])
  func otherNumbersDoAsWell(_ id: String, _ seed: UInt64) throws {
    let entry = try #require(ShippedLessons.catalogue.entry(id))
    #expect(LessonSolver.solve(entry, .en, seed: seed) == [])
    #expect(LessonSolver.err(entry, .en, seed: seed) == [])
  }
}
