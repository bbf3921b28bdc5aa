import Diagnostics
import LessonTesting
import Tutor

/// Screens of a lesson that are kept: words, a question answered wrongly with a hint, a derivation, blanks, a wrong line,
/// a number to move, the end, all screens.
enum GoldenLessons {
  /// The lines that lead there.
  static let all: [String: [String]] = [
    "lesson-words": [],
    "lesson-question": ["", "-1.55", "hint"],
    "lesson-samples": ["", "skip", "skip"],
    "lesson-chain": ["", ":skip", ":skip", ":skip", ":skip", ":skip", ":skip"],
    "lesson-derivation": ["", ":skip", ":skip", ":skip", ":skip", ":skip", ":skip", ":skip", ":skip", "", "", "", ""],
    "lesson-move": skips(15) + ["set b2=0.3"],
    "lesson-end": ["", "5"] + skips(18),
    "lesson-overview": ["", "skip", "skip", "overview"],
  ]

  private static func skips(_ count: Int) -> [String] { Array(repeating: ":skip", count: count) }

  static func state(_ language: Language, _ lines: [String]) -> State? {
    guard let entry = SampleLessons.everyKind, var state = LessonSolver.begin(entry, language) else { return nil }
    for line in lines { _ = state.update(.line(line)) }
    return state
  }
}
