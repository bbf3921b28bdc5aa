internal import Glibc

/// What TERM says and what follows from it.
struct TerminalType: Equatable {
  let name: String

  /// Checks standard input and output and reads TERM.
  static func current() throws(TerminalFault) -> TerminalType {
    guard isatty(STDOUT_FILENO) == 1 else { throw .outputIsNotTerminal }
    guard isatty(STDIN_FILENO) == 1 else { throw .inputIsNotTerminal }
    guard let text = getenv("TERM"), text[0] != 0 else { throw .noType }
    let name = String(cString: text)
    if name == "dumb" { throw .dumb }
    return TerminalType(name: name)
  }

  /// Types whose fonts or character sets lack box lines, Greek letters or ∂.
  var lacksGlyphs: Bool {
    ["linux", "ansi", "pcansi", "cygwin", "sun", "hurd"].contains(name)
      || ["vt", "linux-", "cons", "wsvt", "mach", "ansi"].contains { name.hasPrefix($0) }
  }

  /// Known types that act like it, best first, for when the terminfo database is older than the terminal.
  var substitutes: [String] {
    let multiplexers = ["tmux", "screen"]
    if multiplexers.contains(where: { name.hasPrefix($0) }) { return ["screen-256color", "screen"] }
    return isLikeXterm ? ["xterm-256color", "xterm"] : []
  }

  /// Whether it does all that xterm does.
  var isLikeXterm: Bool {
    let kin = [
      "xterm", "alacritty", "foot", "kitty", "ghostty", "wezterm", "rio", "contour", "konsole", "gnome", "vte", "iterm",
      "iTerm", "nsterm", "mintty", "putty", "st", "rxvt", "mlterm", "terminator", "terminology", "warp", "vscode",
      "ms-",
      "Eterm", "hyper", "tabby", "zellij", "yakuake", "tilix", "guake", "wayst", "stterm", "simpleterm", "bobcat",
    ]
    return kin.contains { name.hasPrefix($0) }
  }
}
