import Glibc

/// The lines of a file that others append to.
struct LineTail {
  private let descriptor: Int32
  private var offset = 0
  private var rest: [UInt8] = []

  /// More is not read: no session writes as much.
  private static let maxBytes = 64 << 20

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// The whole lines that have come since the last call.
  mutating func lines() -> [[UInt8]] {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while offset < Self.maxBytes, case let count = pread(descriptor, &buffer, buffer.count, offset), count > 0 {
      rest += buffer[..<count]
      offset += count
    }
    guard let last = rest.lastIndex(of: 0x0A) else { return [] }
    let whole = rest[..<last].split(separator: 0x0A).map { Array($0) }
    rest.removeFirst(last + 1)
    return whole
  }
}
