/// Signs between statements, and the words around formulas.
extension SheetText {
  mutating func markSigns() {
    var index = 0
    while index < count {
      let length = signLength(at: index)
      index += max(1, length)
    }
  }

  /// Signs of several characters before those that they begin with.
  private static let signs: [(text: String, mark: Unicode.Scalar)] = [
    ("...", Mark.ellipsis), ("…", Mark.ellipsis), ("⋯", Mark.ellipsis), ("==>", Mark.separator), ("=>", Mark.separator),
    ("-->", Mark.separator), ("->", Mark.separator), ("<-", Mark.relation), ("<=", Mark.comparison),
    (">=", Mark.comparison), ("!=", Mark.comparison), ("~=", Mark.relation), (":=", Mark.relation),
    ("==", Mark.relation), ("=", Mark.relation), ("≈", Mark.relation), ("≐", Mark.relation), ("≃", Mark.relation),
    ("≅", Mark.relation), ("≡", Mark.relation), ("←", Mark.relation), ("≠", Mark.comparison), ("≤", Mark.comparison),
    ("≥", Mark.comparison), ("<", Mark.comparison), (">", Mark.comparison), ("∝", Mark.comparison),
    ("~", Mark.comparison),
  ]
  private static let firstOfSigns = Set(signs.compactMap { $0.text.unicodeScalars.first })
  private static let separators = Set("⇒→⟹⟶∴∵⇔;。、？?“”\"\u{2018}《》！!:✓✗".unicodeScalars)

  /// Marks the sign at a place; how long it is.
  private mutating func signLength(at index: Int) -> Int {
    let scalar = scalars[index]
    if Self.firstOfSigns.contains(scalar), let sign = Self.signs.first(where: { has($0.text, at: index) }) {
      let length = sign.text.unicodeScalars.count
      mark(index..<index + length, sign.mark)
      return length
    }
    let isSeparator: Bool =
      switch scalar {
      case ".": isEndOfSentence(index)
      case ",": !isInNumber(index)
      default: Self.separators.contains(scalar) || scalar.properties.isIdeographic
      }
    if isSeparator { mark(index..<index + 1, Mark.separator) }
    return 1
  }

  /// Whether a comma is between digits, as a decimal comma does.
  private func isInNumber(_ index: Int) -> Bool {
    index > 0 && Self.isDigit(scalars[index - 1]) && (self[index + 1].map(Self.isDigit) ?? false)
  }

  private func isEndOfSentence(_ index: Int) -> Bool {
    guard let next = self[index + 1] else { return true }
    return Self.isBlank(next) || next == Mark.separator
  }

  /// Words of a language become separators; `isKnown` are names and functions.
  ///
  /// What touches an operator, a digit or a brace is part of a formula, however it is misspelled.
  mutating func markWords(isKnown: (String) -> Bool) {
    var index = 0
    while index < count {
      guard scalars[index].properties.isAlphabetic else {
        index += Self.isDigit(scalars[index]) || scalars[index] == "_" ? endOfName(from: index) - index : 1
        continue
      }
      var end = index
      while let scalar = self[end], scalar.properties.isAlphabetic { end += 1 }
      let full = endOfName(from: end)
      if full > end {
        index = full
        continue
      }
      let word = index..<end
      index = end
      let before = word.lowerBound > 0 ? scalars[word.lowerBound - 1] : " "
      let after = self[end] ?? " "
      if Self.formulaSigns.contains(before) || Self.signsBehind.contains(after) { continue }
      let text = text(word)
      if text.count == 1 ? text == "a" || text == "I" : true, !isKnown(text) { mark(word, Mark.separator) }
    }
  }

  private static let formulaSigns = Set("\\/_{^∂(·*×'".unicodeScalars)
  private static let signsBehind = Set("/_{^(·*×'+".unicodeScalars)

  /// Digits, subscripts and underscores that belong to the letters before them.
  private func endOfName(from start: Int) -> Int {
    var end = start
    while let scalar = self[end],
      Self.isDigit(scalar) || scalar == "_" || (0x2080...0x2089).contains(scalar.value)
        || end > start && scalar.properties.isAlphabetic
    {
      end += 1
    }
    return end
  }
}
