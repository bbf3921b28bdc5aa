package import Diagnostics
package import Progress
package import Skills

/// All that is shown of a class.
package struct ClassReport: Sendable {
  package let overview: ClassOverview
  package let map: ClassMap
  /// Of one lesson where it was asked for.
  package let lesson: LessonQuestions?
  /// What mistakes are called that are no mistakes of the catalogue.
  let names: [MistakeID: Words]

  /// `names` are those of mistakes that authors foresaw, by the ids under which they were counted.
  package init(_ members: [ClassMember], lesson: LessonQuestions.Asked? = nil, names: [MistakeID: Words] = [:]) {
    self.names = names
    guard let lesson else {
      overview = ClassOverview(members)
      map = ClassMap(members)
      self.lesson = nil
      return
    }
    // Only what was answered there counts as a mistake; what is known is known from everywhere.
    let inLesson = members.map { member in
      ClassMember(name: member.name, attempts: member.attempts.filter { $0.lesson == lesson.id })
    }
    overview = ClassOverview(inLesson)
    map = ClassMap(members, only: lesson.skills.isEmpty ? nil : lesson.skills)
    self.lesson = LessonQuestions(lesson, inLesson)
  }

  func name(of mistake: MistakeID) -> Words { names[mistake] ?? MistakeWords.name(mistake) }
}

/// A lesson's questions, each with what went wrong in it.
package struct LessonQuestions: Equatable, Sendable {
  /// The lesson, and what its questions ask.
  package struct Asked: Sendable {
    package let id: String
    package let title: Words
    package let skills: [Skill]
    package let questions: [(id: String, prompt: Words)]

    package init(id: String, title: Words, skills: [Skill], questions: [(id: String, prompt: Words)]) {
      (self.id, self.title, self.skills, self.questions) = (id, title, skills, questions)
    }
  }

  /// What a class made of a question.
  package struct Question: Equatable, Sendable {
    package let id: String
    package let prompt: Words
    /// Learners who answered it, and those of them who had it right at first and unaided.
    package let members: Int
    package let right: Int
    /// Answers by the mistake that explains them, the most frequent first.
    package let mistakes: [ClassOverview.StepCount.Named]
    /// Wrong answers that nothing explains, or more than one mistake.
    package let others: Int
    package let unreadable: Int
  }

  package let title: Words
  /// In the order of the lesson.
  package let questions: [Question]

  init(_ asked: Asked, _ members: [ClassMember]) {
    title = asked.title
    questions = asked.questions.map { Self.question($0.id, $0.prompt, members) }
  }

  private static func question(_ id: String, _ prompt: Words, _ members: [ClassMember]) -> Question {
    var (tried, right, others, unreadable) = (0, 0, 0, 0)
    var counts: [MistakeID: Int] = [:]
    for member in members {
      // A part of a question bears its number behind a dot, another form of it a word behind a blank.
      let attempts = member.attempts.filter {
        $0.step == id || $0.step.hasPrefix(id + ".") || $0.step.hasPrefix(id + " ")
      }
      guard !attempts.isEmpty else { continue }
      tried += 1
      let first = attempts.filter { $0.isFirst && $0.verdict != .unreadable }
      if !first.isEmpty, first.allSatisfy(\.isRightUnaided) { right += 1 }
      for attempt in attempts where !attempt.verdict.isRight {
        if attempt.verdict == .unreadable {
          unreadable += 1
        } else if attempt.mistakes.count == 1 {
          for mistake in attempt.mistakes[0].parts { counts[mistake, default: 0] += 1 }
        } else {
          others += 1
        }
      }
    }
    let mistakes = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { ClassOverview.StepCount.Named(mistake: $0.key, count: $0.value) }
    return Question(
      id: id, prompt: prompt, members: tried, right: right, mistakes: mistakes, others: others, unreadable: unreadable)
  }
}
