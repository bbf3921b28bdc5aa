import Formats
import Testing

/// Names that are bytes survive the way through a text.
@Suite struct SystemTextTests {
  private func roundTrip(_ bytes: [UInt8]) -> [UInt8] {
    String(systemBytes: bytes).systemName.dropLast().map { UInt8(bitPattern: $0) }
  }

  @Test(
    arguments: [
      Array("plain".utf8), Array("d∂ 链 🙂".utf8), [0xFF], [0x64, 0xE9, 0x2E, 0x63], [0xE2, 0x88], [0xE2, 0x88, 0x41],
      [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0xAF], [0xF4, 0x8F, 0xBF, 0xA9],
      // The private characters themselves, and the highest character.
      Array("\u{10FF80}\u{10FFE9}\u{10FFFF}".utf8), [],
    ] as [[UInt8]])
  func everyNameComesBack(_ bytes: [UInt8]) {
    #expect(roundTrip(bytes) == bytes)
  }

  @Test func randomNames() {
    var state: UInt64 = 1
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        // Leading bytes and their continuations often enough.
        let byte = UInt8(truncatingIfNeeded: state >> 56)
        bytes.append(byte & 1 == 0 ? byte : [0xE2, 0x88, 0x82, 0xF4, 0x8F, 0xBF, 0x41, 0x2F][Int(byte >> 1) % 8])
      }
      bytes.removeAll { $0 == 0 }
      #expect(roundTrip(bytes) == bytes)
    }
  }

  @Test func ofTwoNamesTheTextsDiffer() {
    #expect(String(systemBytes: [0xE9]) != String(systemBytes: Array("\u{10FFE9}".utf8)))
    #expect(String(systemBytes: Array("w5 ∂".utf8)) == "w5 ∂")
    #expect(String(systemBytes: [0x61, 0xE9, 0x62]).unicodeScalars.count == 3)
  }
}
