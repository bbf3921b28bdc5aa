import Diagnostics
import Testing

@Suite struct DisplayWidthTests {
  private static let simple = (0...0x10FFFF).compactMap { Unicode.Scalar($0) }.filter {
    DisplayWidth.ofSimple($0) != nil
  }

  @Test func simpleScalarsAreAsWideAsTheirCharacters() {
    let wrong = Self.simple.filter { DisplayWidth.ofSimple($0) != DisplayWidth.of(Character($0)) }
    #expect(wrong.isEmpty)
    #expect(Self.simple.count > 20_000)
  }

  /// What the sanitiser would replace is never simple.
  @Test func simpleScalarsAreVisible() {
    let invisible = Self.simple.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse,
        .nonspacingMark, .enclosingMark, .spacingMark:
        true
      default: false
      }
    }
    #expect(invisible.isEmpty)
  }

  @Test func simpleScalarsNeverJoin() {
    var text = String.UnicodeScalarView()
    for scalar in Self.simple {
      text.append(scalar)
      text.append("∂")
      text.append(scalar)
      text.append(scalar)
    }
    #expect(String(text).count == 4 * Self.simple.count)
  }

  @Test func textIsAsWideAsItsCharacters() {
    for (text, width) in [
      ("∂E/∂w5 · ½", 10), ("误差（E）", 9), ("e\u{301}a", 2), ("\u{1F600}x", 3), ("a\u{200B}b", 2), ("\r\n\t", 0), ("", 0),
      // Emoji that a terminal shows wide though they are no ideographs, beside signs like them that are narrow.
      ("✅❌⚡⭐⌚🧠", 12), ("✓✗★●", 4), ("〈한〉", 6), ("का", 1),
    ] {
      #expect(DisplayWidth.of(text) == width, "\(text)")
      #expect(text.reduce(0) { $0 + DisplayWidth.of($1) } == width)
    }
  }
}
