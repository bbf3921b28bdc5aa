import Diagnostics

/// A student's place line by line: what is new is said once.
extension Seat {
  /// Takes a screen in; what is new of it.
  package mutating func see(_ new: ScreenMessage) -> [String] {
    let old = screen
    take(new)
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
  package mutating func see(_ new: ResultMessage) -> [String] {
    guard take(new), let result, result.question == new.question else { return [] }
    return outcome(result)
  }

  /// A line that was typed; what is said to it, and the answer that it is.
  package mutating func type(_ line: String, at time: Int) -> (said: [String], answer: RoomAnswer?) {
    let text = String(line.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    if text.isEmpty { return (asked.map(question) ?? [], nil) }
    do throws(Refusal) {
      let answer = try answer(text, at: time)
      return ([SeatWords.given(text)[language] + SeatWords.canChange[language]], answer)
    } catch { return ([SeatWords.refusal(error)[language]], nil) }
  }

  // MARK: In words

  private func question(_ asked: ScreenMessage.Asked) -> [String] {
    [asked.prompt[language]]
      + asked.options.prefix(26).enumerated().map { "  \(SeatWords.letter($0.offset))) \($0.element.text[language])" }
  }

  private func phase(_ asked: ScreenMessage.Asked) -> [String] {
    switch asked.phase {
    case .waiting: []
    case .open, .closed: [SeatWords.phase(asked)[language]]
    case .revealed: result.map(outcome) ?? []
    }
  }

  /// What came of it, with what is said to the student's own answer.
  private func outcome(_ result: ResultMessage) -> [String] {
    var lines: [String] = []
    if let own, let said = feedback {
      let mark = said.kind == .right ? "✓" : said.kind == .wrong ? "✗" : "?"
      lines.append("\(mark) \(shown(own)[language]): \(said.words[language])")
    }
    lines.append(SeatWords.theAnswer[language] + (result.answer[language].first ?? ""))
    lines += result.answer[language].dropFirst().map { "  " + $0 }
    lines.append(SeatWords.right(result)[language])
    for mistake in result.mistakes.prefix(5) {
      lines.append("  \(mistake.name[language]): " + mistake.counts.map(String.init).joined(separator: " → "))
    }
    return lines
  }
}
