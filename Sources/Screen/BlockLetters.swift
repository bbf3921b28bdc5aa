/// Letters drawn of blocks, for what has to be read from far away: an address, a code.
package enum BlockLetters {
  /// How large a pixel of a letter is.
  package enum Size: CaseIterable, Sendable {
    /// Two columns and a row.
    case double
    /// A column and half a row.
    case single
  }

  /// The rows of a line of small letters, digits and the signs of addresses; nil where one has no shape here.
  package static func rows(_ text: String, _ size: Size, isASCII: Bool = false) -> [String]? {
    var pixels = [String](repeating: "", count: height)
    for character in text {
      guard let glyph = glyphs[character] else { return nil }
      for row in 0..<height {
        let width = glyph[0].count
        let own = row < glyph.count ? glyph[row] : String(repeating: ".", count: width)
        pixels[row] += (pixels[row].isEmpty ? "" : ".") + own
      }
    }
    switch (size, isASCII) {
    case (.double, _):
      let block = isASCII ? "##" : "██"
      return pixels.map { $0.map { $0 == "#" ? block : "  " }.joined() }
    // A pixel is a column and a row there, which is all that ASCII can do.
    case (.single, true): return pixels.map { $0.map { $0 == "#" ? "#" : " " }.joined() }
    case (.single, false):
      return stride(from: 0, to: height, by: 2).map { row in
        zip(pixels[row], pixels[row + 1]).map { upper, lower in
          switch (upper == "#", lower == "#") {
          case (true, true): "█"
          case (true, false): "▀"
          case (false, true): "▄"
          case (false, false): " "
          }
        }.joined()
      }
    }
  }

  /// Six rows above the base line, two below it.
  private static let height = 8

  /// Small letters are lower than digits, so that s is no 5, z no 2, b no 6 and g no 9.
  private static let glyphs: [Character: [String]] = [
    "0": ["###", "#.#", "#.#", "#.#", "#.#", "###"], "1": [".#.", "##.", ".#.", ".#.", ".#.", "###"],
    "2": ["###", "..#", "..#", "###", "#..", "###"], "3": ["###", "..#", ".##", "..#", "..#", "###"],
    "4": ["#.#", "#.#", "#.#", "###", "..#", "..#"], "5": ["###", "#..", "###", "..#", "..#", "###"],
    "6": ["###", "#..", "###", "#.#", "#.#", "###"], "7": ["###", "..#", "..#", ".#.", ".#.", ".#."],
    "8": ["###", "#.#", "###", "#.#", "#.#", "###"], "9": ["###", "#.#", "#.#", "###", "..#", "###"],
    "a": ["...", "...", "##.", ".##", "#.#", "###"], "b": ["#..", "#..", "##.", "#.#", "#.#", "##."],
    "c": ["...", "...", ".##", "#..", "#..", ".##"], "d": ["..#", "..#", ".##", "#.#", "#.#", ".##"],
    "e": ["...", "...", ".#.", "###", "#..", ".##"], "f": [".##", ".#.", "###", ".#.", ".#.", ".#."],
    "g": ["...", "...", ".##", "#.#", "#.#", ".##", "..#", "##."], "h": ["#..", "#..", "##.", "#.#", "#.#", "#.#"],
    "i": ["#", ".", "#", "#", "#", "#"], "j": [".#", "..", ".#", ".#", ".#", ".#", ".#", "#."],
    "k": ["#..", "#..", "#.#", "##.", "##.", "#.#"], "l": ["#.", "#.", "#.", "#.", "#.", "##"],
    "m": [".....", ".....", "##.#.", "#.#.#", "#.#.#", "#.#.#"], "n": ["...", "...", "##.", "#.#", "#.#", "#.#"],
    "o": ["...", "...", ".#.", "#.#", "#.#", ".#."], "p": ["...", "...", "##.", "#.#", "#.#", "##.", "#..", "#.."],
    "q": ["...", "...", ".##", "#.#", "#.#", ".##", "..#", "..#"], "r": ["...", "...", "#.#", "##.", "#..", "#.."],
    "s": ["...", "...", ".##", "##.", ".##", "##."], "t": [".#.", ".#.", "###", ".#.", ".#.", ".##"],
    "u": ["...", "...", "#.#", "#.#", "#.#", "###"], "v": ["...", "...", "#.#", "#.#", "#.#", ".#."],
    "w": [".....", ".....", "#.#.#", "#.#.#", "#.#.#", ".#.#."], "x": ["...", "...", "#.#", ".#.", ".#.", "#.#"],
    "y": ["...", "...", "#.#", "#.#", "#.#", ".##", "..#", "##."], "z": ["...", "...", "###", ".#.", "#..", "###"],
    ".": [".", ".", ".", ".", ".", "#"], ":": [".", ".", "#", ".", ".", "#"],
    "/": ["..#", "..#", ".#.", ".#.", "#..", "#.."], "-": ["..", "..", "..", "##"],
    "[": ["##", "#.", "#.", "#.", "#.", "##"], "]": ["##", ".#", ".#", ".#", ".#", "##"],
  ]
}
