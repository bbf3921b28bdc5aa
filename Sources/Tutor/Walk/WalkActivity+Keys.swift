import Diagnostics
import Networks
import Questions
import Screen
import Traces

extension State {
  /// A key while the walk is on the screen.
  mutating func press(_ key: Key) -> [Effect] {
    let key = Self.halfWidth(key)
    let waiting = pending
    pending = .none
    switch (waiting, key) {
    case (.setMark, .character(let name)):
      marks[name] = walk.index
      reply = .notice(Words(en: "Marked as \(name); ' \(name) comes back here.", zh: "已标记为 \(name)，按 ' \(name) 回到这里。"))
      return []
    case (.goToMark, .character(let name)):
      if let stop = marks[name] {
        move { $0.go(to: stop) || true }
      } else {
        reply = .notice(
          Words(en: "There is no mark \(name) yet; m \(name) sets it.", zh: "还没有标记 \(name)，按 m \(name) 设置。"))
      }
      return []
    case (.setMark, _), (.goToMark, _): return []
    case (.count(let count), .character(let text)) where Self.digit(text) != nil:
      pending = .count(min(count * 10 + (Self.digit(text) ?? 0), 1_000_000))
      return []
    case (.count(let count), .character("G")):
      move { $0.go(to: count - 1) || true }
      return []
    // A number that is no place to go to is an answer.
    case (.count(let count), .character(".")): return beginAnswer("\(count).")
    case (.count(let count), .enter) where selection == nil: return beginAnswer("\(count)")
    case (_, .character(let text)) where beginsAnswer(text): return beginAnswer(text)
    default: break
    }
    if drill != nil, Self.leadsBack(key) {
      reply = .notice(Words(en: "Problems are not kept; → goes on to the next.", zh: "做过的题不能返回，按 → 进入下一题。"))
      return []
    }
    switch key {
    case .right, .down, .enter, .pageDown, .character("l"), .character("j"), .character(" "), .wheelDown:
      if key == .enter, let asking, !asking.isSettled {
        openAnswer()
        return []
      }
      if key == .enter, let selection { return openPrompt("set \(walk.network.architecture.name(of: selection))=") }
      move { $0.move(by: 1) }
    case .left, .up, .pageUp, .backspace, .character("h"), .character("k"), .wheelUp: move { $0.move(by: -1) }
    case .character("g"), .home: move { $0.go(to: 0) || true }
    case .character("G"), .end: move { $0.go(to: .max) || true }
    case .tab: move { $0.nextStep() }
    case .backTab: move { $0.previousStep() }
    case .character("]"): move { $0.nextSection() }
    case .character("["): move { $0.previousSection() }
    case .character("s"): move { $0.skipReveals() }
    case .character("m"): pending = .setMark
    case .character("'"): pending = .goToMark
    case .character(":"): return openPrompt("")
    case .character("/"): prompt = Prompt(purpose: .search, editor: LineEditor())
    case .character("n"): search(forward: true)
    case .character("N"): search(forward: false)
    case .character("w"): lookUp(lookupOfRule) { $0.explainRule() }
    case .character("e"): selectNext(1)
    case .character("E"): selectNext(-1)
    case .character("a"), .character("="): openAnswer()
    case .character("H"): return hint()
    case .character("c") where asking != nil: compare()
    case .character("p"): setPredicting("")
    case .character("d"): switchForm("")
    case .character("f"): lookUp(Lookup(rung: .setUp)) { $0.fold("") }
    case .character("+"): nudge(up: true)
    case .character("-"), .character("_"): nudge(up: false)
    case .character("u"): undoEdit()
    case .control("r"): redoEdit()
    case .character("v"): if reply != nil || asking != nil { page = .answer(0) }
    case .character("o"): page = .overview(walk.stop.step)
    case .character("?"), .function(1): page = .help(0)
    case .escape where reply == nil && asking == nil && selection == nil && lesson?.isAway == true: returnToLesson()
    case .escape: close()
    case .character("q"): return leave()
    case .paste(let text):
      // Pasted text is never taken for keys.
      return openPrompt(text)
    case .character(let text):
      if let digit = Self.digit(text), digit > 0 { pending = .count(digit) }
    default: return common(key)
    }
    return []
  }

  /// Whether a character can only be the first of an answer: where something is asked that of any number or sign, else
  /// one that neither counts nor nudges.
  private func beginsAnswer(_ text: String) -> Bool {
    let isAsked = asking?.isSettled == false
    return switch text {
    case "-", "−": selection == nil
    case "+": selection == nil && isAsked
    case ".", "0": true
    default: isAsked && Self.digit(text) != nil
    }
  }

  private static func leadsBack(_ key: Key) -> Bool {
    switch key {
    case .left, .up, .pageUp, .backspace, .character("h"), .character("k"), .wheelUp, .character("g"), .home, .backTab,
      .character("["):
      true
    default: false
    }
  }

  private mutating func beginAnswer(_ text: String) -> [Effect] {
    openAnswer()
    prompt?.editor.insert(text)
    return []
  }

  /// Keys that mean the same everywhere.
  func common(_ key: Key) -> [Effect] {
    switch key {
    case .control("l"): [.redraw]
    case .control("z"): [.suspend]
    default: []
    }
  }

  /// Ctrl-C, where no line is being typed: closes a page; pressed twice it leaves, as `q` does.
  ///
  /// Whoever wants out gets out; whoever pressed it by mistake, or to stop something, loses nothing.
  mutating func interrupt() -> [Effect] {
    pending = .none
    if page != .walk { return turn(.escape) }
    if isAtHome, home?.scrolled != nil { return pressAtHome(.escape) }
    if reply == Self.interruptHint {
      reply = nil
      switch desk {
      case .home: return pressAtHome(.character("q"))
      case .lesson: return pressInLesson(.character("q"))
      case .practice, .walk: return press(.character("q"))
      }
    }
    reply = Self.interruptHint
    return []
  }

  private static let interruptHint = Reply.notice(
    Words(en: "Ctrl-C again, or q, leaves.", zh: "再按一次 Ctrl-C（或按 q）离开。"))

  /// The key that a Chinese input method was pressed for: `：` is meant as `:`, and `、` stands on the key of `/`.
  static func halfWidth(_ key: Key) -> Key {
    guard case .character(let text) = key else { return key }
    switch text {
    case "、": return .character("/")
    case "‘", "’": return .character("'")
    case "【": return .character("[")
    case "】": return .character("]")
    case "—", "——": return .character("_")
    default: return .character(halfWidth(text))
    }
  }

  private mutating func close() {
    if reply != nil {
      reply = nil
    } else if drill != nil, asking?.compares == true {
      asking?.compares = false
    } else if drill == nil, asking != nil {
      // A problem of a practice stays: there is nothing behind it but its own answer.
      asking = nil
    } else {
      selection = nil
    }
    before = nil
  }

  static func digit(_ text: String) -> Int? {
    guard let value = text.utf8.first, text.utf8.count == 1, (0x30...0x39).contains(value) else { return nil }
    return Int(value) - 0x30
  }
}
