import Diagnosis
import Diagnostics
import Networks
import Questions
import Traces

/// Asking before revealing.
extension BoardActivity {
  /// Whether a question that is settled stays as it was answered.
  private var keepsSettled: Bool { board.asking?.question.ask != nil }

  mutating func openQuestion(_ text: String, _ shared: Shared) {
    switch text.lowercased() {
    case "", "value": ask(text.isEmpty ? nil : .value, shared)
    case "sign": ask(.sign, shared)
    case "rule": ask(.choice, shared)
    case "paths": ask(.count, shared)
    default:
      guard let quantity = board.walk.network.architecture.quantity(spelled: text),
        board.walk.network[given: quantity] == nil
      else {
        reply = .fault(Words(en: "There is nothing to ask about '\(text)'.", zh: "“\(text)”没有可问的。"))
        return
      }
      board.pose(.value(of: quantity, on: board.walk.trace, step: board.walk.foundAt(quantity)))
    }
  }

  /// The line in which an answer is typed.
  mutating func openAnswer(_ shared: Shared) {
    if board.asking == nil || board.asking?.isSettled == true { ask(nil, shared) }
    board.openAnswerLine()
  }

  mutating func answer(_ typed: String, _ shared: inout Shared) -> [Request] {
    // A question that is settled stays as it was answered, where it cannot be asked again.
    guard var asking = board.asking, let question = board.question, !(asking.isSettled && keepsSettled) else {
      return []
    }
    if board.refusesWhilePaused(shared.now) { return [] }
    reply = nil
    var text = State.trimmed(typed)
    if text.first == "=" || text.first == "＝" { text = State.trimmed(String(text.dropFirst())) }
    let verdict = question.judge(text, part: asking.part, earlier: asking.like == nil ? board.earlier : [:])
    var requests = record(question.recorded(text, part: asking.part), verdict, asking, question, &shared)
    asking.tries.append(Asking.Try(text: text, verdict: verdict, part: asking.part))
    asking.compares = false
    switch verdict.kind {
    case .unreadable: break
    // Hands are counted until the presenter goes on.
    case .right where isForRoom && asking.isPoll: break
    case .unknown where verdict.isUnfinished && !asking.isGuess: break
    case .right, .followThrough:
      board.keepValue(text, asking)
      Board.pass(&asking)
      noteSolved(asking)
      if let step = asking.step { board.predicted.insert(step) }
    case .mistake, .unknown:
      board.keepValue(text, asking)
      if let step = asking.step { board.predicted.insert(step) }
      if isForRoom {
        // The room goes on answering.
      } else if asking.note(shared.now) {
        requests += Board.pause(&asking, shared.now)
      }
    }
    board.asking = asking
    noteEarlierValues()
    if asking.isSettled, asking.like == nil { reveal(asking) }
    return requests
  }
}
