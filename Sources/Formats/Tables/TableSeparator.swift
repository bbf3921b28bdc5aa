package import Diagnostics

/// What is between the values of a row.
package enum TableSeparator: CaseIterable, Hashable, Sendable {
  case comma
  case semicolon
  case tab
  /// Spaces and tabs, however many; also before the first value.
  case blanks

  /// The one that the first row has: in files with decimal commas the semicolon separates, so it is looked for first.
  ///
  /// What is in quotation marks does not count.
  package init(guessedFrom row: some Sequence<UInt8>) {
    var found: Set<UInt8> = []
    var isQuoted = false
    for byte in row {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted { found.insert(byte) }
    }
    if found.contains(UInt8(ascii: ";")) {
      self = .semicolon
    } else if found.contains(UInt8(ascii: ",")) {
      // A tab beside commas is only space.
      self = found.contains(0x09) && !Self.isListed(row) ? .tab : .comma
    } else if found.contains(0x09) {
      self = .tab
    } else {
      self = found.contains(0x20) ? .blanks : .comma
    }
  }

  /// Whether every tab is beside a comma, as in a list that was made pretty.
  private static func isListed(_ row: some Sequence<UInt8>) -> Bool {
    var last = UInt8(ascii: ",")
    for byte in row {
      if byte == 0x09, last != UInt8(ascii: ","), last != 0x20, last != 0x09 { return false }
      last = byte
    }
    return true
  }

  package var words: Words {
    switch self {
    case .comma: Words(en: "commas", zh: "逗号")
    case .semicolon: Words(en: "semicolons", zh: "分号")
    case .tab: Words(en: "tabs", zh: "制表符")
    case .blanks: Words(en: "blanks", zh: "空格")
    }
  }

  func ends(_ byte: UInt8) -> Bool {
    switch self {
    case .comma: byte == UInt8(ascii: ",")
    case .semicolon: byte == UInt8(ascii: ";")
    case .tab: byte == 0x09
    case .blanks: byte == 0x20 || byte == 0x09
    }
  }
}
