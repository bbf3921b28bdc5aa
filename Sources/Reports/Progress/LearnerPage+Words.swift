import Diagnostics
import Progress
import Screen

/// What a learner wrote in words, for an instructor who reads the page with them.
extension LearnerPage {
  private static let maxWords = 8

  static func addWords(_ words: [Attempt], _ titles: [String: Words], to page: inout PageWriter) {
    guard !words.isEmpty else { return }
    page.heading(Words(en: "In their own words", zh: "用自己的话写的"))
    for attempt in words.prefix(maxWords) {
      let title = attempt.lesson.map { titles[$0].map { page.look[$0] } ?? $0 } ?? ""
      page.paragraph(title, Style(.faint))
      page.paragraph(SafeText(String(attempt.answer.prefix(400))).text, indent: 4)
    }
  }
}
