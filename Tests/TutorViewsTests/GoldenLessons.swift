import Diagnostics
import LessonTesting
import Networks
import Screen
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

  /// The same lesson in front of a room, by keys: a question that stands, its answer, parts of an answer, a derivation
  /// with the notes on the same screen, a wrong answer called out, a goal reached, the end, all screens, a dark screen; on
  /// the presenter's own screen a question with a note, and a derivation.
  static let presented: [String: (isNotesScreen: Bool, keys: [Key])] = [
    "room-question": (false, [.pageDown]),
    "room-answer": (false, clicks(2)),
    "room-choice": (false, clicks(12)),
    "room-hands": (false, number(7) + hands("12 30") + hands("39 3")),
    "room-spotlight": (false, number(7) + Array(repeating: .character("x"), count: 3)),
    "room-leaving": (false, number(7) + [.character("q")]),
    "room-parts": (false, number(11) + clicks(1)),
    "room-wrong": (false, [.pageDown, .character("a")] + "-1.55".map { .character(String($0)) } + [.enter]),
    "room-notes": (false, number(5) + [.character("N")]),
    "room-derivation": (false, number(10) + clicks(4) + [.character("N")]),
    "room-goal": (false, number(15) + clicks(1)),
    "room-end": (false, [.character("G")]),
    "room-overview": (false, clicks(4) + [.character("o")]),
    "room-help": (false, [.character("?")]),
    "room-dark": (false, clicks(2) + [.character(".")]),
    "notes-question": (true, number(5)),
    "notes-derivation": (true, number(10) + clicks(4)),
  ]

  private static func clicks(_ count: Int) -> [Key] { Array(repeating: .pageDown, count: count) }

  private static func hands(_ counts: String) -> [Key] {
    [.character("t")] + counts.map { .character(String($0)) } + [.enter]
  }

  private static func number(_ screen: Int) -> [Key] {
    String(screen).map { .character(String($0)) } + [.character("G")]
  }

  /// After eleven and a half minutes.
  static func presentation(_ language: Language, _ example: (isNotesScreen: Bool, keys: [Key])) -> State? {
    guard let entry = SampleLessons.everyKind else { return nil }
    var state = State(network: BundledNetworks.default, language: language)
    guard state.present(entry, on: example.isNotesScreen ? .notes(.own) : .projector) else { return nil }
    for key in example.keys { _ = state.update(.key(key)) }
    _ = state.update(.time(690_000))
    return state
  }

  /// What the author sees of the lesson, at a screen with a note.
  static func preview(_ language: Language) -> State? {
    guard let entry = SampleLessons.everyKind else { return nil }
    var state = State(Start(.draft(entry), network: BundledNetworks.default, language: language))
    for _ in 0..<4 { _ = state.update(.key(.character("s"))) }
    return state
  }

  private static func skips(_ count: Int) -> [String] { Array(repeating: ":skip", count: count) }

  static func state(_ language: Language, _ lines: [String]) -> State? {
    guard let entry = SampleLessons.everyKind, var state = LessonSolver.begin(entry, language) else { return nil }
    for line in lines { _ = state.update(.line(line)) }
    return state
  }
}
