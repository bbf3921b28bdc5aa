internal import CNcurses
internal import Glibc
package import Screen

/// How many colors a terminal takes that is written to line by line.
package enum OutputColors {
  /// By the description of its type, or of one that acts like it; a type that is not known counts by COLORTERM.
  package static func depth() -> ColorDepth {
    guard let text = getenv("TERM"), text[0] != 0 else { return .none }
    let type = TerminalType(name: String(cString: text))
    if type.name == "dumb" { return .none }
    for name in [type.name] + type.substitutes {
      let colors = name.withCString { curses_colors_of($0) }
      if colors >= 0 { return ColorDepth(colors: Int(colors)) }
    }
    guard let claim = getenv("COLORTERM"), claim[0] != 0 else { return .none }
    return .indexed
  }
}
