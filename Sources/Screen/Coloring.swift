/// What else a terminal does to text.
package struct Attributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let bold = Attributes(rawValue: 1)
  package static let dim = Attributes(rawValue: 2)
  package static let underlined = Attributes(rawValue: 4)
  package static let reversed = Attributes(rawValue: 8)
}

/// A theme on a terminal that takes so many colors.
///
/// Every role but the plain one differs from plain text without color too.
package struct Coloring: Hashable, Sendable {
  package let theme: Theme
  package let depth: ColorDepth

  package init(_ theme: Theme, _ depth: ColorDepth) { (self.theme, self.depth) = (theme, depth) }

  /// The colors of a role; nil for the terminal's own.
  package func ink(of role: Role) -> Ink? { theme.ink(of: role, depth) }

  /// What a style adds to its color.
  package func attributes(of style: Style) -> Attributes {
    var attributes = attributes(of: style.role)
    // Inside a colored bar it adds little, and coming and going it takes nine bytes for each key that is named there.
    if style.isBold, style.role != .bar || depth == .none { attributes.insert(.bold) }
    // Many terminals make bold black grey, which cannot be read on a bright ground.
    if depth == .few, ink(of: style.role)?.text == 0 { attributes.remove(.bold) }
    if style.isUnderlined { attributes.insert(.underlined) }
    // Twice reversed is not reversed.
    if style.isReversed { attributes.formSymmetricDifference(.reversed) }
    return attributes
  }

  private func attributes(of role: Role) -> Attributes {
    let hasMany = depth == .indexed || depth == .direct
    return switch role {
    case .plain, .dark, .map: []
    case .heading, .lit, .bad: .bold
    case .faint: hasMany ? [] : .dim
    case .focus: depth == .none ? [.bold, .reversed] : .bold
    case .fresh: hasMany ? .bold : [.bold, .underlined]
    case .reused: .underlined
    case .good: depth == .none ? .bold : []
    case .bar: depth == .none ? .reversed : []
    }
  }
}
