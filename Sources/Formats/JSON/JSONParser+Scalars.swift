import Diagnostics

/// Strings and numbers.
extension JSONParser {
  mutating func parseString() throws(Diagnostic) -> String {
    let start = position
    position += 1
    var bytes: [UInt8] = []
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        guard let text = String(validating: bytes, as: UTF8.self) else { throw invalidUTF8(start..<position) }
        return text
      case UInt8(ascii: "\\"): try parseEscape(into: &bytes)
      case 0x0A, 0x0D: throw JSONFault.unclosedString.diagnostic(at: start..<position)
      case ..<0x20: throw fault(.controlCharacter)
      default:
        bytes.append(byte)
        position += 1
      }
    }
    throw JSONFault.unclosedString.diagnostic(at: start..<position)
  }

  /// The first byte of the string that cannot be decoded.
  private func invalidUTF8(_ range: Range<Int>) -> Diagnostic {
    var decoder = UTF8()
    var bytes = utf8[range].makeIterator()
    var offset = range.lowerBound
    while case .scalarValue(let scalar) = decoder.decode(&bytes) { offset += UTF8.width(scalar) }
    return JSONFault.invalidUTF8.diagnostic(at: offset..<min(offset + 1, range.upperBound))
  }

  private mutating func parseEscape(into bytes: inout [UInt8]) throws(Diagnostic) {
    let start = position
    let simple: [UInt8: UInt8] = [
      UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F, UInt8(ascii: "b"): 0x08,
      UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]
    if let letter = peek(1), let byte = simple[letter] {
      bytes.append(byte)
      position += 2
      return
    }
    guard peek(1) == UInt8(ascii: "u"), let unit = hexadecimal(at: start + 2) else {
      throw JSONFault.invalidEscape.diagnostic(at: start..<min(start + 2, utf8.count))
    }
    position += 6
    var code = UInt32(unit)
    if (0xD800...0xDBFF).contains(code), peek() == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "u"),
      let low = hexadecimal(at: position + 2), (0xDC00...0xDFFF).contains(low)
    {
      position += 6
      code = 0x10000 + (code - 0xD800) << 10 + UInt32(low) - 0xDC00
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw JSONFault.loneSurrogate.diagnostic(at: start..<start + 6)
    }
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private func hexadecimal(at start: Int) -> UInt16? {
    guard start + 4 <= utf8.count, utf8[start..<start + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
    else { return nil }
    return UInt16(String(decoding: utf8[start..<start + 4], as: UTF8.self), radix: 16)
  }

  mutating func parseNumber() throws(Diagnostic) -> JSONValue {
    let start = position
    if peek() == UInt8(ascii: "-") { position += 1 }
    var isValid = peek() == UInt8(ascii: "0") ? skip(1) : skipDigits()
    if peek() == UInt8(ascii: ".") {
      position += 1
      isValid = skipDigits() && isValid
    }
    if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
      position += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { position += 1 }
      isValid = skipDigits() && isValid
    }
    // 01, 0x10, 1.2.3 and -Infinity are one wrong word, not a number with something after it.
    while let byte = peek(), byte == UInt8(ascii: ".") || Character(Unicode.Scalar(byte)).isLetter || isDigit(byte) {
      isValid = false
      position += 1
    }
    let text = String(decoding: utf8[start..<position], as: UTF8.self)
    if let value = nonFinite(start..<position) { return value }
    guard isValid, let value = Double(text) else { throw JSONFault.invalidNumber.diagnostic(at: start..<position) }
    guard value.isFinite || takesNonFinite else { throw JSONFault.numberTooLarge.diagnostic(at: start..<position) }
    return .number(value, text: text, start..<position)
  }

  /// A word that stands for a number that is not finite, where such are taken.
  func nonFinite(_ range: Range<Int>) -> JSONValue? {
    guard takesNonFinite, range.count <= 9 else { return nil }
    let text = String(decoding: utf8[range], as: UTF8.self)
    switch text {
    case "NaN": return .number(.nan, text: text, range)
    case "Infinity": return .number(.infinity, text: text, range)
    case "-Infinity": return .number(-.infinity, text: text, range)
    default: return nil
    }
  }

  private mutating func skip(_ count: Int) -> Bool {
    position += count
    return true
  }

  /// False if there is not even one digit.
  private mutating func skipDigits() -> Bool {
    let start = position
    while let byte = peek(), isDigit(byte) { position += 1 }
    return position > start
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
