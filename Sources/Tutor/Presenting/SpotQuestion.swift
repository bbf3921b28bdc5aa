import Diagnosis
import Diagnostics
import Expressions
import Lessons
import Networks
import Questions
import Traces

/// A question that the presenter makes up: `Which is larger? | w5 | w6*`, `out_h1*w5`, or
/// `What does h1 send? = out_h1*w5`.
enum SpotQuestion {
  /// What is typed is no question.
  struct Fault: Error, Equatable {
    let words: Words
  }

  /// More options are not offered, and longer words are not shown.
  private static let (maxOptions, maxLength) = (8, 300)

  /// Options, one of which has a star where it is right and none where opinions are asked for; or a formula, which is
  /// asked for by its value, with words before a sign of equality.
  static func read(_ text: String, on walk: Walk, number: Int) throws(Fault) -> Question {
    let text = State.trimmed(String(text.prefix(2 * maxLength)))
    let id = "spot-\(number)"
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "|" || $0 == "｜" }
      .map { State.trimmed(String($0)) }
    if parts.count > 1 { return Question(madeUp: try choice(parts, id), on: walk.network) }
    let sign = text.lastIndex { $0 == "=" || $0 == "＝" }
    let formula = State.halfWidth(State.trimmed(sign.map { String(text[text.index(after: $0)...]) } ?? text))
    guard let answer = try? Checker(walk.network).read(formula),
      Checker(walk.network).value(of: formula) != nil
    else { throw Fault(words: usage) }
    let prompt = sign.map { State.trimmed(String(text[..<$0])) } ?? ""
    if prompt.isEmpty { return Question(valueOf: answer, on: walk.trace) }
    return Question(
      madeUp: Ask(id: id, prompt: String(prompt.prefix(maxLength)), kind: .number(answer, tolerance: 0)),
      on: walk.network)
  }

  private static func choice(_ parts: [String], _ id: String) throws(Fault) -> Ask {
    let options = parts.dropFirst().map { text -> (text: String, isRight: Bool) in
      let isRight = text.last == "*" || text.last == "＊"
      return (State.trimmed(String(isRight ? text.dropLast() : text[...])), isRight)
    }
    guard !parts[0].isEmpty, (2...maxOptions).contains(options.count), !options.contains(where: \.text.isEmpty),
      options.contains(where: { !$0.isRight })
    else { throw Fault(words: usage) }
    let isOpinion = !options.contains(where: \.isRight)
    let offered = options.map { option in
      Ask.Option(
        text: String(option.text.prefix(maxLength)), right: option.isRight ? .always : .never, say: nil)
    }
    return Ask(
      id: id, prompt: String(parts[0].prefix(maxLength)), kind: isOpinion ? .poll(offered) : .choice(offered))
  }

  private static let usage = Words(
    en: "Ask options or a formula: :ask Which is larger? | w5 | w6*   or   :ask What does h1 send? = out_h1*w5",
    zh: "可以问选择题或式子：:ask 哪个更大？| w5 | w6*   或   :ask h1 传出多少？= out_h1*w5")
}

extension State {
  /// Whether the question on the screen was made up by the presenter.
  package var asksOnTheSpot: Bool { if case .walk(let walk) = activity { walk.origin == .spot } else { false } }

  /// Puts a question that was made up on top of what is shown; one that was there before makes room for it.
  mutating func askRoom(_ text: String) {
    guard let shown = presentation else { return }
    let number = shown.spots + 1
    do throws(SpotQuestion.Fault) {
      let question = try SpotQuestion.read(text, on: walk, number: number)
      var board = Board(walk, original: self.board.original)
      board.pose(question)
      board.hidden = Set(board.asking?.subjects ?? [])
      board.console = Console()
      if !asksOnTheSpot { beneath.append(activity) }
      activity = .walk(WalkActivity(board, origin: .spot, isForRoom: true))
      presentation?.spots = number
    } catch { reply = .fault(error.words) }
  }
}
