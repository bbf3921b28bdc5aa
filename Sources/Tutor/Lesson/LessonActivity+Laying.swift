import Lessons
import Networks
import Questions
import Traces

/// What a lesson's screen puts on the board: a derivation, a question, numbers to move, or a picture behind words.
extension LessonActivity {
  /// A board for the screen at hand.
  mutating func lay() {
    switch run.action {
    case .show(let show)?: lay(show)
    case .ask(let ask)?: lay(ask)
    case .attempt(let attempt)?: lay(attempt)
    case .plot(let plot)?:
      var walk = Walk(plot.setting.networks(from: run.base).first ?? run.base, goals: [])
      walk.jump(to: .max)
      board = Board(walk)
    case .prose?, .pause?, .note?, .light?, nil: layBackground()
    }
    noteSight()
  }

  private mutating func lay(_ show: Show) {
    let network = show.setting.networks(from: run.base).first ?? run.base
    board = Board(
      Walk(network, showing: show.step, after: show.after, form: show.view == .delta ? .deltas : .factors))
    guard let shown else {
      // A derivative that no chain contains is shown by its formula.
      board.evaluate(network.architecture.name(of: show.step))
      return
    }
    let reached = run.stops[run.actionNumber] ?? (show.reveal == .all ? shown.count - 1 : 0)
    board.walk.jump(to: shown.lowerBound + max(0, min(reached, shown.count - 1)))
  }

  private mutating func lay(_ ask: Ask) {
    let question = run.question(ask)
    let known = run.askings[ask.id]
    board = Board(Walk(question.network, before: question.subjects.isEmpty ? toCome : question.subjects))
    board.earlier = earlierValues(on: question.network, before: ask.id, andIn: true)
    board.asking = known ?? Asking(question)
    if board.asking?.isSettled == true { revealAnswer() }
  }

  private mutating func lay(_ attempt: Experiment) {
    let start = attempt.setting.networks(from: run.base).first ?? run.base
    var walk = Walk(moved(start, attempt), goals: attempt.watch.filter(Trace.isGoal))
    walk.jump(to: .max)
    board = Board(walk, original: start)
    board.selection = attempt.moved.first
  }

  private func moved(_ start: Network, _ attempt: Experiment) -> Network {
    var network = start
    for (quantity, value) in zip(attempt.moved, run.moved[attempt.id] ?? []) { network[given: quantity] = value }
    return network
  }

  /// On a screen of words the picture is the one of what comes next, so that nothing is shown too early; where nothing
  /// comes, that of what was done last, on the numbers that a `try` was brought to.
  private mutating func layBackground() {
    let later = run.screens.dropFirst(run.screen).lazy.compactMap(LessonRun.action).first
    let earlier = run.screens.prefix(run.screen).reversed().lazy.compactMap(LessonRun.action).first
    var walk: Walk
    switch later ?? earlier {
    case .ask(let ask)?:
      let question = run.question(ask)
      walk = Walk(question.network, before: question.subjects.isEmpty ? toCome : question.subjects)
    case .show(let show)?:
      walk = Walk(show.setting.networks(from: run.base).first ?? run.base, before: [show.step])
    case .attempt(let attempt)?:
      let start = attempt.setting.networks(from: run.base).first ?? run.base
      walk = Walk(later == nil ? moved(start, attempt) : start, goals: [])
      walk.jump(to: .max)
    case .plot(let plot)?: walk = Walk(plot.setting.networks(from: run.base).first ?? run.base, before: toCome)
    case .prose?, .pause?, .note?, .light?, nil: walk = Walk(run.base, goals: [])
    }
    board = Board(walk)
  }

  /// What the rest of the lesson asks for or derives and nothing before it did, on the lesson's own numbers.
  private var toCome: [Quantity] {
    let known = Set(run.screens.prefix(run.screen).flatMap { subjects(of: LessonRun.action(of: $0)) })
    return run.screens.dropFirst(run.screen).flatMap { subjects(of: LessonRun.action(of: $0)) }
      .filter { !known.contains($0) }
  }

  private func subjects(of action: Lesson.Content?) -> [Quantity] {
    switch action {
    case .ask(let ask)? where ask.setting == Setting(): run.question(ask).subjects
    case .show(let show)? where show.setting == Setting(): [show.step]
    case .ask?, .show?, .plot?, .attempt?, .prose?, .pause?, .note?, .light?, nil: []
    }
  }
}
