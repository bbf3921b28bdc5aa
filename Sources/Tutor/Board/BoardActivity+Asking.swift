import Diagnosis
import Diagnostics
import Expressions
import Lessons
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
    if let aside = asking.aside, !verdict.kind.isRight, verdict.shortfall != .number,
      verdict.kind != .mistake || !isStrange(text, to: aside, asking, question)
    {
      return answer(text, to: aside, asking, question, shared)
    }
    asking.aside = nil
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
      } else if question.mode == .practice {
        asking.aside = Aside(verdict, besides: asking.quantity, question.network.architecture)
      }
    }
    board.asking = asking
    noteEarlierValues()
    if asking.isSettled, asking.like == nil { reveal(asking) }
    return requests
  }

  /// Whether a text says nothing known to what the tutor asks on the way: a slip that is known then answers the question.
  private func isStrange(_ text: String, to aside: Aside, _ asking: Asking, _ question: Question) -> Bool {
    guard aside.quantity(question.network.architecture) != nil else { return false }
    let verdict = aside.judge(text, question.network, earlier: asking.like == nil ? board.earlier : [:])
    return verdict.kind == .unknown && !verdict.isUnfinished
  }

  /// An answer to what the tutor asks on the way: judged, and never scored.
  private mutating func answer(
    _ text: String, to aside: Aside, _ asking: Asking, _ question: Question, _ shared: Shared
  ) -> [Request] {
    let network = question.network
    var (asking, aside) = (asking, aside)
    var verdict = aside.judge(text, network, earlier: asking.like == nil ? board.earlier : [:])
    let expression = aside.expression
    var requests: [Request] = []
    switch verdict.kind {
    case .unreadable: break
    case .right, .followThrough:
      if let quantity = aside.quantity(network.architecture), asking.like == nil,
        let value = Checker(network).value(of: text)
      {
        board.earlier[quantity] = value
      }
      let goesOn = aside.advance()
      asking.aside = goesOn ? aside : nil
      verdict = verdict.leading(to: goesOn ? aside.expression : question.asked)
    case .mistake, .unknown:
      if asking.note(shared.now) {
        requests = Board.pause(&asking, shared.now)
      } else if !verdict.isUnfinished {
        aside.add(verdict)
        asking.aside = aside
      }
    }
    asking.tries.append(Asking.Try(text: text, verdict: verdict, part: asking.part, aside: expression))
    asking.compares = false
    board.asking = asking
    noteEarlierValues()
    return requests
  }
}

extension Question {
  /// What is asked for by its name; nil where that is no value.
  fileprivate var asked: Expression? { wantsValue ? quantity.map(network.architecture.expression(of:)) : nil }
}

extension Verdict {
  /// What is right on the way, and what comes next.
  fileprivate func leading(to next: Expression?) -> Verdict {
    let text = next.map { $0.text(.unicode) }
    let words =
      text.map { Words(en: "Right. And now: what is \($0)?", zh: "对。那么 \($0) 是多少？") }
      ?? Words(en: "Right. Now the question itself.", zh: "对。现在回到原来的问题。")
    return Verdict(kind, feedback: words)
  }
}

extension Verdict.Kind {
  fileprivate var isRight: Bool { self == .right || self == .followThrough }
}
