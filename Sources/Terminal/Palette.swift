internal import CNcurses
internal import Screen

/// Roles as the terminal at hand shows them best.
///
/// Every role differs from plain text without colour too. On the terminal's own background only colours are used that
/// are about as far from white as from black (contrast 4 to 5 either way, by WCAG's formula); where none is, in the
/// eight colours of old, the role brings its own background.
struct Palette {
  struct Look: Equatable {
    var attributes: attr_t = 0
    /// A colour pair of ncurses; 0 is the terminal's own.
    var pair: Int32 = 0
  }

  enum Depth: Equatable { case none, eight, many }

  private struct Ink {
    var text: Int32
    var ground: Int32 = -1
  }

  let depth: Depth
  private var looks: [Look] = []

  /// Call it after newterm; with colour it starts ncurses' colours.
  init(color: Bool) {
    depth = color ? Self.startColors() : .none
    for role in Role.allCases {
      var look = Look(attributes: Self.attributes(of: role, depth))
      if let ink = Self.ink(of: role, depth) {
        look.pair = Int32(role.rawValue) + 1
        init_pair(Int16(look.pair), Int16(ink.text), Int16(ink.ground))
      }
      looks.append(look)
    }
  }

  func look(of style: Style) -> Look {
    var look = looks[Int(style.role.rawValue)]
    // Inside a coloured bar it adds little, and coming and going it takes nine bytes for each key that is named there.
    if style.isBold, style.role != .bar || depth == .none { look.attributes |= curses_bold() }
    if style.isUnderlined { look.attributes |= curses_underline() }
    // Twice reversed is not reversed.
    if style.isReversed { look.attributes ^= curses_reverse() }
    return look
  }

  private static func startColors() -> Depth {
    guard has_colors(), start_color() == OK, use_default_colors() == OK else { return .none }
    guard curses_color_pairs() > Role.allCases.count, curses_colors() >= 8 else { return .none }
    // Beyond 256 the numbers are not a palette but red, green and blue.
    return (256...256).contains(curses_colors()) ? .many : .eight
  }

  private static func attributes(of role: Role, _ depth: Depth) -> attr_t {
    switch (role, depth) {
    case (.plain, _): 0
    case (.heading, _): curses_bold()
    case (.faint, .many): 0
    case (.faint, _): curses_dim()
    case (.lit, _): curses_bold()
    case (.focus, .none): curses_bold() | curses_reverse()
    case (.focus, _): curses_bold()
    case (.fresh, .many): curses_bold()
    case (.fresh, _): curses_bold() | curses_underline()
    case (.reused, .many): 0
    case (.reused, _): curses_underline()
    case (.good, .none), (.bad, _): curses_bold()
    case (.good, _): 0
    case (.dark, _): 0
    case (.bar, .none): curses_reverse()
    case (.bar, _): 0
    }
  }

  private static func ink(of role: Role, _ depth: Depth) -> Ink? {
    switch (role, depth) {
    case (_, .none), (.plain, _), (.heading, _): nil
    case (.dark, .many): Ink(text: 16, ground: 16)
    case (.dark, .eight): Ink(text: 0, ground: 0)
    case (.faint, .many): Ink(text: 243)
    case (.lit, .many): Ink(text: 32)
    case (.focus, .many): Ink(text: 16, ground: 214)
    case (.fresh, .many): Ink(text: 133)
    case (.reused, .many): Ink(text: 30)
    case (.good, .many): Ink(text: 28)
    case (.bad, .many): Ink(text: 161)
    case (.bar, .many): Ink(text: 255, ground: 238)
    case (.faint, .eight), (.fresh, .eight), (.reused, .eight): nil
    case (.lit, .eight): Ink(text: 5)
    case (.focus, .eight): Ink(text: 0, ground: 3)
    case (.good, .eight): Ink(text: 0, ground: 2)
    case (.bad, .eight): Ink(text: 7, ground: 1)
    case (.bar, .eight): Ink(text: 7, ground: 4)
    }
  }
}
