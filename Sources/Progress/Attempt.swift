package import Skills

/// One answer to one question, as it is kept.
package struct Attempt: Hashable, Codable, Sendable {
  /// When it was given, in milliseconds since 1970.
  package var time: Int64
  /// The lesson's id; nil in the walk and in practice.
  package var lesson: String?
  /// The question's id in its lesson, or what is asked for, such as dE/dw5; `dE/dw5 paths` where not for its value.
  package var step: String
  /// The numbers that it was asked on: answers on other numbers are answers to another question.
  package var parameters: String
  package var answer: String
  package var verdict: Verdict
  /// The ids of the mistakes that explain it, in the catalogue.
  package var mistakes: [MistakeID] = []
  /// The highest rung of help that was given before or looked up, from 0, the goal; nil without help.
  package var hint: Int?
  /// How long the question had stood, in milliseconds.
  package var duration = 0
  /// The skills that a right answer shows; of those that another version wrote, only the ones that are known here.
  package var skills: [Skill]
  /// The skill that the mistake is one of; nil where it is not known.
  package var blamed: Skill?
  /// Whether it is the first answer to this question on these numbers.
  package var isFirst: Bool
  /// Whether the work was partly done already: a worked or faded example.
  package var isFaded = false
  /// How many answers there were to choose from; nil where it was typed.
  package var choices: Int?
  /// Whether it counts: a prediction before the reveal does not.
  package var isScored = true

  /// How the answer was judged.
  package enum Verdict: String, Codable, CaseIterable, Sendable {
    case right
    case followThrough = "follow-through"
    case mistake
    case unknown
    case unreadable
  }

  package init(
    time: Int64, lesson: String? = nil, step: String, parameters: String, answer: String, verdict: Verdict,
    skills: [Skill], isFirst: Bool
  ) {
    self.time = time
    self.lesson = lesson
    self.step = step
    self.parameters = parameters
    self.answer = answer
    self.verdict = verdict
    self.skills = skills
    self.isFirst = isFirst
  }
}

extension Attempt {
  /// What follows the id of a question that wants words: what is written there is neither right nor wrong.
  package static let wordsMark = " words"

  /// Whether it is the learner's own words, kept for the instructor.
  package var isWords: Bool { lesson != nil && step.hasSuffix(Self.wordsMark) }
}
