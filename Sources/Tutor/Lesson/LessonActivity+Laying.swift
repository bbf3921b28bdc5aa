import Exercises
import Lessons
import Networks
import Traces

/// What a lesson's screen lays on the desk: a derivation, a question, numbers to move, or a picture behind words.
extension State {
  /// Lays the screen at hand on the desk.
  mutating func showScreen() {
    guard let run = lesson else { return }
    clear()
    switch run.action {
    case .show(let show)?: lay(show, run)
    case .ask(let ask)?: lay(ask, run)
    case .attempt(let attempt)?: lay(attempt, run)
    default: layBackground(run)
    }
    setOriginal()
  }

  private mutating func lay(_ show: Show, _ run: LessonRun) {
    let network = show.setting.networks(from: run.base).first ?? run.base
    walk = Walk(network, showing: show.step, after: show.after, form: show.view == .delta ? .deltas : .factors)
    guard let shown else {
      // A derivative that no chain contains is shown by its formula.
      evaluate(network.architecture.name(of: show.step))
      return
    }
    let reached = run.stops[run.actionNumber] ?? (show.reveal == .all ? shown.count - 1 : 0)
    walk.go(to: shown.lowerBound + max(0, min(reached, shown.count - 1)))
  }

  private mutating func lay(_ ask: Ask, _ run: LessonRun) {
    let exercise = Exercise(ask, base: run.base)
    let known = run.askings[ask.id]
    walk = Walk(exercise.network, before: exercise.subjects.isEmpty ? toCome(run) : exercise.subjects)
    earlier = earlierValues(on: exercise.network, before: ask.id, andIn: true)
    asking = known ?? Asking(exercise)
    if asking?.isSettled == true { revealInLesson() }
  }

  private mutating func lay(_ attempt: Lessons.Attempt, _ run: LessonRun) {
    let start = attempt.setting.networks(from: run.base).first ?? run.base
    walk = Walk(Self.moved(start, attempt, run), goals: attempt.watch.filter(Trace.isGoal))
    walk.go(to: .max)
    selection = attempt.moved.first
  }

  private static func moved(_ start: Network, _ attempt: Lessons.Attempt, _ run: LessonRun) -> Network {
    var network = start
    for (quantity, value) in zip(attempt.moved, run.moved[attempt.id] ?? []) { network[given: quantity] = value }
    return network
  }

  /// On a screen of words the picture is the one of what comes next, so that nothing is told too early; where nothing
  /// comes, that of what was done last, on the numbers that a `try` was brought to.
  private mutating func layBackground(_ run: LessonRun) {
    let later = run.screens.dropFirst(run.screen).lazy.compactMap(LessonRun.action).first
    let earlier = run.screens.prefix(run.screen).reversed().lazy.compactMap(LessonRun.action).first
    switch later ?? earlier {
    case .ask(let ask)?:
      let exercise = Exercise(ask, base: run.base)
      walk = Walk(exercise.network, before: exercise.subjects.isEmpty ? toCome(run) : exercise.subjects)
    case .show(let show)?:
      walk = Walk(show.setting.networks(from: run.base).first ?? run.base, before: [show.step])
    case .attempt(let attempt)?:
      let start = attempt.setting.networks(from: run.base).first ?? run.base
      walk = Walk(later == nil ? Self.moved(start, attempt, run) : start, goals: [])
      walk.go(to: .max)
    default: walk = Walk(run.base, goals: [])
    }
  }

  /// What the rest of the lesson asks for or derives and nothing before it did, on the lesson's own numbers.
  private func toCome(_ run: LessonRun) -> [Quantity] {
    let told = Set(run.screens.prefix(run.screen).flatMap { subjects(of: LessonRun.action(of: $0), run) })
    return run.screens.dropFirst(run.screen).flatMap { subjects(of: LessonRun.action(of: $0), run) }
      .filter { !told.contains($0) }
  }

  private func subjects(of action: Lesson.Content?, _ run: LessonRun) -> [Quantity] {
    switch action {
    case .ask(let ask)? where ask.setting == Setting(): Exercise(ask, base: run.base).subjects
    case .show(let show)? where show.setting == Setting(): [show.step]
    default: []
    }
  }
}
