/// Breaks text into lines: between words, between any two Chinese characters, and not within a formula if that can be.
package enum TextFlow {
  /// The lines of a text at a width; line feeds in it are kept.
  ///
  /// A word that is wider than a line is cut. Cost: linear.
  package static func lines(of text: String, columns: Int) -> [String] {
    let columns = max(2, columns)
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrap(String($0), columns) }
  }

  /// How many lines that makes.
  package static func rows(of text: String, columns: Int) -> Int { lines(of: text, columns: columns).count }

  private static func wrap(_ paragraph: String, _ columns: Int) -> [String] {
    let text = Array(paragraph)
    let breaks = LineBreaks(text)
    var lines: [String] = []
    var start = 0
    repeat {
      let end = lineEnd(text, from: start, columns, breaks)
      var line = text[start..<end]
      while line.last == " " { line.removeLast() }
      lines.append(String(line))
      start = end
      while start < text.count, text[start] == " " { start += 1 }
    } while start < text.count
    return lines
  }

  /// Where the line from `start` on ends: of the places that it can break at, where the least is lost.
  private static func lineEnd(_ text: [Character], from start: Int, _ columns: Int, _ breaks: LineBreaks) -> Int {
    var used = 0
    /// What is used without the blanks at the end.
    var filled = 0
    var best: (end: Int, loss: Double)?
    for place in start..<text.count {
      if place > start, filled > 0, let cost = breaks.costs[place] {
        let loss = cost + Double(columns - filled) / Double(columns)
        if best.map({ loss <= $0.loss }) ?? true { best = (place, loss) }
      }
      let width = DisplayWidth.of(text[place])
      // Blanks at a line's end need no room.
      if text[place] != " ", used + width > columns { return best?.end ?? max(start + 1, place) }
      used += width
      if text[place] != " " { filled = used }
    }
    return text.count
  }
}
