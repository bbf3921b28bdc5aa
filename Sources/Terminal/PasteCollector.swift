internal import Screen

/// The bytes of one bracketed paste up to its end mark; beyond a limit they are counted as read and dropped.
struct PasteCollector {
  private static let endMark = Array("\u{1B}[201~".utf8)

  private let limit: Int
  private var kept: [UInt8] = []
  private var matched = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// Takes one more byte; true when it completes the end mark.
  mutating func isComplete(with byte: UInt8) -> Bool {
    if byte == Self.endMark[matched] {
      matched += 1
      return matched == Self.endMark.count
    }
    // The mark begins with ESC and has no other, so what was matched cannot hold the beginning of another match.
    for former in Self.endMark.prefix(matched) { keep(former) }
    matched = 0
    if byte == Self.endMark[0] { matched = 1 } else { keep(byte) }
    return false
  }

  private mutating func keep(_ byte: UInt8) {
    if kept.count < limit { kept.append(byte) }
  }

  /// Harmless text; terminals paste line ends as carriage returns.
  var text: String {
    var bytes = kept
    if bytes.count == limit {
      // A character that the limit cut in two is dropped.
      while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
      if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
    }
    var text = ""
    for character in String(decoding: bytes, as: UTF8.self) {
      text.append(character == "\r" || character == "\r\n" ? "\n" : character)
    }
    return SafeText(text).text
  }
}
