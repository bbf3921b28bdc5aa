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
    /// Another key means the same as everywhere.
    case common
  }

  /// A key on a page; the overview has so many entries.
  mutating func turn(_ key: Key, entries: Int) -> Turned {
    let key = State.halfWidth(key)
    let distance: Int? =
      switch key {
      case .down, .right, .character("j"), .character("l"), .wheelDown: 1
      case .up, .left, .character("k"), .character("h"), .wheelUp, .backspace: -1
      case .pageDown, .character(" "): 10
      case .pageUp: -10
      case .home, .character("g"): -entries - 1_000
      case .end, .character("G"): entries + 1_000
      default: nil
      }
    switch (page, key) {
    case (.help, .escape), (.help, .character("q")), (.help, .character("?")), (.help, .function(1)), (.help, .enter):
      leaveHelp(for: .walk)
    case (_, .escape), (_, .character("q")), (.overview, .character("o")), (.answer, .character("v")),
      (.answer, .enter):
      page = .walk
    case (.help, .character("o")):
      leaveHelp(for: .walk)
      return .overview
    case (.overview, .character("?")), (.overview, .function(1)): page = .help(0)
    case (_, .character(":")):
      page = .walk
      openPrompt("")
    case (.overview(let entry), .enter):
      page = .walk
      return .entry(entry)
    case (.help(let line), _):
      if let distance { page = .help(max(0, min(line + distance, Self.maxHelp))) }
    case (.answer(let line), _):
      if let distance { page = .answer(max(0, min(line + distance, Self.maxAnswer))) }
    case (.overview(let entry), _):
      if let distance { page = .overview(max(1, min(entry + distance, entries))) }
    default: break
    }
    return distance == nil ? .common : .done
  }
}

extension BoardActivity {
  /// A key on a page over the board.
  mutating func turn(_ key: Key, _ shared: Shared) -> [Request] {
    switch console.turn(key, entries: overview.count) {
    case .done: return []
    case .entry(let number): go(toEntry: number, shared)
    case .overview: page = .overview(overview.current)
    case .common: return common(key)
    }
    return []
  }
}

/// Keys that mean the same everywhere.
func common(_ key: Key) -> [Request] {
  switch key {
  case .control("l"): [.redraw]
  case .control("z"): [.suspend]
  default: []
  }
}
