/// Names of the system in texts: arguments, the environment, paths. They are bytes, mostly of UTF-8, but need not be.
///
/// Each byte that is not UTF-8 is kept as a private character of its own, which nothing shows and `systemName` turns back
/// into the byte, so that any name survives the way through a `String` (after Python's PEP 383, whose lone surrogates a
/// Swift string cannot hold).
extension String {
  /// Where these characters begin: byte 0xFF is the last character that there is.
  private static let firstPrivate: UInt32 = 0x10_FF00
  private static let privates = 0x10_FF80...0x10_FFFF as ClosedRange<UInt32>

  /// Cost: linear.
  package init(systemBytes bytes: some Collection<UInt8>) {
    if let text = String(validating: bytes, as: UTF8.self),
      !text.unicodeScalars.contains(where: { Self.privates.contains($0.value) })
    {
      self = text
    } else {
      self = Self.keepingBytes(Array(bytes))
    }
  }

  private static func keepingBytes(_ bytes: [UInt8]) -> String {
    var scalars = UnicodeScalarView()
    func keep(_ bytes: some Sequence<UInt8>) {
      for byte in bytes {
        // Never nil: only bytes from 0x80 on can be wrong, and none of these characters is a surrogate.
        if let scalar = Unicode.Scalar(firstPrivate + UInt32(byte)) { scalars.append(scalar) }
      }
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      var parser = Unicode.UTF8.ForwardParser()
      var iterator = rest.makeIterator()
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        // The private characters themselves are kept by their bytes, so that every name has one text.
        if privates.contains(scalar.value) { keep(encoded) } else { scalars.append(scalar) }
        rest = rest.dropFirst(encoded.count)
      case .error(let length):
        keep(rest.prefix(length))
        rest = rest.dropFirst(length)
      case .emptyInput: rest = []
      }
    }
    return String(scalars)
  }

  /// A name as the system gave it, ended by a zero.
  package init(systemName pointer: UnsafePointer<CChar>) {
    var length = 0
    while pointer[length] != 0 { length += 1 }
    self.init(systemBytes: UnsafeBufferPointer(start: pointer, count: length).map { UInt8(bitPattern: $0) })
  }

  /// The name as the system takes it, ended by a zero, for any function of C that wants a path.
  ///
  /// Like every array it may be let go before `errno` is read, which the C library leaves alone when it frees memory.
  package var systemName: [CChar] {
    var bytes: [CChar] = []
    bytes.reserveCapacity(utf8.count + 1)
    for scalar in unicodeScalars {
      if Self.privates.contains(scalar.value) {
        bytes.append(CChar(truncatingIfNeeded: scalar.value - Self.firstPrivate))
      } else {
        bytes += UTF8.encode(scalar)?.map { CChar(bitPattern: $0) } ?? []
      }
    }
    return bytes + [0]
  }
}
