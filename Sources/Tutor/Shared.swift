package import Configuration
package import Diagnostics
package import Lessons
package import Networks
package import Progress
import Questions
import Skills

/// What holds in every activity: settings, the clock, the learner, the lessons.
package struct Shared: Equatable, Sendable {
  package internal(set) var language: Language
  package internal(set) var notation: TextStyle
  /// The letters that the learner chose; nil where each network is in its own.
  package internal(set) var letters: Notation?
  /// The lessons that can be opened, in their order.
  package internal(set) var library: [LessonCatalogue.Entry] = []
  /// Where the learner is in lessons, by their ids.
  package internal(set) var places: [String: LessonPlace] = [:]
  /// What is known of the learner, by all answers so far.
  package internal(set) var learner = LearnerModel()
  /// The mistakes that were made, and what was right since.
  package internal(set) var mistakes = MistakeHistory()
  /// The days on which something was answered.
  package internal(set) var days = PracticeDays()
  /// How many seconds the learner's clocks are ahead of UTC.
  package internal(set) var utcOffset = 0
  /// What was answered before, and on which numbers: only the first answer counts.
  var answered: Set<String> = []
  /// What the tutor's clock lacks to the calendar's, in milliseconds.
  var calendarOffset: Int64 = 0
  /// Why nothing is being saved; nil where all is well.
  package internal(set) var banner: Words?
  /// What the clock said last, in milliseconds.
  package internal(set) var now = 0
  /// Typed lines, the oldest first.
  package internal(set) var history: [String] = []
  /// The derivation that the learner writes, wherever it was begun.
  package internal(set) var sheet = DerivationSheet()
  /// What keys mean.
  package internal(set) var keymap = Keymap.standard
  /// Where `q` leads from the activity on the screen.
  package internal(set) var leaving = Leaving.out

  /// Where `q` and `:quit` lead.
  package enum Leaving: String, Equatable, Sendable {
    case out
    case toMenu
    /// From the walk that it was left for.
    case toLesson
    /// From the walk that it was left for.
    case toTraining
    /// From the walk, to a student's place in a room.
    case toRoom
  }

  init(language: Language = .en, notation: TextStyle = .unicode) {
    self.language = language
    self.notation = notation
  }

  /// More lines than this are forgotten, the oldest first.
  private static let maxHistory = 500

  /// Keeps a line for later, unless it was the last one already.
  mutating func remember(_ line: String) {
    guard history.last != line else { return }
    history.append(line)
    if history.count > Self.maxHistory { history.removeFirst() }
  }

  /// What the calendar says, in milliseconds since 1970.
  var calendarTime: Int64 { Int64(now).addingReportingOverflow(calendarOffset).partialValue }

  /// A clock from outside may say anything; half of its range leaves room to add.
  mutating func set(time: Int) { now = max(0, min(time, .max / 2)) }

  /// What to practise; nil where everything is mastered.
  var practiceSkill: Skill? {
    learner.due(at: calendarTime).first(where: Skill.practised.contains) ?? learner.next(among: Skill.practised)
  }

  /// The lesson of that id or file name.
  func entry(named name: String) -> LessonCatalogue.Entry? {
    library.first { $0.id == name || $0.stem == name }
  }

  /// Switches to the named language, or to the other one; an answer where there is none of that name.
  mutating func switchLanguage(_ name: String) -> Reply? {
    switch name.lowercased() {
    case "": language = language == .en ? .zh : .en
    case "en", "english": language = .en
    case "zh", "cn", "中文", "chinese": language = .zh
    default: return .fault(Words(en: "Use :lang en or :lang zh.", zh: "可用 :lang en 和 :lang zh。"))
    }
    return nil
  }
}
