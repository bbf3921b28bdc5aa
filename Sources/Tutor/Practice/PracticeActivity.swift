import Diagnosis
import Diagnostics
import Keys
import Networks
import Questions
import Skills
import Traces

/// Practice: one problem after another, each on a board of its own.
package struct PracticeActivity: Equatable, Sendable {
  package internal(set) var board: Board
  package internal(set) var drill: Drill

  /// Where it adapts, each problem is about what is due for review, or else what is least known and can be learnt.
  init(_ generator: ProblemGenerator, adapts: Bool = false, _ shared: Shared) {
    drill = Drill(generator, adapts: adapts, first: adapts ? shared.practiceSkill : nil)
    board = Board(of: drill.problem)
  }

  mutating func update(_ event: Event, _ shared: inout Shared) -> [Request] {
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

  private mutating func nextProblem(_ shared: Shared) {
    drill.advance(shared.practiceSkill)
    board = Board(of: drill.problem)
    if let letters = shared.letters { try? board.take(letters) }
  }
}

extension PracticeActivity: WalkingActivity {
  mutating func move(_ shared: Shared, _ motion: (inout Walk) -> Bool) { nextProblem(shared) }

  mutating func ask(_ sort: Question.Sort?, _ shared: Shared) { nextProblem(shared) }

  func skill(of question: Question) -> Skill { drill.problem.skill }

  mutating func hint(_ shared: inout Shared) -> [Request] {
    guard board.asking?.isSettled == true else { return giveHint(&shared) }
    notice(Words(en: "This problem is settled; go on to the next one.", zh: "这道题已经完成，请继续下一题。"))
    return []
  }

  /// Counts a problem that was solved at the first try.
  mutating func noteSolved(_ asking: Asking) {
    guard asking.isSettled, asking.like == nil else { return }
    let readable = asking.tries.filter(\.verdict.isScorable)
    if readable.count == 1, asking.helpToPart.map({ $0 < .rule }) ?? true { drill.solved += 1 }
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
    if reply != nil {
      reply = nil
    } else if board.asking?.compares == true {
      board.asking?.compares = false
    } else {
      board.selection = nil
    }
    board.before = nil
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
