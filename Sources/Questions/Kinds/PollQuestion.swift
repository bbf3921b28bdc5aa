import Diagnosis
import Diagnostics
import Lessons
import Networks

/// One opinion among several: none is right or wrong, and a room sees how many chose what.
///
/// Opinions keep the author's order and are numbered, since hands are counted by digits.
package struct PollQuestion: QuestionKind {
  package let options: [Option]

  func options(ofPart part: Int) -> [Option] { options }

  func choiceCount(ofPart part: Int) -> Int? { options.count }

  func subjects(_ question: Question) -> [Quantity] { [] }

  func prompt(_ question: Question, _ notation: TextStyle) -> Words { Words("") }

  func label(ofPart part: Int, _ question: Question) -> Label { Label(Words(en: "number: ", zh: "编号：")) }

  /// Whatever is chosen is taken.
  func judge(_ answer: String, part: Int, _ question: Question, earlier: [Quantity: Double]) -> Verdict {
    guard let chosen = options.chosen(by: answer) else {
      return Verdict(.unreadable, feedback: QuestionWords.number(upTo: options.count))
    }
    return Verdict(.right, feedback: options[chosen].say ?? options[chosen].text)
  }

  func help(toPart part: Int, _ question: Question) -> [Hint] { [] }

  func rightAnswer(ofPart part: Int, _ question: Question) -> String? { nil }
}

/// A few words of the learner's own, kept for the instructor.
package struct WordsQuestion: QuestionKind {
  func subjects(_ question: Question) -> [Quantity] { [] }

  func prompt(_ question: Question, _ notation: TextStyle) -> Words { Words("") }

  func label(ofPart part: Int, _ question: Question) -> Label { Label(Words("> ")) }

  func judge(_ answer: String, part: Int, _ question: Question, earlier: [Quantity: Double]) -> Verdict {
    answer.allSatisfy(\.isWhitespace)
      ? Verdict(.unreadable, feedback: Words(en: "Write a few words.", zh: "请写几句话。"))
      : Verdict(.right, feedback: QuestionWords.kept)
  }

  func help(toPart part: Int, _ question: Question) -> [Hint] { [] }

  func rightAnswer(ofPart part: Int, _ question: Question) -> String? { nil }
}

extension Question {
  /// Opinions among which a room chooses: each answer is one of them, and none ends the question.
  package var isPoll: Bool { if case .poll = kind { true } else { false } }

  /// Whether the learner's own words are asked for.
  package var wantsWords: Bool { if case .words = kind { true } else { false } }

  /// The id of the block that an answer leads to by its author's will; nil where the lesson goes on in its order.
  package func way(after answer: String) -> String? {
    let options = options(ofPart: 0)
    return options.chosen(by: answer).flatMap { options[$0].goto }
  }

  /// How often each option was chosen in these answers.
  package func distribution(of answers: [String]) -> [Int] {
    let options = options(ofPart: 0)
    let chosen = answers.compactMap { options.chosen(by: $0) }
    return options.indices.map { option in chosen.count { $0 == option } }
  }
}
