internal import Screen

extension KeyDecoder {
  /// The key of a control character; nil if the byte is none.
  static func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x00: .control("@")
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x1B: .escape
    case 0x01...0x1A: .control(String(UnicodeScalar(byte + 0x60)))
    case 0x1C...0x1F: .control(String(UnicodeScalar(byte + 0x40)))
    default: nil
    }
  }

  /// One character at the beginning, which is no control character.
  static func character(_ input: ArraySlice<UInt8>, isUTF8: Bool) -> Result {
    guard let first = input.first else { return .incomplete }
    if first < 0x80 { return .key(.character(String(UnicodeScalar(first))), length: 1) }
    guard isUTF8 else { return .nothing(length: 1) }
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return .nothing(length: 1)
    }
    let encoded = input.prefix(length)
    for (offset, byte) in encoded.enumerated().dropFirst() where byte & 0xC0 != 0x80 { return .nothing(length: offset) }
    guard encoded.count == length else { return .incomplete }
    guard let text = String(validating: encoded, as: UTF8.self), let scalar = text.unicodeScalars.first else {
      return .nothing(length: length)
    }
    switch scalar.properties.generalCategory {
    // C1 controls, direction overrides and the like act or hide; no one types them.
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse:
      return .nothing(length: length)
    default: return .key(.character(text), length: length)
    }
  }
}
