import Lessons
import Networks
import Questions

/// A lesson in the letters that the learner chose.
extension LessonActivity {
  /// Takes other letters; what was answered, revealed and moved stays.
  mutating func take(_ letters: Notation) throws(NotationClash) {
    keepBoard()
    try run.take(letters)
    lay()
  }
}

extension LessonRun {
  /// Takes other letters, in each language; throws where two quantities of the lesson's network would have one name.
  fileprivate mutating func take(_ letters: Notation) throws(NotationClash) {
    base = try base.lettered(in: letters)
    lessons = written.mapValues { $0.lettered(in: letters) }
    lesson = lessons[lesson.language] ?? lesson
    screens = lesson.screens
    for ask in asks {
      let question = question(ask)
      askings[ask.id]?.take(question)
    }
  }
}

extension Asking {
  /// The same question in other letters, with what was said to it.
  fileprivate mutating func take(_ other: Question) {
    question = other
    like = likeSeed == nil ? nil : current.network
  }
}
