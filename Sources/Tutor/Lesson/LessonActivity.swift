import Diagnosis
import Diagnostics
import Exercises
package import Lessons
import Networks
import Traces

/// Working through a lesson: opening it, going from screen to screen, leaving it for the walk and coming back.
extension State {
  /// Opens a lesson, at the place where it was left if there is one; false where there is nothing in it.
  ///
  /// A seed draws other numbers than the lesson's own; a place brings its own seed along.
  @discardableResult
  package mutating func begin(_ entry: LessonCatalogue.Entry, at place: LessonPlace? = nil, seed: UInt64? = nil) -> Bool
  {
    guard let run = LessonRun(entry, language: language, seed: place.map(\.seed) ?? seed) else { return false }
    shelve()
    drill = nil
    lesson = run
    page = .walk
    reply = nil
    predicts = false
    // The room has no questions before it that hold: every screen can be gone to.
    if presentation != nil { lesson?.farthest = run.screens.count }
    if let place {
      resume(place)
    } else {
      // Another visit forgets nothing of what was done on earlier ones.
      lesson?.settledBefore = places[entry.id]?.settled ?? []
      lesson?.isRead = places[entry.id]?.isRead ?? false
      showScreen()
    }
    return true
  }

  /// Opens a lesson where it was left; read to its end, at the first question that is open; done, from its beginning,
  /// on numbers of the seed if there is one.
  ///
  /// False where there is nothing in it.
  @discardableResult
  package mutating func visit(_ entry: LessonCatalogue.Entry, again seed: UInt64? = nil) -> Bool {
    let place = places[entry.id]
    guard begin(entry, at: place), place?.isAtEnd == true, let run = lesson else { return isInLesson }
    let open = run.tasks.filter { $0.isCounted && !run.isSettled($0.id) }
    guard let first = open.first else { return begin(entry, seed: seed) }
    go(toScreen: first.screen)
    reply = .notice(
      Words(
        en: open.count == 1 ? "This question is still open." : "This is the first of \(open.count) open questions.",
        zh: open.count == 1 ? "这道题还没有完成。" : "还有 \(open.count) 题没有完成，这是第一题。"))
    return true
  }

  /// Closes the lesson; its place stays known.
  package mutating func closeLesson() {
    shelve()
    lesson = nil
    clear()
  }

  private mutating func shelve() {
    keepDesk()
    if let lesson { places[lesson.id] = lesson.place }
  }

  mutating func clear() {
    asking = nil
    reply = nil
    before = nil
    selection = nil
    past = []
    future = []
    marks = [:]
    earlier = [:]
    predicted = []
  }

  // MARK: Screens

  /// Goes to a screen; one behind the last is the end.
  mutating func go(toScreen number: Int) {
    guard let run = lesson else { return }
    keepDesk()
    let screen = max(0, min(number, run.screens.count))
    lesson?.screen = screen
    lesson?.farthest = max(run.farthest, screen)
    if screen == run.screens.count { lesson?.isRead = true }
    showScreen()
  }

  /// What is on the desk belongs to the screen: the open question, the stop of the derivation, the numbers moved.
  mutating func keepDesk() {
    guard let run = lesson, !run.isAway else { return }
    if let ask = run.ask, let asking { lesson?.askings[ask.id] = asking }
    if run.show != nil, let shown { lesson?.stops[run.actionNumber] = walk.index - shown.lowerBound }
    if let attempt = run.attempt { lesson?.moved[attempt.id] = attempt.moved.map { walk.network[given: $0] ?? 0 } }
  }

  /// The stops of the derivation that the screen shows; nil where it shows none.
  package var shown: ClosedRange<Int>? {
    guard let show = lesson?.show else { return nil }
    return walk.stops(deriving: show.step)
  }

  /// Whether the walk's step is what the screen is about, so that the picture lights its path.
  package var lightsStep: Bool {
    if drill != nil { return false }
    return isInLesson ? shown != nil : true
  }

  /// An answered question's quantity may be seen.
  mutating func revealInLesson() {
    guard let quantity = asking?.quantity, let step = walk.foundAt(quantity) else { return }
    let last = walk.stops.lastIndex { $0.step == step } ?? walk.index
    if last > walk.index { walk.go(to: last) }
  }

  /// The learner's own numbers up to a question, with those that were given to it if it is meant too, where they are
  /// about the same network.
  func earlierValues(on network: Network, before id: String, andIn isIncluded: Bool = false) -> [Quantity: Double] {
    guard let run = lesson else { return [:] }
    var values: [Quantity: Double] = [:]
    let checker = Checker(network)
    let tasks = run.tasks.prefix { $0.id != id } + (isIncluded ? run.tasks.filter { $0.id == id } : [])
    for task in tasks {
      guard let asking = run.askings[task.id], asking.like == nil, asking.wantsValue,
        let exercise = asking.exercise, exercise.network == network
      else { continue }
      for attempt in asking.tries where attempt.verdict.kind != .unreadable {
        guard let quantity = exercise.quantity(ofPart: attempt.part), let value = checker.value(of: attempt.text) else {
          continue
        }
        values[quantity] = value
      }
    }
    return values
  }

  /// After an answer or a change of numbers: what can follow from the learner's own numbers.
  mutating func noteEarlierValues() {
    guard isInLesson, let id = lesson?.ask?.id, let exercise = asking?.exercise else { return }
    keepDesk()
    let network = asking?.likeSeed == nil ? exercise.network : walk.network
    earlier = earlierValues(on: network, before: id, andIn: true)
  }

  // MARK: The walk and back

  /// Leaves for the walk, on the numbers at hand; the lesson waits.
  mutating func leaveForWalk() {
    guard isInLesson, !refusesInTest() else { return }
    keepDesk()
    let isAsked = isQuestionWaiting
    lesson?.isAway = true
    let (network, index, goals) = (walk.network, walk.index, walk.trace.goals)
    clear()
    let others = Trace.defaultGoals(of: network.architecture).filter { !goals.contains($0) }
    walk = Walk(network, goals: goals + others)
    // The same stop: what was known stays known.
    walk.go(to: index)
    setOriginal()
    reply = .notice(
      isAsked
        ? Words(
          en: "The walk. What it tells of an open question counts as a hint. q goes back.",
          zh: "已进入推导。在这里看到未答题目的答案，算作提示。输入 q 返回。")
        : Words(en: "The walk, on these numbers. q goes back to the lesson.", zh: "已进入推导，数值不变。输入 q 回到课程。"))
  }

  /// Goes back to the lesson, exactly where it was left.
  mutating func returnToLesson() {
    guard lesson?.isAway == true else { return }
    lesson?.isAway = false
    page = .walk
    showScreen()
  }

  /// The lesson follows the language; what was answered stays.
  mutating func speakInLesson() {
    guard lesson != nil, lesson?.lesson.language != language else { return }
    keepDesk()
    let answer = reply
    lesson?.speak(language)
    if isInLesson {
      showScreen()
      reply = answer
    }
  }

  /// A question that was settled lets the learner go on.
  mutating func noteSettled() {
    guard isInLesson, let id = lesson?.ask?.id, asking?.isSettled == true, lesson?.isDone(id) != true else { return }
    lesson?.outcomes[id, default: LessonRun.Outcome()].isDone = true
    lesson?.outcomes[id]?.isSkipped = false
    // Of several parts one may have been told, whatever became of the others.
    if asking?.isTold == true { lesson?.outcomes[id]?.wasHelped = true }
  }

  /// Whether a `try` has reached its goal; said once.
  mutating func noticeGoal() -> [Effect] {
    guard isInLesson, let attempt = lesson?.attempt, lesson?.isDone(attempt.id) != true,
      attempt.goal.holds(at: walk.trace.pass)
    else { return [] }
    lesson?.outcomes[attempt.id, default: LessonRun.Outcome()].isDone = true
    lesson?.outcomes[attempt.id]?.isSkipped = false
    return recordGoal(attempt)
  }
}
