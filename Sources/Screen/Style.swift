/// What a piece of text means to the eye; a theme turns it into colors and attributes.
///
/// Roles instead of colors, so that light, dark and colorless terminals each get their best.
package enum Role: UInt8, CaseIterable, Sendable {
  case plain
  /// Titles of panels and of the screen.
  case heading
  /// What can wait: hints, what lies off the path, "not yet".
  case faint
  /// Edges and nodes of the path at hand.
  case lit
  /// The one thing that this step is about.
  case focus
  /// A value that has just appeared or changed.
  case fresh
  /// What was found before and is used again.
  case reused
  case good
  case bad
  /// The bar at the top and the line at the bottom.
  case bar
  /// Nothing to be seen: black wherever there are colours.
  case dark
  /// A plane of values: what is high in the text's color, what is low in the ground's.
  case map
}

/// Role and attributes of a cell, in one byte.
package struct Style: Hashable, Sendable {
  /// The role in the lower half, the attributes above it.
  package let bits: UInt8

  package init(_ role: Role = .plain, bold: Bool = false, reversed: Bool = false, underlined: Bool = false) {
    bits = role.rawValue | (bold ? Self.bold : 0) | (reversed ? Self.reversed : 0) | (underlined ? Self.underlined : 0)
  }

  /// Of a byte that a style had.
  package init(bits: UInt8) { self.bits = bits }

  package var role: Role {
    get { Role(rawValue: bits & 0x0F) ?? .plain }
    set { self = Style(bits: bits & 0xF0 | newValue.rawValue) }
  }

  package var isBold: Bool {
    get { bits & Self.bold != 0 }
    set { set(Self.bold, newValue) }
  }

  package var isReversed: Bool {
    get { bits & Self.reversed != 0 }
    set { set(Self.reversed, newValue) }
  }

  package var isUnderlined: Bool {
    get { bits & Self.underlined != 0 }
    set { set(Self.underlined, newValue) }
  }

  private static let (bold, reversed, underlined): (UInt8, UInt8, UInt8) = (0x10, 0x20, 0x40)

  private mutating func set(_ attribute: UInt8, _ isOn: Bool) {
    self = Style(bits: isOn ? bits | attribute : bits & ~attribute)
  }
}
