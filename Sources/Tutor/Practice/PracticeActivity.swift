import Configuration
import Diagnosis
import Diagnostics
import Networks
package import Progress
import Questions
import Skills
import Traces

/// Practice: one problem after another, each on a board of its own, in sessions that end.
package struct PracticeActivity: Equatable, Sendable {
  package internal(set) var board: Board
  package internal(set) var drill: Drill
  /// What the session has come to; nil while it lasts.
  package private(set) var summary: SessionSummary?
  private var start: SessionSummary.Standing

  /// Where it adapts, each problem is about what is due for review, or else what is least known and can be learned.
  init(_ generator: ProblemGenerator, _ plan: Drill.Plan, _ shared: Shared) {
    drill = Drill(generator, plan, first: shared.practiceSkill)
    board = Board(of: drill.problem)
    start = shared.standing
  }

  mutating func update(_ event: Event, _ shared: inout Shared) -> [Request] {
    if summary != nil { return updateAtEnd(event, &shared) }
    switch event {
    case .key(let key):
      if prompt != nil { return type(key, &shared) }
      return page == .walk ? press(key, &shared) : turn(key, shared)
    case .goTo(let stop):
      page = .walk
      move(shared) { $0.go(to: stop) }
    // Its picture shows what is known; the rest is what is asked.
    case .select: break
    default: return respondAtBoard(to: event, &shared)
    }
    return []
  }

  /// Where a session has ended, nothing is asked: one begins another, or leaves.
  private mutating func updateAtEnd(_ event: Event, _ shared: inout Shared) -> [Request] {
    switch event {
    case .key(let key) where prompt == nil && page == .walk:
      switch shared.keymap.command(for: State.halfWidth(key), in: .walk) {
      case .next, .enter: nextProblem(shared)
      case .leave: return [.close]
      case .commandLine: return openPrompt("")
      case .help: page = .help(0)
      case .redraw: return [.redraw]
      case .suspend: return [.suspend]
      default: break
      }
      return []
    case .key(let key): return prompt != nil ? type(key, &shared) : turn(key, shared)
    case .select, .goTo: return []
    case .line(let line) where !line.contains { !$0.isWhitespace }:
      nextProblem(shared)
      return []
    default:
      let requests = respondAtBoard(to: event, &shared)
      // What was asked for by a line has no place here.
      board.asking = nil
      return requests
    }
  }

  /// The next problem; behind the last what the session has come to, and behind that another session.
  private mutating func nextProblem(_ shared: Shared) {
    if summary != nil {
      summary = nil
      drill = drill.renewed(shared.practiceSkill)
      start = shared.standing
    } else if !drill.advance(shared.practiceSkill) {
      let today = CalendarDay(shared.calendarTime, offset: shared.utcOffset)
      summary = SessionSummary(
        drill.outcomes, isReview: drill.isReview, from: start, to: shared.standing,
        streak: shared.days.streak(at: today))
      board.asking = nil
      board.console = Console()
      return
    }
    board = Board(of: drill.problem)
    if let letters = shared.letters { try? board.take(letters) }
  }
}

extension PracticeActivity: WalkingActivity {
  var alwaysAsks: Bool { true }

  mutating func move(_ shared: Shared, _ motion: (inout Walk) -> Bool) { nextProblem(shared) }

  mutating func ask(_ sort: Question.Sort?, _ shared: Shared) { if summary == nil { nextProblem(shared) } }

  func skill(of question: Question) -> Skill { drill.problem.skill }

  mutating func hint(_ shared: inout Shared) -> [Request] {
    if summary != nil { return [] }
    guard board.asking?.isSettled == true else { return giveHint(&shared) }
    notice(Words(en: "This problem is settled; go on to the next one.", zh: "这道题已经完成，请继续下一题。"))
    return []
  }

  /// Counts a problem that was solved at the first try.
  mutating func noteSolved(_ asking: Asking) {
    guard asking.isSettled, asking.like == nil else { return }
    let readable = asking.tries.filter(\.verdict.isScorable)
    if readable.count == 1, asking.helpToPart.map({ $0 < .rule }) ?? true { drill.isSolved = true }
  }

  mutating func runHere(_ command: Command, _ rest: String, _ shared: inout Shared) -> [Request]? {
    switch command {
    case .train:
      reply = .fault(
        Words(en: "Train in a walk: :walk dE/dw1 leaves the practice.", zh: "训练要在推导中进行，:walk dE/dw1 可离开练习。"))
      return []
    case .view:
      nextProblem(shared)
      return []
    case .walk:
      // Walking ends the practice, on the network that it had.
      guard let goals = board.goals(named: rest) else { return [] }
      var walk = board
      walk.asking = nil
      walk.walkOn(to: goals)
      return [.exchange(.walk(WalkActivity(walk)))]
    default: return nil
    }
  }

  mutating func refuses(_ command: KeyCommand) -> Bool {
    switch command {
    case .back, .first, .previousFactor, .previousSection:
      notice(Words(en: "Problems are not kept; → goes on to the next.", zh: "做过的题不能返回，按 → 进入下一题。"))
      return true
    default: return false
    }
  }

  /// A problem stays: there is nothing behind it but its own answer.
  mutating func close(_ shared: Shared) -> [Request] {
    board.closeNearest()
    return []
  }
}

extension Board {
  /// The walk is where everything that the problem takes is known, and nothing more.
  fileprivate init(of problem: Problem) {
    let quantity = problem.question.quantity
    var goals: [Quantity] = []
    if case .updated(let parameter)? = quantity { goals = [.gradient(.parameter(parameter))] }
    var walk = Walk(problem.network, goals: goals)
    walk.jump(to: .max)
    // Before the step that shows the answer, at the end of the one before.
    if let quantity, walk.find(quantity) { walk.jump(to: walk.index - 1) }
    self.init(walk)
    asking = Asking(problem.question)
  }
}
