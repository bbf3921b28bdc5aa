/// Cuts the text of a table into rows of fields that know their places (RFC 4180; line ends LF, CR LF or CR).
///
/// Cost: linear in the text; a row at a time is in memory.
package struct TableScanner {
  /// One value of a row.
  package struct Field: Equatable, Sendable {
    /// Without quotation marks and, unless space counts, the space around it.
    package let text: String
    /// In the file, with its quotation marks.
    package let range: Range<Int>
    package var flaw: Flaw?

    package init(text: String, range: Range<Int>, flaw: Flaw? = nil) {
      (self.text, self.range, self.flaw) = (text, range, flaw)
    }
  }

  /// What can be wrong with quotation marks.
  package enum Flaw: Equatable, Sendable {
    case unclosedQuote
    /// Where something is between the closing quotation mark and the separator.
    case textAfterQuote(Range<Int>)
  }

  /// How a table is written.
  package struct Dialect: Hashable, Sendable {
    package var separator: TableSeparator
    /// Whether a line that begins with `#` is no row.
    package var hasComments: Bool
    /// Whether space around a value is none of it.
    package var trims: Bool

    package init(separator: TableSeparator = .comma, hasComments: Bool = false, trims: Bool = false) {
      (self.separator, self.hasComments, self.trims) = (separator, hasComments, trims)
    }
  }

  package let dialect: Dialect
  private let utf8: [UInt8]
  private var position: Int

  package init(_ utf8: [UInt8], _ dialect: Dialect) {
    self.utf8 = utf8
    self.dialect = dialect
    position = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// As people write data: with comments, space around values, and the separator that the first row has.
  package init(_ utf8: [UInt8]) {
    self.init(utf8, Dialect(hasComments: true, trims: true))
    skipToRow()
    let line = utf8[position...].prefix { $0 != 0x0A && $0 != 0x0D }
    self.init(utf8, Dialect(separator: TableSeparator(guessedFrom: line), hasComments: true, trims: true))
  }

  /// The fields of the next row that is neither blank nor a comment; nil at the end.
  package mutating func nextRow() -> [Field]? {
    skipToRow()
    guard position < utf8.count else { return nil }
    var fields: [Field] = []
    while true {
      fields.append(field())
      guard position < utf8.count, dialect.separator.ends(utf8[position]) else { break }
      if dialect.separator == .blanks {
        skipSpace()
        if position == utf8.count || isLineEnd(utf8[position]) { break }
      } else {
        position += 1
      }
    }
    skipLineEnd()
    return fields
  }

  /// Passes what is no row.
  private mutating func skipToRow() {
    while position < utf8.count {
      let start = position
      if dialect.trims { skipSpace() }
      guard position < utf8.count else { return }
      if isLineEnd(utf8[position]) {
        skipLineEnd()
      } else if dialect.hasComments, utf8[position] == UInt8(ascii: "#") {
        while position < utf8.count, !isLineEnd(utf8[position]) { position += 1 }
      } else {
        // With tabs between values the first one may be missing.
        if dialect.separator != .blanks { position = start }
        return
      }
    }
  }

  private mutating func field() -> Field {
    if dialect.trims { skipSpace() }
    let start = position
    if position < utf8.count, utf8[position] == UInt8(ascii: "\"") { return quotedField() }
    var end = start
    while position < utf8.count, !isEnd(utf8[position]) {
      position += 1
      if !dialect.trims || !isSpace(utf8[position - 1]) { end = position }
    }
    return Field(text: String(decoding: utf8[start..<end], as: UTF8.self), range: start..<end)
  }

  private mutating func quotedField() -> Field {
    let start = position
    position += 1
    var bytes: [UInt8] = []
    while position < utf8.count {
      if utf8[position] == UInt8(ascii: "\"") {
        position += 1
        guard position < utf8.count, utf8[position] == UInt8(ascii: "\"") else { return closedField(start, bytes) }
      }
      bytes.append(utf8[position])
      position += 1
    }
    return Field(text: String(decoding: bytes, as: UTF8.self), range: start..<position, flaw: .unclosedQuote)
  }

  private mutating func closedField(_ start: Int, _ bytes: [UInt8]) -> Field {
    let end = position
    if dialect.trims, dialect.separator != .blanks { skipSpace() }
    let extra = position
    while position < utf8.count, !isEnd(utf8[position]) { position += 1 }
    return Field(
      text: String(decoding: bytes, as: UTF8.self), range: start..<end,
      flaw: position > extra ? .textAfterQuote(extra..<position) : nil)
  }

  private mutating func skipSpace() {
    while position < utf8.count, isSpace(utf8[position]) { position += 1 }
  }

  private mutating func skipLineEnd() {
    if position < utf8.count, utf8[position] == 0x0D { position += 1 }
    if position < utf8.count, utf8[position] == 0x0A { position += 1 }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 && dialect.separator != .tab }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func isEnd(_ byte: UInt8) -> Bool { dialect.separator.ends(byte) || isLineEnd(byte) }
}
