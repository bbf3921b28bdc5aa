/// Which colors the roles have, as data: a theme is one entry here.
///
/// The contrast of each (WCAG 2.2, 1.4.3 and 1.4.6) and the distance between right and wrong, as people with deutan and protan
/// vision see them, are computed by a test.
package struct Theme: Hashable, Sendable {
  /// The names on the command line.
  package enum Name: String, CaseIterable, Sendable {
    /// On a ground that is not known: colors that are as far from white as from black.
    case auto
    case dark
    case light
    /// Black all over, and every color at least 7 to 1 against it.
    case contrast
    /// As auto, with right and wrong in blue and red-brown.
    case colorBlind = "color-blind"
  }

  package let name: Name
  /// What the terminal's ground is, so far as the theme supposes it; empty for a theme that paints its own.
  let grounds: [Ground]
  private let indexed: Inks
  private let few: Inks

  /// A terminal's own ground.
  enum Ground: Hashable, Sendable { case black, white, dark, light }

  /// The colors of all roles; nil is the terminal's own.
  private struct Inks: Hashable {
    var plain: Ink?
    var faint: Ink?
    var lit: Ink?
    var focus: Ink
    var fresh: Ink?
    var reused: Ink?
    var good: Ink
    var bad: Ink
    var bar: Ink
    var map: Ink
  }

  /// The colors of a role; nil for the terminal's own.
  package func ink(of role: Role, _ depth: ColorDepth) -> Ink? {
    let inks: Inks
    switch depth {
    case .none: return nil
    case .few: inks = few
    case .indexed, .direct: inks = indexed
    }
    switch role {
    case .plain, .heading: return inks.plain
    case .faint: return inks.faint
    case .lit: return inks.lit
    case .focus: return inks.focus
    case .fresh: return inks.fresh
    case .reused: return inks.reused
    case .good: return inks.good
    case .bad: return inks.bad
    case .bar: return inks.bar
    case .map: return inks.map
    case .dark: return depth == .few ? Ink(0, on: 0) : Ink(16, on: 16)
    }
  }

  /// The theme of that name.
  package static func named(_ name: Name) -> Theme {
    switch name {
    case .auto: auto
    case .dark: dark
    case .light: light
    case .contrast: contrast
    case .colorBlind: colorBlind
    }
  }

  // MARK: The themes

  private static let auto = Theme(
    name: .auto, grounds: [.black, .white],
    indexed: Inks(
      faint: Ink(243), lit: Ink(63), focus: Ink(16, on: 214), fresh: Ink(131), reused: Ink(98), good: Ink(29),
      bad: Ink(163), bar: Ink(255, on: 238), map: Ink(214, on: 18)),
    few: onOwnGround)

  private static let dark = Theme(
    name: .dark, grounds: [.black, .dark],
    indexed: Inks(
      faint: Ink(248), lit: Ink(75), focus: Ink(16, on: 214), fresh: Ink(177), reused: Ink(80), good: Ink(83),
      bad: Ink(204), bar: Ink(255, on: 238), map: Ink(214, on: 18)),
    few: onOwnGround)

  private static let light = Theme(
    name: .light, grounds: [.white, .light],
    indexed: Inks(
      faint: Ink(240), lit: Ink(26), focus: Ink(16, on: 214), fresh: Ink(90), reused: Ink(94), good: Ink(23),
      bad: Ink(160), bar: Ink(255, on: 238), map: Ink(214, on: 18)),
    few: onOwnGround)

  private static let contrast = Theme(
    name: .contrast, grounds: [],
    indexed: Inks(
      plain: Ink(231, on: 16), faint: Ink(250, on: 16), lit: Ink(81, on: 16), focus: Ink(16, on: 226),
      fresh: Ink(225, on: 16), reused: Ink(229, on: 16), good: Ink(46, on: 16), bad: Ink(211, on: 16),
      bar: Ink(16, on: 231), map: Ink(214, on: 18)),
    few: Inks(
      plain: Ink(7, on: 0), faint: Ink(7, on: 0), lit: Ink(6, on: 0), focus: Ink(0, on: 3), fresh: Ink(7, on: 0),
      reused: Ink(7, on: 0), good: Ink(2, on: 0), bad: Ink(0, on: 7), bar: Ink(0, on: 6), map: Ink(3, on: 0)))

  private static let colorBlind = Theme(
    name: .colorBlind, grounds: [.black, .white],
    indexed: Inks(
      faint: Ink(243), lit: Ink(29), focus: Ink(16, on: 214), fresh: Ink(163), reused: Ink(98), good: Ink(63),
      bad: Ink(131), bar: Ink(255, on: 238), map: Ink(214, on: 18)),
    few: Inks(
      lit: Ink(0, on: 2), focus: Ink(0, on: 3), good: Ink(0, on: 6), bad: Ink(7, on: 1), bar: Ink(7, on: 4),
      map: Ink(3, on: 4)))

  /// Of eight colors none can be read on every ground, so that all bring their own.
  private static let onOwnGround = Inks(
    lit: Ink(0, on: 6), focus: Ink(0, on: 3), good: Ink(0, on: 2), bad: Ink(7, on: 1), bar: Ink(7, on: 4),
    map: Ink(3, on: 4))
}
