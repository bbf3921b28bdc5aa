import Arguments
import Diagnostics
import Glibc
import Screen
import Terminal

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

extension Coloring {
  /// The colors of a standard stream, whatever becomes of the command line; nil for none.
  init?(of descriptor: Int32, _ choice: ColorChoice, _ theme: Theme) {
    let depth = OutputColors.depth()
    switch choice {
    case .never: return nil
    case .always: self.init(theme, depth == .none ? .few : depth)
    case .auto:
      if isatty(descriptor) != 1 || depth == .none { return nil }
      self.init(theme, depth)
    }
  }

  /// The colors of standard output; nil for files, pipes and plain lines, unless colors are asked for always.
  init?(onOutput invocation: Invocation, _ preferences: Preferences) {
    if preferences.color == .auto {
      if preferences.isPlain { return nil }
      if let file = invocation.value(of: .output), file != "-" { return nil }
    }
    self.init(of: STDOUT_FILENO, preferences.color, preferences.theme)
  }
}

extension Terminal.Options {
  init(_ preferences: Preferences) {
    self.init(color: preferences.hasColor, theme: preferences.theme, ascii: preferences.notation == .ascii)
  }
}
