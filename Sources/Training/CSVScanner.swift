import Diagnostics

/// Cuts CSV into fields that know their places (RFC 4180; line ends LF, CR LF or CR).
struct CSVScanner {
  struct Field {
    /// Without quotation marks and the space around it.
    let text: String
    /// In the file, with its quotation marks.
    let range: Range<Int>
    /// Whether its quotation marks are in order, so that its text is what was meant.
    var isWhole = true
  }

  private let utf8: [UInt8]
  private let separator: UInt8
  private(set) var position: Int

  init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    position = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let line = utf8[position...].prefix { $0 != 0x0A && $0 != 0x0D }
    // In files with decimal commas the semicolon separates, so it is looked for first.
    separator = [UInt8(ascii: ";"), 0x09].first { line.contains($0) } ?? UInt8(ascii: ",")
  }

  /// The fields of the next row that is not blank; nil at the end.
  mutating func nextRow(_ report: inout FaultList) -> [Field]? {
    while position < utf8.count {
      var fields: [Field] = []
      while true {
        fields.append(field(&report))
        guard position < utf8.count, utf8[position] == separator else { break }
        position += 1
      }
      if position < utf8.count, utf8[position] == 0x0D { position += 1 }
      if position < utf8.count, utf8[position] == 0x0A { position += 1 }
      if fields.count == 1, fields[0].range.isEmpty { continue }
      return fields
    }
    return nil
  }

  private mutating func field(_ report: inout FaultList) -> Field {
    skipSpace()
    let start = position
    if position < utf8.count, utf8[position] == UInt8(ascii: "\"") { return quotedField(&report) }
    var end = start
    while position < utf8.count, !isEnd(utf8[position]) {
      position += 1
      if !isSpace(utf8[position - 1]) { end = position }
    }
    return Field(text: String(decoding: utf8[start..<end], as: UTF8.self), range: start..<end)
  }

  private mutating func quotedField(_ report: inout FaultList) -> Field {
    let start = position
    position += 1
    var bytes: [UInt8] = []
    while position < utf8.count {
      if utf8[position] == UInt8(ascii: "\"") {
        position += 1
        guard position < utf8.count, utf8[position] == UInt8(ascii: "\"") else {
          return closedField(start, bytes, &report)
        }
      }
      bytes.append(utf8[position])
      position += 1
    }
    report.add(.unclosedQuote, at: start..<start + 1)
    return Field(text: String(decoding: bytes, as: UTF8.self), range: start..<position, isWhole: false)
  }

  private mutating func closedField(_ start: Int, _ bytes: [UInt8], _ report: inout FaultList) -> Field {
    let end = position
    skipSpace()
    let extra = position
    while position < utf8.count, !isEnd(utf8[position]) { position += 1 }
    if position > extra { report.add(.textAfterQuote, at: extra..<position) }
    return Field(text: String(decoding: bytes, as: UTF8.self), range: start..<end, isWhole: position == extra)
  }

  private mutating func skipSpace() {
    while position < utf8.count, isSpace(utf8[position]) { position += 1 }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 && separator != 0x09 }

  private func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0A || byte == 0x0D }
}
