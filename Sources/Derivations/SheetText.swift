import Diagnostics

/// A sheet as scalars that keep their places, with marks for what separates and relates statements.
///
/// Markup is blanked out where it is and never removed, so that every fault has its place in the learner's own text.
struct SheetText {
  /// Marks that no learner can type: their code points are exchanged for U+FFFD first.
  enum Mark {
    static let separator: Unicode.Scalar = "\u{E000}"
    static let relation: Unicode.Scalar = "\u{E001}"
    /// `<`, `≠` and the like: no equation.
    static let comparison: Unicode.Scalar = "\u{E002}"
    /// Terms left out: `…`, `\cdots`.
    static let ellipsis: Unicode.Scalar = "\u{E003}"
    /// The end of a line, after which a statement may go on.
    static let lineEnd: Unicode.Scalar = "\n"
  }

  var scalars: [Unicode.Scalar]
  /// UTF-8 offset of each scalar, and of the end.
  let offsets: [Int]

  init(_ text: String) {
    var offsets = [0]
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar))
      scalars.append(Self.plain(scalar))
    }
    self.offsets = offsets
    self.scalars = scalars
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.properties.generalCategory {
    case .privateUse: return "\u{FFFD}"
    case .control: return scalar == "\n" ? "\n" : " "
    case .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: return " "
    default: break
    }
    switch scalar {
    // Full-width signs that separate or relate; what is in formulas is the lexer's.
    case "＝": return "="
    case "，": return ","
    case "：": return ":"
    case "；": return ";"
    case "＄": return "$"
    case "＆": return "&"
    default: return scalar
    }
  }

  var count: Int { scalars.count }

  subscript(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

  func has(_ text: String, at index: Int) -> Bool {
    var place = index
    for scalar in text.unicodeScalars {
      guard self[place] == scalar else { return false }
      place += 1
    }
    return true
  }

  mutating func blank(_ range: Range<Int>) {
    for index in range.clamped(to: 0..<count) where scalars[index] != "\n" { scalars[index] = " " }
  }

  /// Puts a mark on the first scalar of a range and blanks the others.
  mutating func mark(_ range: Range<Int>, _ mark: Unicode.Scalar) {
    blank(range)
    if scalars.indices.contains(range.lowerBound) { scalars[range.lowerBound] = mark }
  }

  /// Where the line that holds `index` ends.
  func lineEnd(from index: Int) -> Int {
    var end = index
    while end < count, scalars[end] != "\n" { end += 1 }
    return end
  }

  func text(_ range: Range<Int>) -> String {
    var text = ""
    for scalar in scalars[range] { text.unicodeScalars.append(scalar == "\n" ? " " : scalar) }
    return text
  }

  /// A range without the blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, Self.isBlank(scalars[start]) { start += 1 }
    while end > start, Self.isBlank(scalars[end - 1]) { end -= 1 }
    return start..<end
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\n" }

  /// The place in the source of a place in `text(range)`, both in UTF-8 offsets.
  func sourceRange(_ inner: Range<Int>, in range: Range<Int>) -> Range<Int> {
    func place(_ offset: Int) -> Int {
      var (index, passed) = (range.lowerBound, 0)
      while index < range.upperBound, passed < offset {
        passed += UTF8.width(scalars[index] == "\n" ? " " : scalars[index])
        index += 1
      }
      return offsets[index]
    }
    return place(inner.lowerBound)..<place(max(inner.lowerBound, inner.upperBound))
  }
}
