import Configuration
import Diagnostics
import Networks
import Questions
import Screen
import Traces

/// The walk, and practice, which is worked on in the same way.
protocol WalkingActivity: BoardActivity {
  /// Closes what lies over the step.
  mutating func close(_ shared: Shared) -> [Request]
  /// Whether a key that asks for this means nothing here, which is said.
  mutating func refuses(_ command: KeyCommand) -> Bool
  /// Whether there is nothing to do but answer, so that letters begin a formula rather than look around.
  var alwaysAsks: Bool { get }
}

extension WalkingActivity {
  mutating func refuses(_ command: KeyCommand) -> Bool { false }
  var alwaysAsks: Bool { false }

  /// Events that mean the same wherever there is a board.
  mutating func respondAtBoard(to event: Event, _ shared: inout Shared) -> [Request] {
    switch event {
    case .line(let line): return page == .sheet ? writeInSheet(line, &shared) : submit(line, &shared)
    case .read(let name, let bytes, let reason): opened(name, bytes, reason, &shared)
    case .time: noteTime(shared.now)
    case .seed(let seed): board.randomize(seed)
    case .printed: if page != .sheet { page = .walk }
    case .start, .key, .select, .goTo, .progress, .banner, .choose, .presented, .revised, .trained,
      .derivation, .attended:
      break
    }
    return []
  }

  /// A line that is an answer; nil if it is a command or something to evaluate.
  mutating func takeAsAnswer(_ text: String, _ shared: inout Shared) -> [Request]? {
    if text.first == ":" || text.first == "：" { return nil }
    let architecture = board.architecture
    if let sign = text.firstIndex(where: { $0 == "=" || $0 == "＝" }),
      let quantity = architecture.quantity(spelled: State.halfWidth(String(text[..<sign])))
    {
      // w5 = 0.4 changes w5; ∂E/∂w5 = 0.4 is an answer.
      guard board.walk.network[given: quantity] == nil else { return nil }
      let isOpen = board.asking?.valued == quantity || board.asking?.aside?.quantity(architecture) == quantity
      if !isOpen || board.asking?.isSettled == true {
        board.pose(.value(of: quantity, on: board.walk.trace, step: board.walk.foundAt(quantity)))
      }
      return answer(State.trimmed(String(text[text.index(after: sign)...])), &shared)
    }
    if let asking = board.asking, !asking.isSettled {
      if board.asksForHelp(text) { return hint(&shared) }
      if asking.isAnswered(byLetters: text) { return answer(text, &shared) }
      let word = String(text.prefix { $0.isLetter })
      let isWord = word.count == text.count || text.dropFirst(word.count).first == " "
      if isWord, Command(named: word) != nil, asking.question.sort == .value || word.count > 1 { return nil }
      return answer(text, &shared)
    }
    // A number on its own is an answer to the step at hand.
    let text = State.halfWidth(text)
    guard Self.isOneNumber(text) else { return nil }
    ask(.value, shared)
    return answer(text, &shared)
  }

  /// Whether a line is a single number; 1+1 is to be computed.
  private static func isOneNumber(_ text: String) -> Bool {
    var last: Character?
    for character in text {
      switch character {
      case "-", "+", "−": guard last == nil || last == "e" || last == "E" else { return false }
      case "e", "E": guard last?.isNumber == true || last == "." else { return false }
      case ".": break
      default: guard character.isNumber else { return false }
      }
      last = character
    }
    return text.contains(where: \.isNumber)
  }
}
