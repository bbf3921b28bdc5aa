package import Diagnostics
import Expressions
import Plots
import Screen

/// Lines of styled text of one width, as many as it takes.
struct PageWriter {
  let look: ProgressLook
  private(set) var lines: [[Piece]] = []

  struct Piece {
    let text: String
    let style: Style
  }

  init(_ look: ProgressLook) { self.look = look }

  mutating func add(_ pieces: [Piece] = []) { lines.append(pieces) }

  mutating func add(_ text: String, _ style: Style = Style()) { add([Piece(text: text, style: style)]) }

  /// A heading, with a blank line before it unless it is the first.
  mutating func heading(_ words: Words) {
    if !lines.isEmpty { add() }
    add(look[words], Style(.heading, bold: true))
  }

  /// A paragraph, broken at the width, all its lines behind the indentation.
  mutating func paragraph(_ text: String, indent: Int = 2, _ style: Style = Style()) {
    for line in TextFlow.lines(of: look.spelled(text), columns: look.columns - indent) {
      add(String(repeating: " ", count: indent) + line, style)
    }
  }

  /// The page; what is longer than its width is cut.
  var grid: Grid {
    var grid = Grid(Size(columns: look.columns, rows: lines.count))
    for (row, line) in lines.enumerated() {
      var column = 0
      for piece in line { column = grid.write(look.spelled(piece.text), at: column, row, piece.style) }
    }
    return grid
  }
}

/// How progress is shown: the language, the characters, the width.
package struct ProgressLook: Equatable, Sendable {
  package let language: Language
  package let isASCII: Bool
  package let columns: Int

  package init(language: Language = .en, isASCII: Bool = false, columns: Int = 80) {
    self.language = language
    self.isASCII = isASCII
    self.columns = max(20, columns)
  }

  subscript(words: Words) -> String { spelled(words[language]) }

  /// A step as learners read it, ∂E/∂w5 for `dE/dw5`.
  ///
  /// The names of a lesson's own questions stay as they are.
  func step(_ name: String) -> String {
    let words = name.split(separator: " ", maxSplits: 1)
    guard let first = words.first.map(String.init), first.contains("/d") || first.hasSuffix("+"),
      let quantity = try? Expression.parse(first)
    else { return name }
    return ([quantity.text(isASCII ? .ascii : .unicode)] + words.dropFirst().map(String.init)).joined(separator: " ")
  }

  func spelled(_ text: String) -> String { isASCII ? PlotLook(isASCII: true).spelled(text) : text }

  /// A text of exactly so many columns.
  func padded(_ text: String, _ columns: Int) -> String {
    var text = spelled(text)
    while width(of: text) > columns, !text.isEmpty { text.removeLast() }
    return text + String(repeating: " ", count: max(0, columns - width(of: text)))
  }

  /// A share as a bar of so many columns: what is there, and what is missing.
  func bar(_ share: Double, _ columns: Int) -> (full: String, empty: String) {
    let share = share.isFinite ? min(max(share, 0), 1) : 0
    let full = Int((share * Double(columns)).rounded())
    let (there, missing) = isASCII ? ("#", ".") : ("█", "░")
    return (String(repeating: there, count: full), String(repeating: missing, count: max(0, columns - full)))
  }

  static func percent(_ share: Double) -> Int { share.isFinite ? Int((min(max(share, 0), 1) * 100).rounded()) : 0 }

  /// In English, as in "1 answer" or "2 answers".
  package static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// How long ago, in whole days: what the calendar says hangs on where the reader is.
  func ago(_ time: Int64, now: Int64) -> String {
    let days = max(0, now.subtractingReportingOverflow(time).partialValue / 86_400_000)
    if days == 0 { return self[Words(en: "in the last 24 hours", zh: "24 小时内")] }
    return self[Words(en: Self.count(Int(days), "day") + " ago", zh: "\(days) 天前")]
  }
}
