/// `a = b = c`, as it is on a sheet.
struct Statement {
  struct Part {
    /// As the lexer reads it; markup is blanks.
    let text: String
    /// In scalars of the sheet.
    let range: Range<Int>
    /// Whether terms were left out, so that it cannot be judged.
    let isElided: Bool
  }

  /// What is before the first `=`; nil where the line goes on with the statement before.
  let left: Part?
  let links: [Part]
  /// In scalars of the sheet, from the first part to the last.
  let range: Range<Int>
}

/// Cuts a sheet into statements and words.
struct SheetReader {
  /// What is read at most; a sheet of homework has a few dozen statements.
  enum Limit {
    static let bytes = 1 << 20
    static let lines = 20_000
    static let statements = 1_000
    static let links = 60
  }

  let sheet: SheetText
  private(set) var statements: [Statement] = []
  /// Lines that state nothing, from 1.
  private(set) var wordLines: [Int] = []

  /// `isName` are names of quantities and functions, in any spelling.
  init(_ text: String, isName: (String) -> Bool) {
    var sheet = SheetText(text)
    sheet.markMarkdown()
    sheet.markLaTeX(isName: isName)
    sheet.markSigns()
    sheet.markWords(isKnown: isName)
    sheet.joinLines()
    self.sheet = sheet
    read()
  }

  private mutating func read() {
    var start = 0
    for index in 0...sheet.count {
      let scalar = sheet[index] ?? "\n"
      guard scalar == "\n" || scalar == SheetText.Mark.separator else { continue }
      readSegment(start..<index)
      start = index + 1
      if statements.count >= Limit.statements { break }
    }
  }

  private mutating func readSegment(_ segment: Range<Int>) {
    let scalars = sheet.scalars[segment]
    guard scalars.contains(SheetText.Mark.relation), !scalars.contains(SheetText.Mark.comparison) else { return }
    var pieces: [Range<Int>] = []
    var start = segment.lowerBound
    for index in segment where sheet.scalars[index] == SheetText.Mark.relation {
      pieces.append(start..<index)
      start = index + 1
    }
    pieces.append(start..<segment.upperBound)
    let parts = pieces.map { part(sheet.trimmed($0)) }
    let left = parts[0].text.isEmpty ? nil : parts[0]
    let links = parts.dropFirst().filter { !$0.text.isEmpty }.prefix(Limit.links)
    guard let last = links.last else { return }
    let begin = left?.range.lowerBound ?? links.first?.range.lowerBound ?? segment.lowerBound
    statements.append(Statement(left: left, links: Array(links), range: begin..<last.range.upperBound))
  }

  private func part(_ range: Range<Int>) -> Statement.Part {
    let isElided = sheet.scalars[range].contains(SheetText.Mark.ellipsis)
    return Statement.Part(text: sheet.text(range), range: range, isElided: isElided)
  }
}

extension SheetText {
  /// Takes the line feeds away where a statement goes on: behind a sign that wants more, and before one.
  mutating func joinLines() {
    for index in scalars.indices where scalars[index] == "\n" {
      guard let before = lastBefore(index), let after = firstAfter(index) else { continue }
      let isOpen = before == Mark.relation || "+-−·*×/⋅".unicodeScalars.contains(before)
      if isOpen || goesOn(after, from: index) { scalars[index] = " " }
    }
  }

  /// The last sign of the line that ends at `index`.
  private func lastBefore(_ index: Int) -> Unicode.Scalar? {
    var place = index - 1
    while place >= 0, scalars[place] == " " { place -= 1 }
    return place >= 0 && scalars[place] != "\n" ? scalars[place] : nil
  }

  private func firstAfter(_ index: Int) -> Unicode.Scalar? {
    var place = index + 1
    while let scalar = self[place], scalar == " " { place += 1 }
    return self[place] == "\n" ? nil : self[place]
  }

  /// Whether the next line begins with an operator that has nothing before it.
  private func goesOn(_ sign: Unicode.Scalar, from index: Int) -> Bool {
    if "·*×⋅/+".unicodeScalars.contains(sign) { return true }
    var place = index + 1
    while let scalar = self[place], scalar == " " { place += 1 }
    if has("\\cdot", at: place) || has("\\times", at: place) { return true }
    guard sign == "-" || sign == "−" else { return false }
    // A line that begins with a minus and states nothing belongs to the one before.
    let end = lineEnd(from: place)
    return !scalars[place..<end].contains(Mark.relation)
  }
}
