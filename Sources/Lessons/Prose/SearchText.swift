/// A text prepared for being searched: case, how ∂ and minus are written, and full-width signs make no difference.
package struct SearchText: Equatable, Sendable {
  /// As it is read, in one line.
  package let text: String
  private let folded: [UInt8]

  package init(_ text: String) {
    self.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    folded = self.text.flatMap(Self.folded)
  }

  /// Whether nothing is in it.
  package var isEmpty: Bool { folded.isEmpty }

  /// Its words, each by itself.
  private var words: [[UInt8]] { folded.split(separator: 0x20).map(Array.init) }

  /// Whether every word of another text occurs in it; cost: linear in it for each word.
  package func contains(_ other: SearchText) -> Bool { other.words.allSatisfy { offset(of: $0) != nil } }

  /// The characters, counted from 0, of the first word of another text; nil where it does not occur.
  package func range(of other: SearchText) -> Range<Int>? {
    guard let word = other.words.first, let start = offset(of: word) else { return nil }
    var (bytes, first) = (0, 0)
    for (number, character) in text.enumerated() {
      if bytes <= start { first = number }
      if bytes >= start + word.count { return first..<number }
      bytes += Self.folded(character).count
    }
    return first..<text.count
  }

  private func offset(of word: [UInt8]) -> Int? {
    guard let first = word.first else { return nil }
    var start = 0
    while let place = folded[start...].firstIndex(of: first) {
      if folded[place...].starts(with: word) { return place }
      start = place + 1
    }
    return nil
  }

  private static func folded(_ character: Character) -> [UInt8] {
    switch character {
    case "∂": [0x64]
    case "−": [0x2D]
    case "·", "×": [0x2A]
    case "’", "‘": [0x27]
    default:
      if let byte = character.asciiValue {
        [(0x41...0x5A).contains(byte) ? byte + 0x20 : byte]
      } else if let scalar = character.unicodeScalars.first, (0xFF01...0xFF5E).contains(scalar.value) {
        folded(Character(Unicode.Scalar(UInt8(scalar.value - 0xFEE0))))
      } else {
        Array(character.lowercased().utf8)
      }
    }
  }
}
