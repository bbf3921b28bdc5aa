/// Breaks a paragraph into lines: at spaces, and between Chinese characters.
package enum WrappedText {
  /// Lines of at most so many columns; a longer word has a line of its own.
  package static func lines(_ text: String, columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(of: text) {
      let width = DisplayWidth.of(piece)
      if used + width > columns, !line.isEmpty {
        lines.append(withoutTrailingSpaces(line))
        (line, used) = ("", 0)
      }
      if line.isEmpty, piece == " " { continue }
      line += piece
      used += width
    }
    return lines + [withoutTrailingSpaces(line)]
  }

  /// Words, spaces and single Chinese characters; signs stay with what they open or close.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    for character in text {
      guard let last = pieces.last, let before = last.last else {
        pieces.append(String(character))
        continue
      }
      let closes = "，。、；：？！）”".contains(character)
      let follows = "（“".contains(before)
      let isWithinWord = !isApart(character) && !isApart(before)
      if closes || follows || isWithinWord {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
    }
    return pieces
  }

  private static func isApart(_ character: Character) -> Bool { character == " " || DisplayWidth.of(character) == 2 }

  private static func withoutTrailingSpaces(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
