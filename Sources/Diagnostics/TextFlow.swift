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
    let widths = text.map { DisplayWidth.of($0) }
    let breaks = LineBreaks(text)
    var left = widths.reduce(0, +)
    var lines: [String] = []
    var start = 0
    repeat {
      var end = lineEnd(text, widths, from: start, left, columns, breaks)
      var line = text[start..<end]
      while line.last == " " { line.removeLast() }
      lines.append(line.reduce(into: "") { $0.append($1) })
      while end < text.count, text[end] == " " { end += 1 }
      left -= widths[start..<end].reduce(0, +)
      start = end
    } while start < text.count
    return lines
  }

  /// Where the line from `start` on ends: of the places that it can break at, where the least is lost.
  ///
  /// `left` is the width of all that is left of the text.
  private static func lineEnd(
    _ text: [Character], _ widths: [Int], from start: Int, _ left: Int, _ columns: Int, _ breaks: LineBreaks
  ) -> Int {
    var used = 0
    // What is used without the blanks at the end.
    var filled = 0
    var best: (end: Int, loss: Double)?
    for place in start..<text.count {
      if place > start, filled > 0, let cost = breaks.costs[place] {
        let loss = cost + Double(columns - filled) / Double(columns) + (left - used <= widow ? widowCost : 0)
        if best.map({ loss <= $0.loss }) ?? true { best = (place, loss) }
      }
      // Blanks at a line's end need no room.
      if text[place] != " ", used + widths[place] > columns { return best?.end ?? max(start + 1, place) }
      used += widths[place]
      if text[place] != " " { filled = used }
    }
    return text.count
  }

  /// A last line of a single character and its full stop looks lost; a short word joins it.
  private static let widow = 4
  private static let widowCost = 1.0 / 12
}
