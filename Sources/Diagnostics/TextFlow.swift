/// Breaks text into lines: between words, and between any two Chinese characters.
package enum TextFlow {
  /// Punctuation that never begins a line.
  private static let closing: Set<Character> = [
    "，", "。", "、", "；", "：", "？", "！", "）", "”", "’", "》", "…", ",", ".", ";", ":", "?", "!", ")", "]",
  ]

  /// The lines of a text at a width; line feeds in it are kept.
  ///
  /// A word that is wider than a line is cut. Cost: linear.
  package static func lines(of text: String, columns: Int) -> [String] {
    let columns = max(2, columns)
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrap(String($0), columns) }
  }

  /// How many lines that makes.
  package static func rows(of text: String, columns: Int) -> Int { lines(of: text, columns: columns).count }

  private static func wrap(_ text: String, _ columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0
    for piece in pieces(of: text) {
      let pieceWidth = DisplayWidth.of(piece)
      let needed = piece.last == " " ? DisplayWidth.of(String(piece.dropLast())) : pieceWidth
      if width + needed > columns, !line.isEmpty {
        lines.append(trimmed(line))
        (line, width) = ("", 0)
      }
      if needed <= columns {
        line += piece
        width += pieceWidth
        continue
      }
      for character in piece {
        let size = DisplayWidth.of(character)
        if width + size > columns {
          lines.append(line)
          (line, width) = ("", 0)
        }
        line.append(character)
        width += size
      }
    }
    lines.append(trimmed(line))
    return lines
  }

  /// Words with the space behind them, and wide characters with the punctuation behind them.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var current = ""
    for character in text {
      let isWide = DisplayWidth.of(character) == 2
      let last = current.last
      if let last, !closing.contains(character),
        last == " " && character != " " || isWide || DisplayWidth.of(last) == 2 && character != " "
      {
        pieces.append(current)
        current = ""
      }
      current.append(character)
    }
    if !current.isEmpty { pieces.append(current) }
    return pieces
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
