import Configuration
import Diagnostics
import Lessons
import Networks
import Questions
import Screen
import Traces

/// Keys while a lesson is on the screen.
extension LessonActivity {
  mutating func press(_ key: Key, _ shared: inout Shared) -> [Request] {
    let key = State.halfWidth(key)
    let waiting = pending
    pending = .none
    let command = shared.keymap.command(for: key, in: .lesson)
    if case .count(let count) = waiting, command == .last {
      go(toScreen: min(count - 1, run.farthest))
      return []
    }
    if case .character(let text) = key, let requests = pressDigit(text, waiting, &shared) { return requests }
    if case .paste(let text) = key { return openPaste(text, shared) }
    if let command {
      let requests = perform(command, &shared)
      return noteBegun(key, command, requests)
    }
    if case .character(let text) = key, text != " " { notice(Self.meansNothing) }
    return []
  }

  private static let meansNothing = Words(
    en: "That key does nothing here. ? lists the keys that do.", zh: "这个键在这里没有作用。按 ? 查看可用的键。")

  /// Does what a key asks for.
  private mutating func perform(_ command: KeyCommand, _ shared: inout Shared) -> [Request] {
    switch command {
    case .enter:
      if board.asking?.isSettled == false {
        openAnswer(shared)
      } else if run.attempt != nil, !run.isDone, let selection = board.selection {
        return openPrompt("set \(board.architecture.name(of: selection))=")
      } else if run.attempt == nil || run.isDone {
        return advance(&shared)
      }
    case .next: return advance(&shared)
    case .back: retreat()
    case .first: go(toScreen: 0)
    case .last: go(toScreen: run.farthest)
    case .nextFactor: return step(forward: true, &shared)
    case .previousFactor: return step(forward: false, &shared)
    case .nextLesson: return openNeighbor(1, shared)
    case .previousLesson: return openNeighbor(-1, shared)
    case .skip: return skip(&shared)
    case .commandLine: return openPrompt("")
    case .walk: return leaveForWalk()
    case .answer:
      openAnswer(shared)
      if prompt == nil { notice(Words(en: "Nothing is asked here.", zh: "这里没有提问。")) }
    case .hint: return hint(&shared)
    case .compare: compare()
    case .selectNext: selectMoved(1)
    case .selectPrevious: selectMoved(-1)
    case .raise: nudge(up: true)
    case .lower: nudge(up: false)
    case .undo: if run.attempt != nil { board.undoEdit() } else { refuseEdit() }
    case .redo: if run.attempt != nil { board.redoEdit() } else { refuseEdit() }
    case .showAll: page = .answer(0)
    case .switchPicture: board.switchPicture()
    case .overview: page = .overview(overview.current)
    case .help: page = .help(0)
    case .close: board.closeNearest(selection: false)
    case .leave: return [.close]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .nextSection, .previousSection, .pageForward, .pageBack, .mark, .goToMark, .search, .searchNext,
      .searchPrevious, .predict, .explain, .switchForm, .fold, .practise, .skills, .switchLanguage, .dark, .notes,
      .tally, .door, .countdown, .play, .spotlight, .spotlightBack, .enlarge, .run, .farForward, .farBack, .faster,
      .slower,
      .nextSample,
      .previousSample, .nextPlot, .previousPlot,
      .derive:
      notice(Self.meansNothing)
    }
    return []
  }

  /// Letters choose an option, digits begin a typed answer; else they count for `G`.
  private mutating func pressDigit(
    _ text: String, _ waiting: Console.Pending, _ shared: inout Shared
  ) -> [Request]? {
    if case .count(let count) = waiting, let digit = State.digit(text) {
      pending = .count(min(count * 10 + digit, 1_000_000))
      return []
    }
    guard let asking = board.asking, !asking.isSettled else {
      if let digit = State.digit(text), digit > 0 {
        pending = .count(digit)
        return []
      }
      return nil
    }
    if asking.question.sort == .sign { return "+-0".contains(text) ? answer(text, &shared) : nil }
    let options = asking.question.options(ofPart: asking.part)
    // In front of a room letters have other meanings; there an answer is typed.
    if !isForRoom, !asking.isPoll, text == text.lowercased(), let place = Letter.place(text),
      options.indices.contains(place)
    {
      return answer(text, &shared)
    }
    if asking.isPoll, State.digit(text) != nil { return answer(text, &shared) }
    let begins =
      State.digit(text) != nil || asking.question.wantsValue && (text == "-" || text == ".")
      || opensAnswer(text, shared)
    guard begins else { return nil }
    openAnswer(shared)
    prompt?.editor.insert(text)
    return []
  }

  /// Whether a character is the first of what the open question can be answered with; where a number is wanted, only one
  /// that means nothing else.
  private func opensAnswer(_ text: String, _ shared: Shared) -> Bool {
    guard !isForRoom, let asking = board.asking, !asking.isSettled else { return false }
    if asking.question.opensAnswer(with: text, part: asking.part) { return true }
    switch shared.keymap.command(for: .character(text), in: .lesson) {
    case nil, .selectNext?, .selectPrevious?, .undo?: return asking.question.mayCompute(with: text)
    default: return false
    }
  }

  private mutating func openPaste(_ text: String, _ shared: Shared) -> [Request] {
    guard board.asking?.isSettled == false else { return openPrompt(text) }
    openAnswer(shared)
    prompt?.editor.insert(text)
    return []
  }

  /// To another factor of the derivation that is shown; elsewhere to the screen before or after.
  private mutating func step(forward: Bool, _ shared: inout Shared) -> [Request] {
    if let shown {
      let start = board.walk.index
      _ = forward ? board.walk.nextStep() : board.walk.previousStep()
      board.walk.jump(to: max(shown.lowerBound, min(board.walk.index, shown.upperBound)))
      if board.walk.index != start { return [] }
    }
    if forward { return advance(&shared) }
    retreat()
    return []
  }

  // MARK: Help

  mutating func hint(_ shared: inout Shared) -> [Request] {
    guard let attempt = run.attempt else {
      if board.asking == nil { reply = .notice(Words(en: "Nothing is asked here; go on.", zh: "这里没有提问，请继续。")) }
      return giveHint(&shared)
    }
    guard !attempt.hints.isEmpty else {
      reply = .notice(Words(en: "The goal: \(attempt.goal.words.en)", zh: "要求：\(attempt.goal.words.zh)"))
      return []
    }
    // One after the other, then all again from the first.
    let given = attempt.hints.firstIndex { reply == .notice(Words($0)) }
    reply = .notice(Words(attempt.hints[((given ?? -1) + 1) % attempt.hints.count]))
    return []
  }

  // MARK: Moving numbers

  private mutating func selectMoved(_ direction: Int) {
    guard let moved = run.attempt?.moved, !moved.isEmpty else { return refuseEdit() }
    let current = board.selection.flatMap { moved.firstIndex(of: $0) } ?? 0
    board.selection = moved[((current + direction) % moved.count + moved.count) % moved.count]
  }

  private mutating func nudge(up: Bool) {
    guard let attempt = run.attempt, let selection = board.selection, attempt.moved.contains(selection),
      let value = board.walk.network[given: selection]
    else { return refuseEdit() }
    let range = attempt.range
    let perUnit = attempt.stepsPerOne
    let scaled = value * perUnit
    let next = (up ? (scaled + 1e-9).rounded(.down) + 1 : (scaled - 1e-9).rounded(.up) - 1) / perUnit
    let clamped = max(range.lowerBound, min(next, range.upperBound))
    guard clamped.isFinite, clamped != value else {
      reply = .notice(Words(en: "This is as far as it goes here.", zh: "这里只能调到这么多。"))
      return
    }
    let before = board.walk.network
    var network = before
    network.move(selection, to: clamped == 0 ? 0 : clamped)
    board.edit(network)
    if let followed = network.targetsThatFollowed(selection, since: before) { reply = .notice(followed) }
  }

  private mutating func refuseEdit() { reply = .notice(Self.numbersAreFixed) }

  static let numbersAreFixed = Words(
    en: "The lesson's numbers are fixed. w leaves for the walk, where they can be changed.",
    zh: "这里使用课程的数值。按 w 进入推导后可以修改。")
}
