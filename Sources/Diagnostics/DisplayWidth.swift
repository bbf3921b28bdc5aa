internal import CUtf8proc

/// How many terminal columns text takes: 2 for East Asian wide characters and emoji, 0 for marks that combine.
///
/// By utf8proc's tables of Unicode's East_Asian_Width and emoji presentation, which agree with the C library's on all that both know.
package enum DisplayWidth {
  /// The columns of a whole string; control characters count as none.
  package static func of(_ text: String) -> Int {
    var total = 0
    for scalar in text.unicodeScalars {
      guard let columns = ofSimple(scalar) else { return text.reduce(0) { $0 + of($1) } }
      total += columns
    }
    return total
  }

  /// The columns of one character, which is as wide as its widest scalar.
  package static func of(_ character: Character) -> Int {
    if character.isASCII {
      return character.unicodeScalars.first.map { $0.value < 0x20 || $0.value == 0x7F } ?? true ? 0 : 1
    }
    return character.unicodeScalars.reduce(0) { max($0, of($1)) }
  }

  /// The columns of a scalar that is visible and never joins another, so that it is a character by itself as long as
  /// its neighbors are such too; nil of all others.
  ///
  /// Nearly all that a screen shows, without looking anything up: breaking text into characters and asking for their
  /// width is most of the time that a screen takes.
  @inline(__always)
  package static func ofSimple(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x20...0x7E: 1
    // Latin without the soft hyphen, Greek, punctuation, superscripts and subscripts.
    case 0xA1...0xAC, 0xAE...0x2FF, 0x391...0x3A1, 0x3A3...0x3FF, 0x2010...0x2027, 0x2030...0x205E: 1
    case 0x2074...0x208E, 0x2090...0x209C: 1
    // Arrows, mathematical operators, technical signs without clocks; lines, shapes, check marks; braille; more mathematics.
    case 0x2190...0x2319, 0x232B...0x23E8, 0x2500...0x25FC, 0x2713...0x2718, 0x27C0...0x2AFF: 1
    // Chinese: punctuation, characters, full-width forms.
    case 0x3001...0x3020, 0x4E00...0x9FFF, 0xFF01...0xFF60: 2
    default: nil
    }
  }

  /// The columns of any scalar, looked up.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    Int(max(0, utf8proc_charwidth(utf8proc_int32_t(bitPattern: scalar.value))))
  }
}
