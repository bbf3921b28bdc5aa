import Diagnostics

/// Characters that terminals give different widths, so that what follows them on a line may be shifted.
enum DisputedWidth {
  /// One warning for each such character of a text, at its first place, for as many as are of use.
  ///
  /// Cost: linear.
  static func warnings(in source: SourceText) -> [Diagnostic] {
    guard let text = String(validating: source.utf8, as: UTF8.self), text.unicodeScalars.contains(where: isSuspicious)
    else { return [] }
    var seen: Set<Character> = []
    return text.indices.compactMap { index in
      let character = text[index]
      guard isDisputed(character), seen.count < maxWarnings, seen.insert(character).inserted else { return nil }
      let start = text.utf8.distance(from: text.startIndex, to: index)
      return TextFault.disputedWidth(character).diagnostic(at: start..<start + character.utf8.count)
    }
  }

  private static let maxWarnings = 20

  /// A narrow sign that a selector makes a picture, a wide one that it makes narrow, a flag of two letters, a shade of skin,
  /// a key, and what Unicode did not have yet when the tables of widths were made.
  private static func isDisputed(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    guard scalars.contains(where: isSuspicious), let first = scalars.first else { return false }
    if scalars.contains("\u{FE0F}") { return scalars.count > 2 || DisplayWidth.of(Character(first)) == 1 }
    if scalars.contains("\u{FE0E}") { return DisplayWidth.of(Character(first)) == 2 }
    return true
  }

  private static func isSuspicious(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x2000, 0x4E00...0x9FFF: false
    case 0x20E3, 0xFE0E, 0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: true
    default: scalar.properties.generalCategory == .unassigned
    }
  }
}
