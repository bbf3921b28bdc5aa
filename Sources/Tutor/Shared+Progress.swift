import Lessons
import Networks
import Progress
import Questions
import Skills

/// What is known of the learner.
extension Shared {
  /// Takes in what is kept of the learner; the places of lessons that are open are known better here.
  mutating func know(_ kept: KeptProgress, openLessons: Set<String>) {
    learner = LearnerModel(kept.attempts)
    mistakes = MistakeHistory(kept.attempts)
    utcOffset = kept.utcOffset ?? 0
    days = PracticeDays(kept.attempts, offset: utcOffset)
    calendarOffset = kept.now.subtractingReportingOverflow(Int64(now)).partialValue
    banner = kept.banner
    for attempt in kept.attempts where attempt.isFirst && !attempt.isOfUnknownKind {
      answered.insert(Self.answerKey(attempt.lesson, attempt.step, attempt.parameters))
    }
    for kept in kept.places where !openLessons.contains(kept.lesson) {
      places[kept.lesson] = LessonPlace(text: kept.place)
    }
  }

  /// What makes two questions the same: another lesson's question may have the same name.
  static func answerKey(_ lesson: String?, _ step: String, _ parameters: String) -> String {
    [lesson ?? "", step, parameters].joined(separator: " ")
  }

  /// Whether it is the first time that this was answered, on these numbers.
  mutating func isFirstAnswer(_ lesson: String?, _ step: String, _ parameters: String) -> Bool {
    answered.insert(Self.answerKey(lesson, step, parameters)).inserted
  }

  /// What the answer says about the learner's skills.
  mutating func learn(_ attempt: Progress.Attempt) {
    var dated = attempt
    dated.time = calendarTime
    learner.record(dated)
    mistakes.record(dated)
    days.record(dated, offset: utcOffset)
  }

  var standing: SessionSummary.Standing { SessionSummary.Standing(learner, mistakes) }

  /// The lessons, as far as progress is about them.
  var outlines: [LessonOutline] { library.map(\.outline) }
}

extension Progress.Attempt {
  /// Whether it was kept before a step's name said what else than its value was asked: asking again costs nothing.
  fileprivate var isOfUnknownKind: Bool {
    guard lesson == nil, !step.contains(" ") else { return false }
    return choices != nil || isFaded || skills == [.tracePath]
  }
}
