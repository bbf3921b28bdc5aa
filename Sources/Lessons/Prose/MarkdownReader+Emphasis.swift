import Diagnostics

/// Marks of emphasis that CommonMark does not take for such.
extension MarkdownReader {
  /// Reports asterisks that stay in the text beside a Chinese character, because punctuation is on their inner side:
  /// such a run neither opens nor closes emphasis (CommonMark 0.30, section 6.2, left- and right-flanking runs).
  ///
  /// `text` is what cmark left of the source from `start` on, within a line. Beside Latin letters nothing is reported: an
  /// asterisk there may well be a product sign.
  mutating func checkMarks(in text: String, from start: Int) {
    var left = text.count { $0 == "*" }
    var place = start
    while left > 0, place < source.utf8.count, source.utf8[place] != UInt8(ascii: "\n") {
      // A backslash makes a plain sign.
      if source.utf8[place] == UInt8(ascii: "\\") {
        if place + 1 < source.utf8.count, source.utf8[place + 1] == UInt8(ascii: "*") { left -= 1 }
        place += 2
        continue
      }
      let run = place..<(source.utf8[place...].firstIndex { $0 != UInt8(ascii: "*") } ?? source.utf8.count)
      place = max(place + 1, run.upperBound)
      left -= run.count
      if !run.isEmpty { checkMarks(run) }
    }
  }

  private mutating func checkMarks(_ run: Range<Int>) {
    guard let before = character(endingAt: run.lowerBound), let after = character(from: run.upperBound) else { return }
    let isClosing = Self.isPunctuation(before) && Self.isChinese(after)
    let isOpening = Self.isChinese(before) && Self.isPunctuation(after)
    guard isClosing || isOpening else { return }
    let marks = String(repeating: "*", count: run.count)
    let isCode = (isClosing ? before : after) == "`"
    faults.append(StructureFault.literalEmphasis(marks, isClosing: isClosing, isCode: isCode).diagnostic(at: run))
  }

  private func character(from start: Int) -> Character? {
    String(decoding: source.utf8[min(start, source.utf8.count)...].prefix(4), as: UTF8.self).first
  }

  private func character(endingAt end: Int) -> Character? {
    var start = end - 1
    while start > 0, end - start < 4, source.utf8.indices.contains(start), source.utf8[start] & 0xC0 == 0x80 {
      start -= 1
    }
    guard start >= 0 else { return nil }
    return String(decoding: source.utf8[start..<end], as: UTF8.self).last
  }

  private static func isPunctuation(_ character: Character) -> Bool { character.isPunctuation || character == "`" }

  private static func isChinese(_ character: Character) -> Bool {
    DisplayWidth.of(character) == 2 && !character.isPunctuation && !character.isWhitespace
  }
}
