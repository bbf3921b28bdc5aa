import Diagnostics

/// Text that cannot act on a terminal; only the sanitiser makes it.
package struct SafeText: Hashable, Sendable {
  package let text: String

  /// Tabs become a space, controls and invisible characters U+FFFD; line feeds stay.
  ///
  /// How a character is to be drawn (variation selectors) is left to the terminal.
  package init(_ text: String) {
    var result = ""
    for character in text { result.append(character == "\n" ? character : Self.character(character)) }
    self.text = result
  }

  /// The character itself, or what stands for it where it could act or hide.
  package static func character(_ character: Character) -> Character {
    if character.isASCII {
      // "\r\n" is one character of ASCII.
      guard let value = character.asciiValue, value >= 0x20, value != 0x7F else {
        return character == "\t" ? " " : "\u{FFFD}"
      }
      return character
    }
    var scalars = String.UnicodeScalarView()
    for scalar in character.unicodeScalars where !scalar.properties.isVariationSelector {
      if scalars.count == 3 { break }
      // Fillers and joiners, which are letters or marks by their category.
      if scalar.properties.isDefaultIgnorableCodePoint { return "\u{FFFD}" }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse:
        return "\u{FFFD}"
      default: scalars.append(scalar)
      }
    }
    guard !scalars.isEmpty else { return "\u{FFFD}" }
    let result = Character(String(scalars))
    return DisplayWidth.of(result) == 0 ? "\u{FFFD}" : result
  }
}

/// The terminal columns that a text takes.
package func width(of text: String) -> Int { DisplayWidth.of(text) }
