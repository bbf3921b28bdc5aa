/// The letters that options and tiles bear: a, b, c, and after z aa, bb.
package enum Letter {
  /// The letter of a place, from 0.
  package static func text(_ place: Int) -> String {
    let letter = Character(Unicode.Scalar(UInt8(0x61 + max(0, place) % 26)))
    return String(repeating: letter, count: max(0, place) / 26 + 1)
  }

  /// The place of a letter, from 0; nil for anything else.
  package static func place(_ text: String) -> Int? {
    let scalars = plain(text).unicodeScalars
    guard let first = scalars.first, (0x61...0x7A).contains(first.value), scalars.allSatisfy({ $0 == first }) else {
      return nil
    }
    return Int(first.value - 0x61) + 26 * (min(scalars.count, 1_000) - 1)
  }

  /// Lowercase without blanks, full-width characters as the ASCII that they mean.
  static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars where !scalar.properties.isWhitespace {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      result.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(result).lowercased()
  }
}
