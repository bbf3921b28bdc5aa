import Diagnostics
import Glibc
import LessonTesting
import Lessons
import Testing

/// Whole lessons, answered rightly and wrongly.
struct LessonSolverTests {
  @Test(arguments: Language.allCases) func rightAnswersLeadToTheEnd(_ language: Language) throws {
    for entry in try Samples.entries() { #expect(LessonSolver.solve(entry, language) == []) }
  }

  @Test(arguments: Language.allCases) func wrongAnswersAreNeverAccepted(_ language: Language) throws {
    for entry in try Samples.entries() { #expect(LessonSolver.err(entry, language) == []) }
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func otherNumbersDoAsWell(_ seed: UInt64) throws {
    for entry in try Samples.entries() {
      #expect(LessonSolver.solve(entry, .en, seed: seed) == [])
      #expect(LessonSolver.err(entry, .en, seed: seed) == [])
    }
  }
}
