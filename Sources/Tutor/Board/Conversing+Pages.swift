import Screen
import Traces

/// Keys on the pages that lie over the walk or the lesson: help, overview, a long answer.
extension State {
  /// How far down its pages can be scrolled; views stop where their lines end.
  static let (longestHelp, longestAnswer) = (200, 500)

  /// A key on the help page or in the overview.
  mutating func turn(_ key: Key) -> [Effect] {
    let key = Self.halfWidth(key)
    let last = isInLesson ? (lesson?.screens.count ?? 0) + 1 : walk.trace.steps.count
    let distance: Int? =
      switch key {
      case .down, .right, .character("j"), .character("l"), .wheelDown: 1
      case .up, .left, .character("k"), .character("h"), .wheelUp, .backspace: -1
      case .pageDown, .character(" "): 10
      case .pageUp: -10
      case .home, .character("g"): -last - 1_000
      case .end, .character("G"): last + 1_000
      default: nil
      }
    switch (page, key) {
    case (.help, .escape), (.help, .character("q")), (.help, .character("?")), (.help, .function(1)), (.help, .enter):
      leaveHelp(for: .walk)
    case (_, .escape), (_, .character("q")), (.overview, .character("o")), (.answer, .character("v")),
      (.answer, .enter):
      page = .walk
    case (.help, .character("o")) where isAtHome:
      leaveHelp(for: .walk)
      home?.scrolled = 0
    case (.help, .character("o")):
      leaveHelp(for: .overview(isInLesson ? (lesson?.screen ?? 0) + 1 : walk.stop.step))
    case (.overview, .character("?")), (.overview, .function(1)): page = .help(0)
    case (_, .character(":")):
      page = .walk
      return openPrompt("")
    case (.overview(let step), .enter):
      page = .walk
      if isInLesson { goSeen(step - 1) } else { move { $0.go(to: $0.firstStop(of: step)) || true } }
    case (.help(let line), _):
      if let distance { page = .help(max(0, min(line + distance, Self.longestHelp))) }
    case (.answer(let line), _):
      if let distance { page = .answer(max(0, min(line + distance, Self.longestAnswer))) }
    case (.overview(let step), _):
      if let distance { page = .overview(max(1, min(step + distance, last))) }
    default: break
    }
    return common(key)
  }

  /// The list of commands stood on the page: nobody wants it again as an answer.
  private mutating func leaveHelp(for other: Page) {
    page = other
    if reply == commandList { reply = nil }
  }
}
