internal import Screen

/// The bytes of one bracketed paste up to its end mark; beyond a limit they are counted as read and dropped.
struct PasteCollector {
  private static let endMark = Array("\u{1B}[201~".utf8)

  private let limit: Int
  private var kept: [UInt8] = []
  /// How many bytes are kept or have been taken.
  private var count = 0
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
    guard count < limit else { return }
    count += 1
    kept.append(byte)
  }

  /// Takes what has come so far, as harmless text; terminals paste line ends as carriage returns.
  ///
  /// The beginning of a character stays for the rest of it, unless this is the last of the text.
  mutating func takeText(isLast: Bool = false) -> String {
    let cut = Self.begun(kept)
    // A character that the limit cut in two is dropped.
    let bytes = isLast && count < limit ? kept[...] : kept.dropLast(cut)
    kept = isLast ? [] : kept.suffix(cut)
    var text = ""
    for character in String(decoding: bytes, as: UTF8.self) {
      text.append(character == "\r" || character == "\r\n" ? "\n" : character)
    }
    return SafeText(text).text
  }

  /// How many bytes at the end begin a character that is not complete.
  private static func begun(_ bytes: [UInt8]) -> Int {
    for (index, byte) in bytes.suffix(4).reversed().enumerated() where byte & 0xC0 != 0x80 {
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > index + 1 ? index + 1 : 0
    }
    return 0
  }
}
