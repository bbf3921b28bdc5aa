import Diagnosis
import Diagnostics
import Lessons
import Questions
import Screen
import Tutor

/// Right answers as a room sees them.
extension QuestionView {
  /// A right answer as a room sees it, with its derivation; nil for others.
  func answerRows(_ attempt: Asking.Try, _ asking: Asking, _ columns: Int) -> [TextRow]? {
    guard let told = answer(attempt, asking) else { return nil }
    let mark = type.sign(.right) + " "
    // A right option is marked where it is: only its reason is news.
    if !asking.question.options(ofPart: attempt.part).isEmpty {
      return told.reasons.last.map { wrapped($0, columns, Style(.good, bold: true), mark: mark) } ?? []
    }
    // What comes after a part of several is said by the next part.
    let isLast = asking.question.choiceCount(ofPart: attempt.part) == nil || attempt.part + 1 == asking.partCount
    return wrapped(told.answer, columns, Style(.good, bold: true), mark: mark)
      + (isLast ? told.reasons : []).flatMap { wrapped($0, columns, Style(), mark: "  ") }
  }

  /// The rows of the answer to the open part, before it is revealed.
  func answerToCome(_ asking: Asking, columns: Int) -> [TextRow] {
    let question = asking.current
    guard state.presentation != nil, let text = question.rightAnswer(ofPart: asking.part) else { return [] }
    let coming = Asking.Try(text: text, verdict: question.judge(text, part: asking.part), part: asking.part)
    return answerRows(coming, asking, columns) ?? tryRows(coming, columns)
  }

  /// The same as lines of text; nil for wrong answers, and where there is no room.
  func answer(_ attempt: Asking.Try, _ asking: Asking) -> (answer: String, reasons: [String])? {
    guard state.presentation != nil, attempt.verdict.kind == .right || attempt.verdict.kind == .followThrough,
      let told = asking.current.answer(toPart: attempt.part)
    else { return nil }
    let gap = type.language == .zh ? "" : " "
    let answer = told.words.map { type[$0] + (told.formula == nil ? "" : gap) } ?? ""
    let whole = answer + (told.formula.map(type.formula) ?? "")
    let derivation = told.derivation.map(type.formula)
    let feedback = type[attempt.verdict.feedback]
    // A sign's reason is its number, and some reasons are the formula.
    let isSaid =
      told.words != nil && told.formula != nil || ([whole] + derivation).contains { $0.contains(feedback) }
      || feedback.contains(" \(whole)") && feedback.count < whole.count + 8
    let reasons = derivation + (isSaid ? [] : [feedback])
    // What someone in the room has said stays to be seen where it is not what would have been revealed.
    let isTyped = asking.question.choiceCount(ofPart: attempt.part) == nil
    let isOwn = isTyped && attempt.text != asking.current.rightAnswer(ofPart: attempt.part)
    return isOwn ? (String(attempt.text.prefix(60)), [whole] + reasons) : (whole, reasons)
  }

  /// How many of a room chose each option of a poll; nil for other questions, and for a single learner.
  func hands(_ asking: Asking) -> [Int]? {
    guard state.presentation != nil, asking.isPoll else { return nil }
    return asking.question.distribution(of: asking.tries.map(\.text))
  }

  /// A bar as long as an option's share, and its count.
  func bar(_ hands: [Int], _ option: Int) -> String {
    guard hands.indices.contains(option) else { return "" }
    let (count, all) = (hands[option], max(1, hands.reduce(0, +)))
    return String(repeating: type.sign(.filled), count: count * 30 / all) + (count > 0 ? " " : "") + "\(count)"
  }
}
