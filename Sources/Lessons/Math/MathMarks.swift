import Diagnostics

/// Where `$…$` and `$$…$$` are in a lesson's text, found before Markdown can take a backslash or an underscore in them
/// for a mark of its own.
///
/// A `$` opens before something visible and closes behind something visible, unless a digit follows, so that `$5 and $6`
/// stays money; `\$` is the plain sign. Fenced and indented lines and comments are left alone. Cost: linear.
struct MathMarks {
  struct Span: Equatable {
    /// Between the marks.
    let content: Range<Int>
    /// `$$`: a formula of its own.
    let isDisplayed: Bool

    var marks: Int { isDisplayed ? 2 : 1 }
    var range: Range<Int> { content.lowerBound - marks..<content.upperBound + marks }
  }

  private(set) var spans: [Span] = []
  private(set) var faults: [Diagnostic] = []
  private let text: [UInt8]

  /// Takes a text whose first bytes are blanked.
  init(_ text: [UInt8]) {
    self.text = text
    guard text.contains(Self.dollar) else { return }
    for paragraph in paragraphs() { scan(paragraph) }
  }

  /// The text with each formula as a code span of the same length, whose content is a byte that no lesson has.
  var masked: [UInt8] {
    var masked = text
    for span in spans {
      // Line ends stay, so that what follows keeps its lines.
      for index in span.range where text[index] != UInt8(ascii: "\n") {
        masked[index] = span.content.contains(index) ? Self.filler : UInt8(ascii: "`")
      }
    }
    return masked
  }

  /// Whether a code span stands for a formula.
  static func isFormula(_ code: String) -> Bool {
    !code.isEmpty && code.utf8.allSatisfy { $0 == filler || $0 == 0x20 } && code.utf8.contains(filler)
  }

  private static let dollar = UInt8(ascii: "$")
  private static let filler: UInt8 = 0x01

  /// Runs of lines in which a formula may begin and end: without fenced blocks, and cut at blank lines.
  private func paragraphs() -> [Range<Int>] {
    var paragraphs: [Range<Int>] = []
    var (start, fence): (Int?, (mark: UInt8, count: Int)?) = (nil, nil)
    var isComment = false
    var line = 0
    while line < text.count {
      let end = text[line...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      let content = text[line..<end].drop { $0 == 0x20 }
      let mark = content.first ?? 0
      let run = content.prefix { $0 == mark }.count
      let isFence = (mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")) && run >= 3
      if let open = fence {
        if isFence, mark == open.mark, run >= open.count, content.dropFirst(run).allSatisfy({ $0 <= 0x20 }) {
          fence = nil
        }
      } else if isComment || content.starts(with: "<!--".utf8) {
        start.map { paragraphs.append($0..<line) }
        start = nil
        isComment = !text[line..<end].indices.contains { text[$0...].starts(with: "-->".utf8) }
      } else if isFence {
        fence = (mark, run)
        start.map { paragraphs.append($0..<line) }
        start = nil
      } else if content.allSatisfy({ $0 <= 0x20 }) {
        start.map { paragraphs.append($0..<line) }
        start = nil
      } else if start == nil, content.startIndex - line < 4 {
        // Four blanks after a blank line are code.
        start = line
      }
      line = end + 1
    }
    start.map { paragraphs.append($0..<text.count) }
    return paragraphs
  }

  private mutating func scan(_ paragraph: Range<Int>) {
    var place = paragraph.lowerBound
    while place < paragraph.upperBound {
      switch text[place] {
      case UInt8(ascii: "\\"): place += 2
      case UInt8(ascii: "`"): place = endOfCode(from: place, paragraph)
      case Self.dollar: place = scanFormula(from: place, paragraph)
      default: place += 1
      }
    }
  }

  /// Behind a code span, or behind its mark where it is not closed.
  private func endOfCode(from start: Int, _ paragraph: Range<Int>) -> Int {
    let count = text[start..<paragraph.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
    var place = start + count
    while place < paragraph.upperBound {
      let run = text[place..<paragraph.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
      if run == count { return place + run }
      place += max(1, run)
    }
    return start + count
  }

  private mutating func scanFormula(from start: Int, _ paragraph: Range<Int>) -> Int {
    let marks = text[start..<paragraph.upperBound].prefix { $0 == Self.dollar }.count
    let isDisplayed = marks == 2
    let content = start + (isDisplayed ? 2 : 1)
    guard marks <= 2, content < paragraph.upperBound, isDisplayed || text[content] > 0x20 else { return start + marks }
    var place = content
    while place < paragraph.upperBound {
      if text[place] == UInt8(ascii: "\\") {
        place += 2
        continue
      }
      if text[place] == Self.dollar {
        // No formula holds a plain sign: one that does not close this ends the attempt.
        guard place > content, closes(at: place, isDisplayed, paragraph) else { break }
        spans.append(Span(content: content..<place, isDisplayed: isDisplayed))
        return place + (isDisplayed ? 2 : 1)
      }
      place += 1
    }
    let isMoney = !isDisplayed && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[content])
    if !isMoney {
      let mark = isDisplayed ? "$$" : "$"
      faults.append(MarkdownFault.unclosedMath(mark).diagnostic(at: start..<content))
    }
    return content
  }

  private func closes(at place: Int, _ isDisplayed: Bool, _ paragraph: Range<Int>) -> Bool {
    let next = place + 1 < paragraph.upperBound ? text[place + 1] : 0x20
    if isDisplayed { return next == Self.dollar }
    return text[place - 1] > 0x20 && next != Self.dollar && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next)
  }
}
