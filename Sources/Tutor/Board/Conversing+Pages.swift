import Configuration
import Screen

/// Keys on the pages that lie over an activity: help, overview, a long answer.
extension Console {
  /// How far down its pages can be scrolled; views stop where their lines end.
  static let (maxHelp, maxAnswer) = (200, 500)

  /// What a key on a page came to.
  enum Turned: Equatable {
    case done
    /// To an entry of the overview.
    case entry(Int)
    /// From the help to the overview, of whatever there is.
    case overview
    /// What means the same everywhere.
    case common(KeyCommand)
  }

  /// A key on a page; the overview has so many entries.
  mutating func turn(_ key: Key, entries: Int, _ keymap: Keymap) -> Turned {
    // Without its line the sheet has nothing to turn: a clicker has gone on.
    if page == .sheet {
      page = .walk
      return .done
    }
    guard let command = keymap.command(for: State.halfWidth(key), in: .page) else { return .done }
    if let distance = Self.distance(command, entries: entries) {
      scroll(by: distance, entries: entries)
      return .done
    }
    switch (page, command) {
    case (.help, .close), (.help, .help), (.help, .enter): leaveHelp(for: .walk)
    case (_, .close), (.overview, .overview), (.answer, .showAll), (.answer, .enter): page = .walk
    case (.help, .overview):
      leaveHelp(for: .walk)
      return .overview
    case (.overview, .help): page = .help(0)
    case (_, .commandLine):
      page = .walk
      openPrompt("")
    case (.overview(let entry), .enter):
      page = .walk
      return .entry(entry)
    default: return .common(command)
    }
    return .done
  }

  /// How far a command moves; nil where it does something else.
  private static func distance(_ command: KeyCommand, entries: Int) -> Int? {
    switch command {
    case .next: 1
    case .back: -1
    case .pageForward: 10
    case .pageBack: -10
    case .first: -entries - 1_000
    case .last: entries + 1_000
    default: nil
    }
  }

  private mutating func scroll(by distance: Int, entries: Int) {
    switch page {
    case .walk, .sheet: break
    case .help(let line): page = .help(max(0, min(line + distance, Self.maxHelp)))
    case .answer(let line): page = .answer(max(0, min(line + distance, Self.maxAnswer)))
    case .overview(let entry): page = .overview(max(1, min(entry + distance, entries)))
    }
  }
}

extension BoardActivity {
  /// A key on a page over the board.
  mutating func turn(_ key: Key, _ shared: Shared) -> [Request] {
    switch console.turn(key, entries: overview.count, shared.keymap) {
    case .done: return []
    case .entry(let number): go(toEntry: number, shared)
    case .overview: page = .overview(overview.current)
    case .common(let command): return common(command)
    }
    return []
  }
}

/// What means the same everywhere.
func common(_ command: KeyCommand) -> [Request] {
  switch command {
  case .redraw: [.redraw]
  case .suspend: [.suspend]
  default: []
  }
}

/// The same by the key, where lines are typed.
func common(_ key: Key, _ keymap: Keymap) -> [Request] {
  keymap.command(for: key, in: .search).map(common) ?? []
}
