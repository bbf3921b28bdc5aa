import Classroom
import Configuration
import Diagnostics
import Questions
import Screen

/// Keys at a student's place.
extension SeatActivity {
  mutating func press(_ key: Key, _ shared: inout Shared) -> [Request] {
    let key = State.halfWidth(key)
    if let requests = answering(key) { return requests }
    guard let command = shared.keymap.command(for: key, in: .seat) else {
      // A letter that is no command begins a formula.
      if isOpen, seat.asked?.options.isEmpty == true, case .character(let text) = key { openAnswer(text) }
      return []
    }
    switch command {
    case .answer, .enter: openAnswer()
    case .walk: return [.open(.walk(WalkActivity(Board(board.walk), origin: .room)))]
    case .showAll: page = .answer(0)
    case .help: page = .help(0)
    case .switchLanguage:
      shared.language = shared.language == .en ? .zh : .en
    case .leave: return [.close]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .next, .back:
      notice(Words(en: "The presenter goes on; w looks around on your own.", zh: "由讲课人翻页；按 w 可自己查看推导。"))
    case .first, .last, .nextFactor, .previousFactor, .nextSection, .previousSection, .skip, .pageForward, .pageBack,
      .mark, .goToMark, .search, .searchNext, .searchPrevious, .hint, .compare, .predict, .explain, .switchForm, .fold,
      .switchPicture, .overview, .close, .selectNext, .selectPrevious, .raise, .lower, .undo, .redo, .practise,
      .skills, .nextLesson, .previousLesson, .commandLine, .dark, .notes, .tally, .door, .countdown, .play, .spotlight,
      .spotlightBack, .enlarge, .run, .farForward, .farBack, .faster, .slower, .nextSample, .previousSample, .nextPlot,
      .previousPlot, .derive:
      break
    }
    return []
  }

  /// A key that answers, or begins an answer; nil for others.
  private mutating func answering(_ key: Key) -> [Request]? {
    guard isOpen, let asked = seat.asked else { return nil }
    switch key {
    case .character(let text) where !asked.options.isEmpty:
      let place = Letter.place(text) ?? State.digit(text).map { $0 - 1 }
      guard text.count == 1, let place, asked.options.indices.contains(place) else { return nil }
      return give(asked.options[place].answer)
    case .character(let text) where State.digit(text) != nil || ["-", "−", "+", ".", "("].contains(text):
      openAnswer(text)
      return []
    case .paste(let text) where asked.options.isEmpty:
      openAnswer(String(text.prefix(RoomAnswer.maxLength)))
      return []
    default: return nil
    }
  }

  mutating func turn(_ key: Key, _ shared: Shared) -> [Request] {
    switch console.turn(key, entries: 1, shared.keymap) {
    case .done, .entry, .overview: return []
    case .common(let command): return common(command)
    }
  }

  /// A key while the answer is typed.
  mutating func type(_ key: Key, _ shared: Shared) -> [Request] {
    switch console.type(key, shared, board.architecture) {
    case .done, .hint: return []
    case .common: return common(key, shared.keymap)
    case .line(_, let text): return give(text)
    }
  }
}
