import Configuration
import Diagnostics
import Lessons
import Networks
import Progress
import Questions
import Screen
import Traces

/// Walking freely through a derivation.
package struct WalkActivity: Equatable, Sendable {
  package internal(set) var board: Board
  /// Training that goes on between the keys.
  package internal(set) var descent: Descent?
  /// What was left for this walk, and is gone back to.
  let origin: Origin
  /// Whether it is shown to a room: questions are answered for all, and nothing counts.
  var isForRoom: Bool

  enum Origin: Equatable, Sendable {
    case none
    /// With the questions that are open there.
    case lesson(String, waiting: [WaitingQuestion])
    case training
    /// A student's place in a room.
    case room
    /// Whatever the presenter was at when the room was asked something of its own.
    case spot
  }

  /// A question of a lesson that the walk may show the answer of.
  struct WaitingQuestion: Equatable, Sendable {
    let id: String
    let subjects: [Quantity]
    let network: Network
  }

  init(_ board: Board, origin: Origin = .none, isForRoom: Bool = false) {
    self.board = board
    self.origin = origin
    self.isForRoom = isForRoom
  }

  mutating func update(_ event: Event, _ shared: inout Shared) -> [Request] {
    if descent != nil {
      if case .time = event { return continueTraining(shared) }
      finishTraining(shared)
      // A key or a click means no more than to stop; everything else is dealt with.
      switch event {
      case .key, .select, .goTo: return []
      case .start, .line, .read, .time, .progress, .banner, .choose, .presented, .seed, .revised, .trained, .derivation,
        .printed, .attended:
        break
      }
    }
    let requests = respond(to: event, &shared)
    return requests + noteWhatWasShown()
  }

  private mutating func respond(to event: Event, _ shared: inout Shared) -> [Request] {
    switch event {
    case .key(let key):
      if prompt != nil { return type(key, &shared) }
      // `w6` was typed for an answer in the lesson, which the `w` has left.
      if let text = console.takeBegun(key, board.architecture), case .lesson = origin {
        return [.close, .send(.key(.paste(text)))]
      }
      if let requests = pressOnTheSpot(key, &shared) { return requests }
      return page == .walk ? press(key, &shared) : turn(key, shared)
    case .select(let quantity): board.select(quantity)
    case .goTo(let stop):
      page = .walk
      move(shared) { $0.go(to: stop) }
    default: return respondAtBoard(to: event, &shared)
    }
    return []
  }
}

extension WalkActivity {
  /// A key at a question that was made up: on to its answer, then back to what was left for it; nil for others.
  private mutating func pressOnTheSpot(_ key: Key, _ shared: inout Shared) -> [Request]? {
    guard origin == .spot, page == .walk, pending == .none, let asking = board.asking else { return nil }
    switch shared.keymap.command(for: State.halfWidth(key), in: .walk) {
    case .next?: return answerForRoom(&shared) ?? [.close]
    case .enter? where asking.isSettled: return [.close]
    case .back?, .leave?: return [.close]
    default: return nil
    }
  }
}

// MARK: What differs from other activities at a board

extension WalkActivity: WalkingActivity {
  mutating func move(_ shared: Shared, _ motion: (inout Walk) -> Bool) {
    board.before = nil
    let start = board.walk.index
    let wasBeyond = hideReward()
    let moved = motion(&board.walk)
    // Back from what the walk came to is its last stop.
    if wasBeyond, board.walk.index == start - 1 {
      board.walk.jump(to: start)
      return
    }
    if board.predicts, board.walk.index > start, let stop = board.firstUnpredicted(from: start) {
      board.walk.jump(to: stop)
      if board.asking?.step != board.walk.stop.step {
        ask(nil, shared)
      } else if board.holdsForPrediction {
        notice(
          Words(en: "Predict it first: answer, ask for a hint, or :predict off.", zh: "请先预测：作答、看提示，或输入 :predict off。"))
      }
      return
    }
    if board.walk.index != start { board.asking = nil }
    guard !moved else { return }
    if board.walk.index > 0 {
      showReward()
      if !wasBeyond { return }
    }
    notice(
      board.walk.index == 0
        ? Words(en: "This is the beginning.", zh: "已经是开头。")
        : Words(
          en: "This is the end of the walk. :walk dE/dw3 goes on with another gradient.",
          zh: "推导到此结束。输入 :walk dE/dw3 可继续推导别的梯度。"))
  }

  mutating func ask(_ sort: Question.Sort?, _ shared: Shared) { board.openQuestion(sort) }

  mutating func runHere(_ command: Command, _ rest: String, _ shared: inout Shared) -> [Request]? {
    switch (command, origin) {
    case (.train, _): return train(rest, shared)
    case (.ask, _) where isForRoom && isMadeUp(rest): return [.askRoom(rest)]
    case (.lesson, .lesson(let id, _)) where rest.isEmpty || shared.entry(named: rest)?.id == id: return [.close]
    default: return nil
    }
  }

  /// Whether it is no kind of question that the walk has of its own.
  private func isMadeUp(_ text: String) -> Bool {
    !["", "value", "sign", "rule", "paths"].contains(text.lowercased())
      && (origin == .spot || board.architecture.quantity(spelled: text) != board.walk.step.quantity)
  }

  mutating func noteSolved(_ asking: Asking) {
    if origin == .spot { board.hidden = [] }
  }

  mutating func close(_ shared: Shared) -> [Request] {
    let isLeft = reply == nil && board.asking == nil && board.selection == nil
    switch origin {
    case .spot: return [.close]
    case .lesson, .room: if isLeft { return [.close] }
    case .none, .training: break
    }
    board.closeNearest(question: true)
    return []
  }

  mutating func answerForRoom(_ shared: inout Shared) -> [Request]? {
    guard isForRoom, var asking = board.asking, !asking.isSettled else { return nil }
    if origin == .spot { return answerOnTheSpot(asking, &shared) }
    if let step = asking.step { board.predicted.insert(step) }
    (asking.isSettled, asking.isTold) = (true, true)
    board.asking = asking
    reply = nil
    reveal(asking)
    return []
  }

  /// The answer with its derivation, as a lesson gives it.
  private mutating func answerOnTheSpot(_ asking: Asking, _ shared: inout Shared) -> [Request] {
    let requests = asking.current.rightAnswer(ofPart: asking.part).map { answer($0, &shared) } ?? []
    if board.asking?.isSettled == false {
      board.asking?.isSettled = true
      board.asking?.isTold = true
    }
    board.hidden = []
    return requests
  }

  // MARK: Questions that wait in a lesson

  mutating func noteElsewhere(_ lookup: Lookup) -> (isNoted: Bool, requests: [Request]) {
    guard case .lesson(_, let waiting) = origin, lookup.rung != nil else { return (false, []) }
    var helped: [String: Int] = [:]
    for question in waiting where !Set(question.subjects).isDisjoint(with: lookup.quantities) {
      helped[question.id] =
        (question.network == board.walk.network ? Hint.Rung.answer : .setUp).rawValue
    }
    return helped.isEmpty ? (false, []) : (true, [.tell(.lookedUp(helped))])
  }

  /// What the walk has come past was looked up as well.
  private mutating func noteWhatWasShown() -> [Request] {
    guard case .lesson(_, let waiting) = origin else { return [] }
    let shown = Set(waiting.flatMap(\.subjects)).filter { board.walk.knows($0) }
    return shown.isEmpty ? [] : noteElsewhere(Lookup(quantities: Array(shown), rung: .setUp)).requests
  }
}

extension Board {
  /// Whether the open question has to be tried before the walk goes on.
  var holdsForPrediction: Bool {
    guard predicts, let step = asking?.step else { return false }
    return !predicted.contains(step)
  }
}
