import Diagnosis
import Diagnostics
import Expressions
import Lessons
import Networks
import Questions
import Traces

/// The screen at hand, and what is kept of its board.
extension LessonActivity {
  /// Goes to a screen; one behind the last is the end.
  mutating func go(toScreen number: Int) {
    keepBoard()
    let screen = max(0, min(number, run.screens.count))
    run.screen = screen
    run.farthest = max(run.farthest, screen)
    if screen == run.screens.count { run.isRead = true }
    lay()
  }

  /// What is on the board belongs to the screen: the open question, the stop of the derivation, the numbers moved.
  mutating func keepBoard() {
    if let ask = run.ask, let asking = board.asking { run.askings[ask.id] = asking }
    if run.show != nil, let shown { run.stops[run.actionNumber] = board.walk.index - shown.lowerBound }
    if let attempt = run.attempt { run.moved[attempt.id] = attempt.moved.map { board.walk.network[given: $0] ?? 0 } }
  }

  /// The stops of the derivation that the screen shows; nil where it shows none.
  package var shown: ClosedRange<Int>? {
    guard let show = run.show else { return nil }
    return board.walk.stops(deriving: show.step)
  }

  /// An answered question's quantity may be seen.
  mutating func reveal(_ asking: Asking) { revealAnswer() }

  mutating func revealAnswer() {
    guard let quantity = board.asking?.quantity, let step = board.walk.foundAt(quantity) else { return }
    let last = board.walk.stops.lastIndex { $0.step == step } ?? board.walk.index
    if last > board.walk.index { board.walk.jump(to: last) }
  }

  /// What is known up to a question, with the answers that were given to it if it is meant too, where they are about the
  /// same network: what the screens have found, and the learner's own numbers, right or wrong.
  func earlierValues(on network: Network, before id: String, andIn isIncluded: Bool = false) -> [Quantity: Double] {
    var values: [Quantity: Double] = [:]
    let checker = Checker(network)
    // What the lesson's screens have found is known, even if the learner did not find it.
    if let screen = run.tasks.first(where: { $0.id == id })?.screen {
      for quantity in findings(on: network, upTo: screen) { values[quantity] = checker.pass.value(of: quantity) }
    }
    let tasks = run.tasks.prefix { $0.id != id } + (isIncluded ? run.tasks.filter { $0.id == id } : [])
    for task in tasks {
      guard let asking = run.askings[task.id], asking.like == nil, asking.question.wantsValue,
        asking.question.network == network
      else { continue }
      for attempt in asking.tries where attempt.verdict.kind != .unreadable {
        let own = attempt.aside.map { $0.leafName.flatMap(network.architecture.quantity(named:)) }
        guard let quantity = own ?? asking.question.quantity(ofPart: attempt.part),
          let value = checker.value(of: attempt.text)
        else {
          continue
        }
        values[quantity] = value
      }
    }
    return values
  }

  /// After an answer or a change of numbers: what can follow from the learner's own numbers.
  mutating func noteEarlierValues() {
    guard let id = run.ask?.id, let asking = board.asking else { return }
    keepBoard()
    let network = asking.likeSeed == nil ? asking.question.network : board.walk.network
    board.earlier = earlierValues(on: network, before: id, andIn: true)
  }

  /// A question that was settled lets the learner go on.
  mutating func noteSettled() {
    guard let id = run.ask?.id, board.asking?.isSettled == true, !run.isDone(id) else { return }
    run.outcomes[id, default: LessonRun.Outcome()].isDone = true
    run.outcomes[id]?.isSkipped = false
    // Of several parts one may have been given away, whatever became of the others.
    if board.asking?.isTold == true { run.outcomes[id]?.wasHelped = true }
  }

  /// Whether a `try` has reached its goal; said once.
  mutating func noticeGoal(_ shared: inout Shared) -> [Request] {
    guard let attempt = run.attempt, !run.isDone(attempt.id),
      attempt.goal.holds(at: board.walk.trace.pass)
    else { return [] }
    var outcome = run.outcomes[attempt.id] ?? LessonRun.Outcome()
    (outcome.isDone, outcome.isSkipped) = (true, false)
    // Numbers are moved until it is right: whoever gets there has made no wrong try.
    outcome.first = outcome.first ?? .right
    run.outcomes[attempt.id] = outcome
    return recordGoal(attempt, &shared)
  }
}
