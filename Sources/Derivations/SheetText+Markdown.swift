/// Markdown, and how people number and mark lines in plain text.
extension SheetText {
  mutating func markMarkdown() {
    removeComments()
    var start = 0
    while start < count {
      let end = lineEnd(from: start)
      markLine(start..<end)
      start = end + 1
    }
  }

  private mutating func removeComments() {
    var index = 0
    while index < count {
      guard scalars[index] == "<", has("<!--", at: index) else {
        index += 1
        continue
      }
      var end = index + 4
      while end < count, !has("-->", at: end) { end += 1 }
      blank(index..<min(count, end + 3))
      index = end + 3
    }
  }

  private mutating func markLine(_ line: Range<Int>) {
    var start = skippingBlanks(line.lowerBound, line.upperBound)
    if has("```", at: start) || has("~~~", at: start) || has("---", at: start) || has("===", at: start) {
      return blank(line)
    }
    while start < line.upperBound, scalars[start] == ">" || scalars[start] == "#" {
      blank(start..<start + 1)
      start = skippingBlanks(start + 1, line.upperBound)
    }
    if let end = bulletEnd(start, line.upperBound) {
      blank(start..<end)
      start = skippingBlanks(end, line.upperBound)
    }
    if self[start] == "|" {
      for index in start..<line.upperBound where scalars[index] == "|" { scalars[index] = Mark.separator }
    }
    for index in start..<line.upperBound where scalars[index] == "`" { blank(index..<index + 1) }
    removeBold(start..<line.upperBound)
    removeNumber(start..<line.upperBound)
  }

  private func skippingBlanks(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, scalars[index] == " " { index += 1 }
    return index
  }

  /// Behind `*`, `•`, `1.`, `2)`, `(a)` and the blank that follows; a dash is a bullet only before a name and its `=`.
  private func bulletEnd(_ start: Int, _ end: Int) -> Int? {
    guard let first = self[start] else { return nil }
    func isBlank(_ index: Int) -> Bool { index < end && scalars[index] == " " }
    if "*•◦▪".unicodeScalars.contains(first) { return isBlank(start + 1) ? start + 1 : nil }
    if "-–—".unicodeScalars.contains(first) {
      guard isBlank(start + 1) else { return nil }
      var index = skippingBlanks(start + 1, end)
      while let scalar = self[index], index < end, "*_`$".unicodeScalars.contains(scalar) { index += 1 }
      while let scalar = self[index], index < end, !" =·*×(+-−".unicodeScalars.contains(scalar) { index += 1 }
      index = skippingBlanks(index, end)
      return self[index] == "=" ? start + 1 : nil
    }
    let opening = first == "(" || first == "（"
    var index = opening ? start + 1 : start
    let label = index
    while let scalar = self[index], index < end, index - label < 3,
      scalar.properties.isAlphabetic || Self.isDigit(scalar)
    {
      index += 1
    }
    guard index > label, let close = self[index], isBlank(index + 1) else { return nil }
    if close == ")" || close == "）" { return index + 1 }
    let isNumber = scalars[label..<index].allSatisfy(Self.isDigit)
    return !opening && isNumber && (close == "." || close == "、") ? index + 1 : nil
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// `**bold**` around words; a power has no blank before it and none behind.
  private mutating func removeBold(_ line: Range<Int>) {
    for marker in ["**", "__"] {
      var index = line.lowerBound
      while index < line.upperBound {
        let before = index == line.lowerBound ? " " : scalars[index - 1]
        guard has(marker, at: index), before == " ", let next = self[index + 2], next != " ", next != "\n",
          let close = (index + 3..<max(index + 3, line.upperBound)).first(where: { place in
            guard has(marker, at: place), scalars[place - 1] != " " else { return false }
            let after = place + 2 < line.upperBound ? scalars[place + 2] : " "
            return " .,:;".unicodeScalars.contains(after)
          })
        else {
          index += 1
          continue
        }
        blank(index..<index + 2)
        blank(close..<close + 2)
        index = close + 2
      }
    }
  }

  /// The number of an equation at the end of its line, `(3)`, which else would be a factor.
  private mutating func removeNumber(_ line: Range<Int>) {
    let inner = trimmed(line)
    guard inner.count > 4, scalars[inner.upperBound - 1] == ")" else { return }
    var index = inner.upperBound - 2
    while index > inner.lowerBound, Self.isDigit(scalars[index]) { index -= 1 }
    guard scalars[index] == "(", inner.upperBound - index < 6, inner.upperBound - index > 2,
      index > inner.lowerBound, scalars[index - 1] == " "
    else { return }
    // Behind an operator it is a number.
    var before = index - 1
    while before > inner.lowerBound, scalars[before] == " " { before -= 1 }
    guard Self.isDigit(scalars[before]) || ")]$}".unicodeScalars.contains(scalars[before]) else { return }
    blank(index..<inner.upperBound)
  }
}
