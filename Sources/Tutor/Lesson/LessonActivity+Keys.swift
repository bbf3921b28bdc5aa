import Diagnostics
import Exercises
import Lessons
import Networks
import Screen
import Traces

/// Keys while a lesson is on the screen.
extension State {
  mutating func pressInLesson(_ key: Key) -> [Effect] {
    let key = Self.halfWidth(key)
    let waiting = pending
    pending = .none
    if case .character(let text) = key, let effects = pressDigit(text, waiting) { return effects }
    switch key {
    case .enter where asking?.isSettled == false:
      openAnswer()
    case .enter where lesson?.attempt != nil && lesson?.isDone == false:
      guard let selection else { break }
      return openPrompt("set \(walk.network.architecture.name(of: selection))=")
    case .right, .down, .enter, .pageDown, .character("l"), .character("j"), .character(" "), .wheelDown: advance()
    case .left, .up, .pageUp, .backspace, .character("h"), .character("k"), .wheelUp: retreat()
    case .character("g"), .home: go(toScreen: 0)
    case .character("G"), .end: go(toScreen: lesson?.farthest ?? 0)
    case .tab: stepInLesson { $0.nextStep() }
    case .backTab: stepInLesson { $0.previousStep() }
    case .character("]"): openNeighbour(1)
    case .character("["): openNeighbour(-1)
    case .character("s"): skipInLesson()
    case .character(":"): return openPrompt("")
    case .character("w"): leaveForWalk()
    case .character("a"), .character("="): openAnswer()
    case .character("H"): return hintInLesson()
    case .character("c") where asking != nil: compare()
    case .character("e"): selectMoved(1)
    case .character("E"): selectMoved(-1)
    case .character("+"): nudgeInLesson(up: true)
    case .character("-"), .character("_"): nudgeInLesson(up: false)
    case .character("u"): if lesson?.attempt != nil { undoEdit() }
    case .control("r"): if lesson?.attempt != nil { redoEdit() }
    case .character("v"): page = .answer(0)
    case .character("o"): page = .overview((lesson?.screen ?? 0) + 1)
    case .character("?"), .function(1): page = .help(0)
    case .escape:
      reply = nil
      before = nil
    case .character("q"): return [.quit]
    case .paste(let text): return openPaste(text)
    default: return common(key)
    }
    return []
  }

  /// Digits choose an option or begin a typed answer; else they count for `G`.
  private mutating func pressDigit(_ text: String, _ waiting: Pending) -> [Effect]? {
    if case .count(let count) = waiting {
      if text == "G" {
        go(toScreen: min(count - 1, lesson?.farthest ?? 0))
        return []
      }
      if let digit = Self.digit(text) {
        pending = .count(min(count * 10 + digit, 1_000_000))
        return []
      }
    }
    guard let asking, !asking.isSettled, let exercise = asking.exercise else {
      if let digit = Self.digit(text), digit > 0 {
        pending = .count(digit)
        return []
      }
      return nil
    }
    if exercise.choiceCount(ofPart: asking.part) != nil {
      if case .sign = exercise.ask.kind { return "+-0".contains(text) ? answer(text) : nil }
      return Self.digit(text) != nil ? answer(text) : nil
    }
    guard Self.digit(text) != nil || asking.wantsValue && (text == "-" || text == ".") else { return nil }
    openAnswer()
    prompt?.editor.insert(text)
    return []
  }

  private mutating func openPaste(_ text: String) -> [Effect] {
    guard asking?.isSettled == false else { return openPrompt(text) }
    openAnswer()
    prompt?.editor.insert(text)
    return []
  }

  /// To another factor of the derivation that is shown; elsewhere to the screen before or after.
  private mutating func stepInLesson(_ motion: (inout Walk) -> Bool) {
    guard let shown else {
      var probe = Walk(walk.network, goals: [])
      // Only the direction of the motion is asked for.
      return motion(&probe) ? advance() : retreat()
    }
    reply = nil
    let start = walk.index
    _ = motion(&walk)
    walk.go(to: max(shown.lowerBound, min(walk.index, shown.upperBound)))
    if walk.index == start { start == shown.upperBound ? advance() : retreat() }
  }

  // MARK: Help

  mutating func hintInLesson() -> [Effect] {
    guard let attempt = lesson?.attempt else {
      if asking == nil { reply = .notice(Words(en: "Nothing is asked here; go on.", zh: "这里没有提问，请继续。")) }
      return hint()
    }
    guard !attempt.hints.isEmpty else {
      reply = .notice(Words(en: "The goal: \(attempt.goal.text)", zh: "目标：\(attempt.goal.text)"))
      return []
    }
    // One after the other, then all again from the first.
    let given = attempt.hints.firstIndex { reply == .notice(Words($0)) }
    reply = .notice(Words(attempt.hints[((given ?? -1) + 1) % attempt.hints.count]))
    return []
  }

  /// Why there is no further hint.
  func noMoreHelp(_ asking: Asking) -> Words {
    asking.exercise?.ask.mode == .test
      ? Words(
        en: "A test shows what you know, so it gives no hints. s leaves this one open.",
        zh: "这是测验，看你自己会多少，所以不给提示。按 s 可以先跳过。")
      : Words(en: "That was the last hint.", zh: "提示到此为止。")
  }

  // MARK: Moving numbers

  private mutating func selectMoved(_ direction: Int) {
    guard let moved = lesson?.attempt?.moved, !moved.isEmpty else { return refuseEdit() }
    let current = selection.flatMap { moved.firstIndex(of: $0) } ?? 0
    selection = moved[((current + direction) % moved.count + moved.count) % moved.count]
    reply = nil
  }

  private mutating func nudgeInLesson(up: Bool) {
    guard let attempt = lesson?.attempt, let selection, attempt.moved.contains(selection),
      let value = walk.network[given: selection]
    else { return refuseEdit() }
    let range = attempt.range
    let perUnit = attempt.stepsPerOne
    let scaled = value * perUnit
    let next = (up ? (scaled + 1e-9).rounded(.down) + 1 : (scaled - 1e-9).rounded(.up) - 1) / perUnit
    let clamped = max(range.lowerBound, min(next, range.upperBound))
    reply = nil
    guard clamped.isFinite, clamped != value else {
      reply = .notice(Words(en: "This is as far as it goes here.", zh: "这里只能调到这么多。"))
      return
    }
    var network = walk.network
    network[given: selection] = clamped == 0 ? 0 : clamped
    edit(network)
  }

  private mutating func refuseEdit() { reply = .notice(Self.numbersStand) }

  static let numbersStand = Words(
    en: "Here the lesson's numbers stand. w leaves for the walk, where they can be changed.",
    zh: "这里使用课程的数值。按 w 进入推导后可以修改。")
}
