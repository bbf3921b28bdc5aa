internal import CNcurses
internal import Screen

/// A theme's colors as ncurses has them: attributes and color pairs.
struct Palette {
  /// What ncurses is given with a character.
  struct Look: Equatable {
    var attributes: attr_t = 0
    /// A color pair of ncurses; 0 is the terminal's own.
    var pair: Int32 = 0
  }

  let depth: ColorDepth
  /// Whether other colors would fit better on a ground that is known.
  let followsGround: Bool
  let coloring: Coloring
  /// By the byte of a style.
  private var looks: [Look] = []

  /// Call it after newterm; with color it starts ncurses' colors.
  init(_ theme: Theme, color: Bool) {
    depth = color ? Self.startColors() : .none
    followsGround = theme.name == .auto && (depth == .indexed || depth == .direct)
    coloring = Coloring(theme, depth)
    for role in Role.allCases {
      guard let ink = coloring.ink(of: role) else { continue }
      let ground = ink.ground.map(number) ?? -1
      init_extended_pair(Self.pair(of: role), number(ink.text), ground)
    }
    looks = (UInt8(0)..<128).map { bits in
      let style = Style(bits: bits)
      let pair = coloring.ink(of: style.role).map { _ in Self.pair(of: style.role) } ?? 0
      return Look(attributes: Self.attributes(coloring.attributes(of: style)), pair: pair)
    }
  }

  func look(of style: Style) -> Look { looks[Int(style.bits & 0x7F)] }

  private static func pair(of role: Role) -> Int32 { Int32(role.rawValue) + 1 }

  /// As the terminal numbers it: where it has more than 256 colors, the numbers are red, green and blue.
  private func number(_ color: Color) -> Int32 { depth == .direct ? color.direct : Int32(color.number) }

  /// How many colors terminfo says that the terminal has.
  private static func startColors() -> ColorDepth {
    guard has_colors(), start_color() == OK, use_default_colors() == OK else { return .none }
    guard curses_color_pairs() > Role.allCases.count else { return .none }
    return ColorDepth(colors: Int(curses_colors()))
  }

  private static func attributes(_ wanted: Attributes) -> attr_t {
    var attributes: attr_t = 0
    if wanted.contains(.bold) { attributes |= curses_bold() }
    if wanted.contains(.dim) { attributes |= curses_dim() }
    if wanted.contains(.underlined) { attributes |= curses_underline() }
    if wanted.contains(.reversed) { attributes |= curses_reverse() }
    return attributes
  }
}
