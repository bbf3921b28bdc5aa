/// A hash that is the same on every machine: FNV-1a, 64 bits.
///
/// It keeps apart what differs by chance; whoever wants two things to agree can make them. For secrets it is no use.
/// Source: Fowler, Noll, Vo, Eastlake, "The FNV Non-Cryptographic Hash Algorithm" (2011).
package struct Fingerprint: Sendable {
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  package init(of text: String) { add(text) }

  /// One byte.
  package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// Bytes, one after the other.
  package mutating func add(_ bytes: [UInt8]) { for byte in bytes { add(byte) } }

  /// Its UTF-8.
  package mutating func add(_ text: String) { for byte in text.utf8 { add(byte) } }

  /// Its eight bytes, the lowest first.
  package mutating func add(_ word: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) { add(UInt8(truncatingIfNeeded: word >> shift)) }
  }

  /// The bits of each.
  package mutating func add(_ numbers: [Double]) { for number in numbers { add(number.bitPattern) } }

  /// Sixteen digits.
  package var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
