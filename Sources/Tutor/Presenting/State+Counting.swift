import Classroom
import Diagnostics
import Lessons
import Networks
import Questions
import Screen
import Traces

/// Counting hands: a line of numbers, one for each option of the open question.
extension State {
  /// What the hands of the question at hand are kept under; nil where nothing is asked.
  var ballotKey: String? {
    guard let asking else { return nil }
    if isInLesson, let run = lesson, let ask = run.ask { return "\(run.id)/\(ask.id)/\(asking.part)" }
    if asksOnTheSpot { return "spot-\(presentation?.spots ?? 0)" }
    // Another question at the same step, or the same one on other numbers, is another vote.
    let name = asking.question.quantity.map(walk.network.architecture.name(of:)) ?? ""
    return "walk/\(walk.stop.step)/\(asking.question.sort.rawValue)/\(name)/\(asking.question.network.fingerprint)"
  }

  /// The hands that were counted for the question at hand; nil where none were.
  package var ballot: Ballot? {
    if let put, put.optionCount > 0 { return Ballot(shownRounds.map(\.options)) }
    return ballotKey.flatMap { presentation?.ballots[$0] }
  }

  /// Opens the line, where there is something to count hands for.
  mutating func beginCounting() {
    guard let asking else { return notice(Words(en: "Nothing is asked here.", zh: "这里没有提问。")) }
    guard asking.choiceCount != nil else {
      return notice(
        Words(en: "Hands are counted for options; here the answer is typed.", zh: "只有选择题可以统计举手人数，这道题要输入答案。"))
    }
    presentation?.counting = Console.Prompt(purpose: .command, editor: LineEditor())
  }

  /// A key in the line; nil where it is a clicker's, which goes on instead.
  mutating func typeCount(_ key: Key) {
    var console = Console()
    console.prompt = presentation?.counting
    let typed = console.type(key, shared, nil)
    presentation?.counting = console.prompt
    if case .line(_, let text) = typed { count(text) }
  }

  private mutating func count(_ text: String) {
    guard let key = ballotKey, let options = asking?.choiceCount else { return }
    if text.allSatisfy({ $0 == " " }) {
      if var ballot = presentation?.ballots[key] { presentation?.ballots[key] = ballot.takeBack() ? ballot : nil }
      return
    }
    guard let counts = Ballot.counts(in: text), counts.count == options else {
      return notice(
        Words(
          en: "There are \(options) options: type \(options) numbers, such as \(Self.example(options)).",
          zh: "共 \(options) 个选项，请输入 \(options) 个数，例如 \(Self.example(options))。"))
    }
    if presentation?.ballots[key]?.count(counts) == nil { presentation?.ballots[key] = Ballot(counts) }
  }

  private static func example(_ count: Int) -> String {
    [12, 40, 8, 3, 5, 1, 2, 4].prefix(max(1, count)).map(String.init).joined(separator: " ")
  }

  private mutating func notice(_ words: Words) { reply = .notice(words) }
}

extension Asking {
  /// Whether it is answered by a sign.
  package var isAboutSign: Bool { if case .sign = question.kind { true } else { false } }
}
