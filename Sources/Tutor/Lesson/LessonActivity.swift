import Diagnosis
import Diagnostics
import Lessons
import Networks
import Questions
import Traces

/// Working through a lesson: a board for each screen of it.
package struct LessonActivity: Equatable, Sendable {
  package internal(set) var board: Board
  package internal(set) var run: LessonRun
  /// Whether it is shown to a room: questions are answered for all, and nothing counts.
  private(set) var isForRoom: Bool
  /// What lessons before this one have found on its numbers.
  private(set) var foundEarlier: Set<Quantity>

  /// A lesson, at the place where it was left if there is one; nil where there is nothing in it.
  ///
  /// A seed draws other numbers than the lesson's own; a place brings its own seed along.
  init?(
    _ entry: LessonCatalogue.Entry, at place: LessonPlace? = nil, seed: UInt64? = nil, _ shared: Shared,
    isForRoom: Bool = false
  ) {
    // A room sees the order of the handout.
    let order = place.map(\.order) ?? (isForRoom ? Question.roomOrder : UInt64(bitPattern: shared.calendarTime))
    guard let run = LessonRun(entry, language: shared.language, seed: place.map(\.seed) ?? seed, order: order) else {
      return nil
    }
    self.run = run
    self.isForRoom = isForRoom
    foundEarlier = shared.findings(before: run, isForRoom: isForRoom)
    board = Board(Walk(run.base, goals: []))
    // The room has no questions before it that hold: every screen can be gone to.
    if isForRoom { self.run.farthest = run.screens.count }
    if let place {
      resume(place)
    } else {
      // Another visit forgets nothing of what was done on earlier ones.
      self.run.settledBefore = shared.places[entry.id]?.settled ?? []
      self.run.isRead = shared.places[entry.id]?.isRead ?? false
      lay()
    }
  }

  /// A lesson where it was left; nil where there is nothing in it.
  ///
  /// Read to its end, it opens at the first question that is open; done, from its beginning, on numbers of the seed.
  init?(visiting entry: LessonCatalogue.Entry, again seed: UInt64? = nil, _ shared: Shared) {
    let place = shared.places[entry.id]
    guard let visited = LessonActivity(entry, at: place, shared) else { return nil }
    self = visited
    guard place?.isAtEnd == true else { return }
    let run = self.run
    let open = run.tasks.filter { $0.isCounted && !run.isSettled($0.id) }
    guard let first = open.first else {
      if let fresh = LessonActivity(entry, seed: seed, shared) { self = fresh }
      return
    }
    go(toScreen: first.screen)
    notice(
      Words(
        en: open.count == 1 ? "This question is still open." : "This is the first of \(open.count) open questions.",
        zh: open.count == 1 ? "这道题还没有完成。" : "还有 \(open.count) 题没有完成，这是第一题。"))
  }

  mutating func update(_ event: Event, _ shared: inout Shared) -> [Request] {
    let (place, sight) = (run.place, sight)
    var requests = respond(to: event, &shared)
    noteSettled()
    if self.sight != sight { noteSight() }
    requests += noticeGoal(&shared)
    keepBoard()
    return requests + keepPlace(unless: place, &shared)
  }

  private mutating func respond(to event: Event, _ shared: inout Shared) -> [Request] {
    switch event {
    case .key(let key):
      if prompt != nil { return type(key, &shared) }
      if let requests = goOnWithAnswer(key, &shared) { return requests }
      return page == .walk ? press(key, &shared) : turn(key, shared)
    case .line(let line): return page == .sheet ? writeInSheet(line, &shared) : submit(line, &shared)
    case .select(let quantity): if run.attempt?.moved.contains(quantity) == true { board.selection = quantity }
    case .goTo(let screen):
      page = .walk
      goSeen(screen)
    case .time: noteTime(shared.now)
    case .read(let name, let bytes, let reason): opened(name, bytes, reason, &shared)
    case .printed: if page != .sheet { page = .walk }
    // The lesson's numbers are fixed.
    case .seed: break
    case .start, .progress, .banner, .choose, .presented, .revised, .trained, .derivation, .attended: break
    }
    return []
  }

  /// The place is kept once it is another one.
  private func keepPlace(unless old: LessonPlace, _ shared: inout Shared) -> [Request] {
    let place = run.place
    return place == old ? [] : keepPlace(place, &shared)
  }

  func keepPlace(_ place: LessonPlace, _ shared: inout Shared) -> [Request] {
    shared.places[run.id] = place
    return [.outside(.keepPlace(lesson: run.id, place))]
  }

  // MARK: Other activities

  /// What the walk shows of questions that are open counts as help.
  mutating func receive(_ message: Message, _ shared: inout Shared) -> [Request] {
    let place = run.place
    switch message {
    case .lookedUp(let helped):
      for (id, rung) in helped {
        guard let rung = Hint.Rung(rawValue: rung) else { continue }
        run.askings[id]?.note(lookup: rung)
        if board.asking != nil, run.ask?.id == id { board.asking?.note(lookup: rung) }
      }
    }
    return keepPlace(unless: place, &shared)
  }

  /// The walk on the numbers at hand; the lesson waits as it is.
  func walk() -> WalkActivity {
    let (network, index, goals) = (board.walk.network, board.walk.index, board.walk.trace.goals)
    let others = Trace.defaultGoals(of: network.architecture).filter { !goals.contains($0) }
    var walk = Walk(network, goals: goals + others)
    // The same stop: what was known stays known.
    walk.jump(to: index)
    var away = Board(walk)
    let waiting = waitingQuestions
    away.reply = .notice(
      !waiting.isEmpty
        ? Words(
          en: "The walk. What it shows of an open question counts as a hint. q goes back.",
          zh: "已进入推导。在这里看到未答题目的答案，算作提示。输入 q 返回。")
        : Words(en: "The walk, on these numbers. q goes back to the lesson.", zh: "已进入推导，数值不变。输入 q 回到课程。"))
    return WalkActivity(away, origin: .lesson(run.id, waiting: waiting), isForRoom: isForRoom)
  }

  /// The questions that the walk may show the answer of.
  private var waitingQuestions: [WalkActivity.WaitingQuestion] {
    guard !isForRoom else { return [] }
    return run.askings.filter { !$0.value.isSettled && !$0.value.isGuess }.sorted { $0.key < $1.key }.map {
      id, asking in
      WalkActivity.WaitingQuestion(
        id: id, subjects: asking.subjects, network: asking.current.network)
    }
  }

  /// The lesson is back on the screen.
  mutating func resume() {
    page = .walk
  }

  /// The lesson follows the language; what was answered stays.
  mutating func speak(_ language: Language) {
    guard run.lesson.language != language else { return }
    keepBoard()
    let answer = reply
    run.speak(language)
    lay()
    reply = answer
  }
}
