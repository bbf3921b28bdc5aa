import Arguments
import Expressions
import Glibc
import Screen

/// How reports look on the standard output at hand.
extension Look {
  /// As wide as the terminal, within what suits the eye; 80 columns elsewhere.
  init(onOutput preferences: Preferences) {
    var window = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0 && window.ws_col > 0 && window.ws_row > 0
    let columns = isKnown ? Int(window.ws_col) - 1 : 79
    let rows = isKnown ? Int(window.ws_row) - 2 : 22
    self.init(
      language: preferences.language, notation: preferences.notation,
      size: Size(columns: max(20, min(columns, 100)), rows: max(8, min(rows, 22))))
  }
}

/// Whether standard output gets colors.
enum OutputColor {
  /// Only a terminal that takes 256 colours gets them; files, pipes and plain lines get none.
  static func isWanted(_ invocation: Invocation, _ preferences: Preferences) -> Bool {
    guard preferences.hasColor, !preferences.isPlain, isatty(STDOUT_FILENO) == 1 else { return false }
    if let file = invocation.value(of: .output), file != "-" { return false }
    let type = getenv("TERM").map { String(cString: $0) } ?? ""
    return ["256color", "kitty", "alacritty", "foot", "direct"].contains { type.contains($0) }
  }
}
