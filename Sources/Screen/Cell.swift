/// One column of one line: a character, or the right half of the wide one before it.
///
/// Eight bytes, since a session holds some ten thousand: the screens after the likeliest keys are built before they come.
package struct Cell: Hashable, Sendable {
  /// The first scalar in the lower 24 bits, the style above them.
  private var word: UInt32
  /// What combines with it, 0 for nothing.
  package private(set) var marks: SIMD2<UInt16>

  package static let blank = Cell(" ", style: Style())

  /// - Parameter text: one character, of which three scalars are kept, or nothing for a right half.
  package init(text: String, style: Style) {
    word = UInt32(style.bits) << 24
    marks = .zero
    self.text = text
  }

  /// A character of one scalar.
  package init(_ scalar: Unicode.Scalar, style: Style) {
    word = UInt32(style.bits) << 24 | scalar.value
    marks = .zero
  }

  /// The character's first scalar; 0 in the right half of a wide character.
  package private(set) var base: UInt32 {
    get { word & 0xFF_FFFF }
    set { word = word & 0xFF00_0000 | newValue & 0xFF_FFFF }
  }

  package var style: Style {
    get { Style(bits: UInt8(word >> 24)) }
    set { word = UInt32(newValue.bits) << 24 | base }
  }

  /// Whether nothing is to be seen but the style.
  package var isSpace: Bool { base == 0x20 && marks == .zero }

  /// Empty in the right half of a wide character.
  package var text: String {
    get {
      guard let first = Unicode.Scalar(base), base != 0 else { return "" }
      var scalars = String.UnicodeScalarView([first])
      for index in 0..<2 where marks[index] != 0 {
        if let mark = Unicode.Scalar(marks[index]) { scalars.append(mark) }
      }
      return String(scalars)
    }
    set {
      var scalars = newValue.unicodeScalars.makeIterator()
      base = scalars.next()?.value ?? 0
      // Nothing that combines and lies beyond 16 bits is in use on terminals.
      for index in 0..<2 { marks[index] = scalars.next().flatMap { UInt16(exactly: $0.value) } ?? 0 }
    }
  }

  package var isRightHalf: Bool { base == 0 }
}
