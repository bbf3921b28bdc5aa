import Configuration
import Diagnostics
import Networks
import Questions
import Screen
import Traces

/// Keys while the walk is on the screen, or practice.
extension WalkingActivity {
  mutating func press(_ key: Key, _ shared: inout Shared) -> [Request] {
    let key = State.halfWidth(key)
    let waiting = pending
    pending = .none
    let command = shared.keymap.command(for: key, in: .walk)
    switch (waiting, key) {
    case (.setMark, .character(let name)):
      board.marks[name] = board.walk.index
      notice(Words(en: "Marked as \(name); ' \(name) comes back here.", zh: "已标记为 \(name)，按 ' \(name) 回到这里。"))
      return []
    case (.goToMark, .character(let name)):
      if let stop = board.marks[name] {
        move(shared) { $0.go(to: stop) || true }
      } else {
        notice(Words(en: "There is no mark \(name) yet; m \(name) sets it.", zh: "还没有标记 \(name)，按 m \(name) 设置。"))
      }
      return []
    case (.setMark, _), (.goToMark, _): return []
    case (.count(let count), .character(let text)) where State.digit(text) != nil:
      pending = .count(min(count * 10 + (State.digit(text) ?? 0), 1_000_000))
      return []
    case (.count(let count), _) where command == .last:
      move(shared) { $0.go(to: count - 1) || true }
      return []
    // A number that is no place to go to is an answer.
    case (.count(let count), .character(".")): return beginAnswer("\(count).", shared)
    case (.count(let count), .enter) where board.selection == nil: return beginAnswer("\(count)", shared)
    case (_, .character(let text)) where isOption(text): return answer(text, &shared)
    case (_, .character(let text)) where beginsAnswer(text): return beginAnswer(text, shared)
    default: break
    }
    if let command { return perform(command, &shared) }
    // Pasted text is never taken for keys.
    if case .paste(let text) = key {
      return board.asking?.isSettled == false ? beginAnswer(text, shared) : openPrompt(text)
    }
    if case .character(let text) = key, let digit = State.digit(text), digit > 0 { pending = .count(digit) }
    return []
  }

  /// Does what a key asks for.
  private mutating func perform(_ command: KeyCommand, _ shared: inout Shared) -> [Request] {
    if refuses(command) { return [] }
    switch command {
    case .enter:
      if let asking = board.asking, !asking.isSettled {
        openAnswer(shared)
        return []
      }
      if let selection = board.selection { return openPrompt("set \(board.architecture.name(of: selection))=") }
      move(shared) { $0.move(by: 1) }
    case .next: move(shared) { $0.move(by: 1) }
    case .back: move(shared) { $0.move(by: -1) }
    case .first: move(shared) { $0.go(to: 0) || true }
    case .last: move(shared) { $0.go(to: .max) || true }
    case .nextFactor: move(shared) { $0.nextStep() }
    case .previousFactor: move(shared) { $0.previousStep() }
    case .nextSection: move(shared) { $0.nextSection() }
    case .previousSection: move(shared) { $0.previousSection() }
    case .skip: move(shared) { $0.skipReveals() }
    case .mark: pending = .setMark
    case .goToMark: pending = .goToMark
    case .commandLine: return openPrompt("")
    case .search: prompt = Console.Prompt(purpose: .search, editor: LineEditor())
    case .searchNext: search(forward: true, shared)
    case .searchPrevious: search(forward: false, shared)
    case .explain: return explainRule(shared)
    case .selectNext: board.selectNext(1)
    case .selectPrevious: board.selectNext(-1)
    case .answer: openAnswer(shared)
    case .hint: return hint(&shared)
    case .compare: if board.asking != nil { compare() }
    case .predict: board.setPredicting("")
    case .switchForm: return run(.view, "", &shared)
    case .switchPicture: board.switchPicture()
    case .fold: return run(.fold, "", &shared)
    case .raise: board.nudge(up: true)
    case .lower: board.nudge(up: false)
    case .undo: board.undoEdit()
    case .redo: board.redoEdit()
    case .showAll: if reply != nil || board.asking != nil { page = .answer(0) }
    case .overview: page = .overview(overview.current)
    case .help: page = .help(0)
    case .close: return close(shared)
    case .leave: return [.close]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .pageForward, .pageBack, .walk, .practise, .skills, .nextLesson, .previousLesson, .switchLanguage, .dark,
      .notes, .tally, .door, .countdown, .play, .spotlight, .spotlightBack, .enlarge, .run, .farForward, .farBack,
      .faster,
      .slower,
      .nextSample, .previousSample, .nextPlot,
      .previousPlot, .derive:
      break
    }
    return []
  }

  /// Whether a character is the letter of an option of the open question.
  private func isOption(_ text: String) -> Bool {
    guard let asking = board.asking, !asking.isSettled, let place = Letter.place(text) else { return false }
    return asking.question.options(ofPart: asking.part).indices.contains(place) && text == text.lowercased()
  }

  /// Whether a character can only be the first of an answer: where something is asked that of any number or sign, else
  /// one that neither counts nor nudges.
  private func beginsAnswer(_ text: String) -> Bool {
    let isAsked = board.asking?.isSettled == false
    return switch text {
    case "-", "−": board.selection == nil
    case "+": board.selection == nil && isAsked
    case ".", "0": true
    default: isAsked && (State.digit(text) != nil || opensAnswer(text))
    }
  }

  private func opensAnswer(_ text: String) -> Bool {
    guard let asking = board.asking else { return false }
    return asking.question.opensAnswer(with: text, part: asking.part)
      || alwaysAsks && asking.question.takesFormulas && asking.question.mayCompute(with: text)
  }

  private mutating func beginAnswer(_ text: String, _ shared: Shared) -> [Request] {
    openAnswer(shared)
    prompt?.editor.insert(text)
    return []
  }
}

/// Keys as they were meant.
extension State {
  /// The key that a Chinese input method was pressed for: `：` is meant as `:`, and `、` is on the key of `/`.
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

  static func digit(_ text: String) -> Int? {
    guard let value = text.utf8.first, text.utf8.count == 1, (0x30...0x39).contains(value) else { return nil }
    return Int(value) - 0x30
  }
}
