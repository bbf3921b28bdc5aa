package import Diagnostics

/// A student's place in a room, line by line: what is new is said once, and an answer is kept until its question is over.
package struct Seat: Equatable, Sendable {
  /// The student's name on the wire.
  package let secret: String
  package var language: Language
  private var screen: ScreenMessage?
  private var results: [String: ResultMessage] = [:]
  /// The last answer to each question.
  private var answers: [String: RoomAnswer] = [:]
  private var number = 0

  /// More questions are not kept in mind.
  private static let maxQuestions = 500

  package init(secret: String, language: Language) { (self.secret, self.language) = (secret, language) }

  // MARK: What the presenter sends

  /// Takes a screen in; what is new of it.
  package mutating func see(_ new: ScreenMessage) -> [String] {
    let old = screen
    screen = new
    var lines: [String] = []
    if old?.title != new.title { lines += ["", "== \(new.title[language]) =="] }
    if old?.lines != new.lines { lines += new.lines[language] }
    guard let asked = new.question else { return lines }
    if old?.question?.id != asked.id || old?.question?.options != asked.options { lines += question(asked) }
    let isOther =
      old?.question?.id != asked.id || old?.question?.phase != asked.phase || old?.question?.round != asked.round
    if isOther { lines += phase(asked) }
    return lines
  }

  /// Takes in what came of a question.
  package mutating func see(_ result: ResultMessage) -> [String] {
    guard results[result.question] != result, results.count < Self.maxQuestions else { return [] }
    results[result.question] = result
    guard screen?.question?.id == result.question, screen?.question?.phase == .revealed else { return [] }
    return outcome(result)
  }

  /// The same answer once more: after each screen, since the presenter may have missed it; nil where nothing is open.
  package var answerToRepeat: RoomAnswer? {
    guard let asked = screen?.question, asked.phase == .open, let answer = answers[asked.id],
      answer.round == asked.round
    else { return nil }
    return answer
  }

  // MARK: What the student types

  /// A line; what is said to it, and the answer that it is.
  package mutating func type(_ line: String, at time: Int) -> (said: [String], answer: RoomAnswer?) {
    let text = String(line.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    if text.isEmpty { return (screen.map { question in question.question.map(self.question) ?? [] } ?? [], nil) }
    guard let asked = screen?.question else { return ([say("Nothing is asked now.", "现在没有提问。")], nil) }
    guard asked.phase == .open else { return ([say("The vote is not open.", "投票未开放。")], nil) }
    guard text.unicodeScalars.count <= RoomAnswer.maxLength else { return ([say("That is too long.", "太长了。")], nil) }
    let sent: String
    if asked.options.isEmpty {
      sent = text
    } else if let place = place(text, among: asked.options) {
      sent = asked.options[place].answer
    } else {
      let last = letter(asked.options.count - 1)
      return ([say("Type a letter from a to \(last).", "请输入 a 到 \(last) 的字母。")], nil)
    }
    number = max(number + 1, time)
    let answer = RoomAnswer(question: asked.id, student: secret, round: asked.round, number: number, text: sent)
    if answers.count < Self.maxQuestions || answers[asked.id] != nil { answers[asked.id] = answer }
    return ([say("Your answer: \(text). You can still change it.", "你的答案：\(text)。还可以修改。")], answer)
  }

  private func place(_ text: String, among options: [ScreenMessage.Choice]) -> Int? {
    let small = text.lowercased()
    if let place = options.firstIndex(where: { $0.answer == small }) { return place }
    return options.indices.first { letter($0) == small || String($0 + 1) == small }
  }

  private func letter(_ place: Int) -> String {
    String(UnicodeScalar(UInt8(0x61 + max(0, min(place, 25)))))
  }

  // MARK: In words

  private func say(_ en: String, _ zh: String) -> String { Words(en: en, zh: zh)[language] }

  private func question(_ asked: ScreenMessage.Asked) -> [String] {
    [asked.prompt[language]]
      + asked.options.prefix(26).enumerated().map { "  \(letter($0.offset))) \($0.element.text[language])" }
  }

  private func phase(_ asked: ScreenMessage.Asked) -> [String] {
    switch asked.phase {
    case .waiting: return []
    case .open:
      let how = asked.options.isEmpty ? say("type your answer", "请输入答案") : say("type a letter", "请输入字母")
      return [
        asked.round > 1
          ? say("Second vote, after the discussion: \(how).", "讨论后第二次投票：\(how)。")
          : say("The vote is open: \(how).", "投票开始：\(how)。")
      ]
    case .closed: return [say("The vote is closed.", "投票已结束。")]
    case .revealed: return results[asked.id].map(outcome) ?? []
    }
  }

  /// What came of it, with what is said to the student's own answer.
  private func outcome(_ result: ResultMessage) -> [String] {
    var lines: [String] = []
    if let own = answers[result.question] {
      let place = result.answers[own.text]
      if let place, result.feedback.indices.contains(place) {
        let said = result.feedback[place]
        let mark = said.kind == .right ? "✓" : said.kind == .wrong ? "✗" : "?"
        lines.append("\(mark) \(shown(own)): \(said.words[language])")
      }
    }
    lines.append(say("The answer: ", "答案：") + (result.answer[language].first ?? ""))
    lines += result.answer[language].dropFirst().map { "  " + $0 }
    let rounds = result.rounds.map { "\($0.right)/\($0.answered)" }.joined(separator: " → ")
    lines.append(say("Right: \(rounds)", "答对：\(rounds)"))
    for mistake in result.mistakes.prefix(5) {
      lines.append("  \(mistake.name[language]): " + mistake.counts.map(String.init).joined(separator: " → "))
    }
    return lines
  }

  /// An answer as the student knows it: an option by its words.
  private func shown(_ answer: RoomAnswer) -> String {
    let options = screen?.question?.id == answer.question ? screen?.question?.options ?? [] : []
    return options.first { $0.answer == answer.text }?.text[language] ?? answer.text
  }
}
