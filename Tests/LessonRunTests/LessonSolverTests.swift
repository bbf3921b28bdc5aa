import Diagnostics
import LessonTesting
import Lessons
import Testing

/// Whole lessons, answered rightly and wrongly.
struct LessonSolverTests {
  @Test func samplesAreClean() { #expect(SampleLessons.all.count == 2) }

  @Test(arguments: Language.allCases) func rightAnswersLeadToTheEnd(_ language: Language) {
    for entry in SampleLessons.all { #expect(LessonSolver.solve(entry, language) == []) }
  }

  @Test(arguments: Language.allCases) func wrongAnswersAreNeverAccepted(_ language: Language) {
    for entry in SampleLessons.all { #expect(LessonSolver.err(entry, language) == []) }
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func otherNumbersDoAsWell(_ seed: UInt64) {
    for entry in SampleLessons.all {
      #expect(LessonSolver.solve(entry, .en, seed: seed) == [])
      #expect(LessonSolver.err(entry, .en, seed: seed) == [])
    }
  }
}
