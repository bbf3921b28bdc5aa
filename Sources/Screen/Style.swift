/// What a piece of text means to the eye; a terminal turns it into colours and attributes.
///
/// Roles instead of colours, so that light, dark and colourless terminals each get their best.
package enum Role: UInt8, CaseIterable, Codable, Sendable {
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
}

/// Role and attributes of a cell.
package struct Style: Hashable, Codable, Sendable {
  package var role: Role
  package var isBold: Bool
  package var isReversed: Bool
  package var isUnderlined: Bool

  package init(_ role: Role = .plain, bold: Bool = false, reversed: Bool = false, underlined: Bool = false) {
    self.role = role
    isBold = bold
    isReversed = reversed
    isUnderlined = underlined
  }
}
