import Configuration
import Screen

/// How long what was answered stays in sight: until one goes on.
extension Activity {
  /// Takes away what was last answered, where the event goes on from it.
  ///
  /// It is done here alone, before anything else hears of the event. Looking closer, asking for help and typing a line leave
  /// it where it is.
  mutating func endReply(before event: Event, _ shared: Shared) {
    if goesOn(event, shared) { console.reply = nil }
  }

  private func goesOn(_ event: Event, _ shared: Shared) -> Bool {
    switch event {
    case .line, .choose: true
    case .select: if asksForKeys, case .walk = self { true } else { false }
    case .goTo: if case .walk = self { true } else { false }
    case .key(let key): asksForKeys && goesOn(key, shared)
    case .start, .read, .time, .progress, .banner, .presented, .seed, .revised, .trained, .derivation, .printed,
      .attended:
      false
    }
  }

  /// Whether keys are commands: no line is being typed, and no page lies over it.
  private var asksForKeys: Bool { console.prompt == nil && console.page == .walk }

  private var context: Keymap.Context {
    switch self {
    case .menu(let menu): menu.skillRow == nil ? .menu : .skills
    case .walk, .practice: .walk
    case .lesson: .lesson
    case .training: .training
    case .seat: .seat
    }
  }

  /// Whether an answer is being waited for.
  private var isAsking: Bool {
    switch self {
    case .walk(let walk): walk.board.asking?.isSettled == false
    case .lesson(let lesson): lesson.board.asking?.isSettled == false
    case .practice(let practice): practice.board.asking?.isSettled == false
    case .menu, .training, .seat: false
    }
  }

  private func goesOn(_ key: Key, _ shared: Shared) -> Bool {
    switch console.pending {
    // The key is a mark's name: it goes there, or says that there is none.
    case .goToMark: if case .character = key { return true } else { return false }
    case .setMark: return false
    case .none, .count: break
    }
    guard let command = shared.keymap.command(for: State.halfWidth(key), in: context) else { return false }
    // At a seat the next word is the room's: whatever is pressed, it was read.
    if case .seat = self { return true }
    return goesOn(command)
  }

  private func goesOn(_ command: KeyCommand) -> Bool {
    switch command {
    // It opens the line for the answer.
    case .enter: !isAsking
    case .answer, .hint, .compare, .close, .mark, .goToMark, .search, .commandLine, .showAll, .overview, .help, .redraw,
      .suspend, .switchLanguage, .dark, .notes, .tally, .door, .countdown, .play, .spotlight, .spotlightBack, .enlarge:
      false
    case .next, .back, .first, .last, .nextFactor, .previousFactor, .nextSection, .previousSection, .skip,
      .pageForward,
      .pageBack, .searchNext, .searchPrevious, .predict, .explain, .switchForm, .fold, .switchPicture, .selectNext,
      .selectPrevious, .raise, .lower, .undo, .redo, .walk, .practise, .skills, .nextLesson, .previousLesson, .leave,
      .run, .farForward, .farBack, .faster, .slower, .nextSample, .previousSample, .nextPlot, .previousPlot, .derive:
      true
    }
  }
}
