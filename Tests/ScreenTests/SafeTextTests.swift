import Diagnostics
import Screen
import Testing

@Suite("Safe text")
struct SafeTextTests {
  @Test(
    "sequences of a terminal are taken apart",
    arguments: [
      ("\u{1B}[31mred\u{1B}[0m", "\u{FFFD}[31mred\u{FFFD}[0m"), ("\u{1B}]52;c;AAAA\u{7}", "\u{FFFD}]52;c;AAAA\u{FFFD}"),
      ("\u{9B}31m", "\u{FFFD}31m"), ("a\u{202E}b", "a\u{FFFD}b"), ("a\tb\nc", "a b\nc"), ("∂E/∂w5 链式法则", "∂E/∂w5 链式法则"),
    ])
  func sanitises(text: String, expected: String) {
    #expect(SafeText(text).text == expected)
  }

  @Test("no scalar but the line feed gets through that a terminal could obey")
  func everyScalar() {
    for value in 0...0x3000 as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for result in SafeText("x" + String(Character(scalar)) + "y").text.unicodeScalars {
        #expect(result == "\n" || (result.value >= 0x20 && !(0x7F...0x9F).contains(result.value)))
        #expect(result.properties.generalCategory != .format)
      }
    }
  }
}
