/// One column of one line: a character, or the right half of the wide one before it.
///
/// Twelve bytes, since a session holds a few thousand: a screen that is built and compared for every key.
package struct Cell: Hashable, Sendable {
  /// The character's first scalar; 0 in the right half of a wide character.
  package private(set) var base: UInt32
  /// What combines with it, 0 for nothing.
  package private(set) var marks: SIMD2<UInt16>
  package var style: Style

  package static let blank = Cell(text: " ", style: Style())

  /// - Parameter text: one character, of which three scalars are kept, or nothing for a right half.
  package init(text: String, style: Style) {
    base = 0
    marks = .zero
    self.style = style
    self.text = text
  }

  /// A character of one scalar.
  package init(_ scalar: Unicode.Scalar, style: Style) {
    base = scalar.value
    marks = .zero
    self.style = style
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
