import Diagnostics
import Progress
import Screen

/// What keeps going wrong, with its places.
extension LearnerPage {
  /// The most mistakes, and the most answers of each, that are shown.
  private static let (maxMistakes, maxAnswers) = (6, 3)

  func addMistakes(to page: inout PageWriter) {
    let mistakes = report.mistakes.filter { !$0.isGone }
    guard !mistakes.isEmpty else { return }
    page.heading(Words(en: "What I keep getting wrong", zh: "我常犯的错误"))
    for mistake in mistakes.prefix(Self.maxMistakes) {
      let times = mistake.attempts.count
      page.add([
        .init(text: "  \(times) \(look.sign(.count)) ", style: Style(.bad, bold: true)),
        .init(text: look[MistakeWords.name(mistake.mistake)], style: Style(.bad, bold: true)),
      ])
      if let question = MistakeWords.question(mistake.mistake, step: mistake.attempts.first?.step) {
        page.paragraph(look[question], indent: 6)
      }
      for attempt in mistake.attempts.prefix(Self.maxAnswers) {
        page.paragraph(line(attempt), indent: 6, Style(.faint))
      }
      if mistake.rightSince > 0 {
        let count = mistake.rightSince
        page.paragraph(
          look[
            Words(
              en: "Since then right \(count == 1 ? "once" : "\(count) times").", zh: "此后同类问题答对 \(count) 次。")],
          indent: 6, Style(.good))
      }
    }
  }

  /// What was written, and where.
  private func line(_ attempt: Attempt) -> String {
    let answer = String(attempt.answer.prefix(60))
    let place = attempt.lesson.map { question(attempt.step, in: $0) } ?? look.step(attempt.step)
    let when = look.ago(attempt.time, now: now)
    return look[Words(en: "\(place): you wrote \(answer) (\(when))", zh: "\(place)：你写的是 \(answer)（\(when)）")]
  }

  /// A question by the title of its lesson and its place there; without it where the lesson is no longer known.
  private func question(_ step: String, in id: String) -> String {
    guard let lesson = report.lessons.first(where: { $0.lesson.id == id })?.lesson else {
      return look[Words(en: "in a lesson", zh: "课程中")]
    }
    let title = look[lesson.title]
    // A part of a question bears its number behind a dot.
    let name = String(step.prefix { $0 != "." })
    guard let number = lesson.questions.firstIndex(of: step) ?? lesson.questions.firstIndex(of: name) else {
      return look[Words(en: "'\(title)'", zh: "《\(title)》")]
    }
    return look[Words(en: "'\(title)', question \(number + 1)", zh: "《\(title)》第 \(number + 1) 题")]
  }
}
