/// How many terminal columns text takes: 2 for East Asian wide characters and emoji, 0 for marks that combine.
package enum DisplayWidth {
  /// The columns of a whole string; control characters count as none.
  package static func of(_ text: String) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The columns of one character, which is as wide as its widest scalar.
  package static func of(_ character: Character) -> Int {
    if character.isASCII {
      return character.unicodeScalars.first.map { $0.value < 0x20 || $0.value == 0x7F } ?? true ? 0 : 1
    }
    return character.unicodeScalars.reduce(0) { max($0, of($1)) }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
