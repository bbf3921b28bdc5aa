package import Diagnostics
package import Skills
import YAML

/// What there is to know of a lesson before it is opened.
package struct LessonSummary: Equatable, Sendable {
  package private(set) var titles: [Language: String] = [:]
  /// About how long it takes; nil where the author does not say.
  package private(set) var minutes: Int?
  package private(set) var requires: [String] = []
  package private(set) var skills: [Skill] = []
  /// The ids of what has to be done, for the lesson to be done.
  package private(set) var questions: [String] = []

  /// The title in that language, or else in the other.
  package func title(in language: Language) -> String? { titles[language] ?? titles.values.first }

  init(_ lessons: [Language: Lesson]) {
    titles = lessons.mapValues(\.title)
    guard let lesson = lessons[.en] ?? lessons.values.first else { return }
    (minutes, requires, skills) = (lesson.minutes, lesson.requires, lesson.skills)
    questions = lesson.elements.compactMap(\.content.countedID)
  }

  /// From files without a fault, of which no more is read than is needed.
  init(_ files: [LessonFile]) {
    for (number, file) in files.enumerated() {
      let draft = number == 0 ? LessonDraft(file) : nil
      guard let front = draft.map(\.frontMatter) ?? LessonDraft.frontMatter(of: file) else { continue }
      let language = Lesson.FileName(file.source.name ?? "")?.language ?? .en
      titles[language] = front.text("title")
      guard let draft else { continue }
      minutes = front.text("minutes").flatMap { Int($0) }
      requires = front.texts("requires")
      skills = front.texts("skills").compactMap(Skill.init(rawValue:))
      questions = draft.elements.compactMap { element in
        if case .block(let block) = element { block.countedID } else { nil }
      }
    }
  }
}

extension Lesson.Content {
  /// The id of what counts towards the end of a lesson: a question that is no mere prediction, or a `try`.
  package var countedID: String? {
    switch self {
    case .ask(let ask): ask.mode == .guess ? nil : ask.id
    case .attempt(let attempt): attempt.id
    case .prose, .pause, .note, .light, .show, .plot: nil
    }
  }
}

extension LessonDraft.Block {
  /// The same of a block that was not understood any further.
  fileprivate var countedID: String? {
    guard kind?.hasRightAnswer == true, body?.text("mode") != Ask.Mode.guess.rawValue else { return nil }
    return id?.text
  }
}

extension [YAMLValue.Member] {
  /// The single value of a field.
  func text(_ name: String) -> String? { first { $0.key == name }?.value.scalar?.text }

  /// The values of a field that is a list.
  fileprivate func texts(_ name: String) -> [String] {
    first { $0.key == name }?.value.elements.compactMap { $0.scalar?.text } ?? []
  }
}
