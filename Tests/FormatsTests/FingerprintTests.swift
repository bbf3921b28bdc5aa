import Formats
import Testing

@Suite struct FingerprintTests {
  /// The test vectors that its authors publish.
  @Test(arguments: [
    ("", 0xCBF2_9CE4_8422_2325 as UInt64), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8),
  ])
  func published(_ text: String, _ hash: UInt64) { #expect(Fingerprint(of: text).value == hash) }

  @Test func wordsAreTheirBytes() {
    var words = Fingerprint()
    words.add(0x0807_0605_0403_0201 as UInt64)
    var bytes = Fingerprint()
    bytes.add([1, 2, 3, 4, 5, 6, 7, 8] as [UInt8])
    #expect(words.value == bytes.value)
    var numbers = Fingerprint()
    numbers.add([Double(bitPattern: 0x0807_0605_0403_0201)])
    #expect(numbers.value == bytes.value)
  }

  @Test func sixteenDigits() {
    // Found by search: its hash begins with a zero.
    let short = (0...).lazy.map { Fingerprint(of: "\($0)") }.first { $0.value >> 60 == 0 }!
    #expect(short.hexadecimal.utf8.count == 16)
    #expect(UInt64(short.hexadecimal, radix: 16) == short.value)
  }
}
