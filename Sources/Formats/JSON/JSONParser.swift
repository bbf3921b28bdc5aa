package import Diagnostics

extension JSONValue {
  /// What is read at most: bytes of text, and arrays and objects inside each other.
  package enum Limit {
    package static let bytes = 16 * 1024 * 1024
    package static let depth = 256
  }

  /// Strict JSON (RFC 8259); throws the first fault.
  ///
  /// With `nonFinite` the words NaN, Infinity and -Infinity, which some programs write (Python's json does), and numbers
  /// too large to be stored are read as numbers that are not finite: for readers that report each of them at its place,
  /// together with all else that is wrong. Cost: linear.
  package static func parse(_ source: SourceText, nonFinite: Bool = false) throws(Diagnostic) -> JSONValue {
    guard source.utf8.count <= Limit.bytes else {
      throw JSONFault.tooLarge(bytes: source.utf8.count, limit: Limit.bytes).diagnostic(at: 0..<0)
    }
    var parser = JSONParser(utf8: source.utf8, takesNonFinite: nonFinite)
    return try parser.run()
  }
}

/// Recursive descent over bytes.
struct JSONParser {
  let utf8: [UInt8]
  let takesNonFinite: Bool
  var position = 0
  private var depth = 0

  init(utf8: [UInt8], takesNonFinite: Bool) {
    (self.utf8, self.takesNonFinite) = (utf8, takesNonFinite)
  }

  mutating func run() throws(Diagnostic) -> JSONValue {
    // A byte order mark is no part of the text (RFC 8259, 8.1, allows to ignore it).
    if utf8.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    skipSpace()
    if position == utf8.count { throw JSONFault.empty.diagnostic(at: position..<position) }
    let value = try parseValue()
    skipSpace()
    if position < utf8.count { throw fault(.trailingText) }
    return value
  }

  private mutating func parseValue() throws(Diagnostic) -> JSONValue {
    switch peek() ?? 0 {
    case UInt8(ascii: "{"): return try parseObject()
    case UInt8(ascii: "["): return try parseArray()
    case UInt8(ascii: "\""):
      let start = position
      let text = try parseString()
      return .string(text, start..<position)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try parseNumber()
    default: return try parseWord()
    }
  }

  private mutating func parseWord() throws(Diagnostic) -> JSONValue {
    let start = position
    for (word, value) in [
      ("true", JSONValue.bool(true, start..<start + 4)), ("false", .bool(false, start..<start + 5)),
      ("null", .null(start..<start + 4)),
    ] where utf8[start...].starts(with: word.utf8) {
      position += word.utf8.count
      if let next = peek(), Self.isWordByte(next) { break }
      return value
    }
    position = start
    while let byte = peek(), Self.isWordByte(byte) { position += 1 }
    if let value = nonFinite(start..<position) { return value }
    let fault: JSONFault =
      switch utf8.indices.contains(start) ? utf8[start] : 0 {
      case UInt8(ascii: "'"): .singleQuotes
      case UInt8(ascii: "/"), UInt8(ascii: "#"): .comment
      case UInt8(ascii: "+"), UInt8(ascii: "."): .invalidNumber
      default: .expectedValue
      }
    throw fault.diagnostic(at: start..<max(position, min(start + 1, utf8.count)))
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: false
    }
  }

  // MARK: Containers

  private mutating func parseArray() throws(Diagnostic) -> JSONValue {
    let start = try open()
    var elements: [JSONValue] = []
    if try closes(UInt8(ascii: "]"), from: start) { return .array([], start..<position) }
    while true {
      elements.append(try parseValue())
      if try !continues(closing: "]", from: start) { return .array(elements, start..<position) }
    }
  }

  private mutating func parseObject() throws(Diagnostic) -> JSONValue {
    let start = try open()
    var members: [JSONValue.Member] = []
    if try closes(UInt8(ascii: "}"), from: start) { return .object([], start..<position) }
    while true {
      let keyStart = position
      guard peek() == UInt8(ascii: "\"") else {
        throw fault(peek() == UInt8(ascii: "'") ? .singleQuotes : .expectedKey)
      }
      let key = try parseString()
      let keyRange = keyStart..<position
      skipSpace()
      guard peek() == UInt8(ascii: ":") else { throw fault(.expectedColon) }
      position += 1
      skipSpace()
      members.append(JSONValue.Member(key: key, keyRange: keyRange, value: try parseValue()))
      if try !continues(closing: "}", from: start) { return .object(members, start..<position) }
    }
  }

  private mutating func open() throws(Diagnostic) -> Int {
    depth += 1
    if depth > JSONValue.Limit.depth { throw fault(.tooDeep(limit: JSONValue.Limit.depth)) }
    let bracket = position
    position += 1
    skipSpace()
    return bracket
  }

  /// Takes the closing bracket of an empty container.
  private mutating func closes(_ closing: UInt8, from start: Int) throws(Diagnostic) -> Bool {
    if peek() == nil { throw unclosed(from: start) }
    guard peek() == closing else { return false }
    position += 1
    depth -= 1
    return true
  }

  /// After an element: true after a comma, false after the closing bracket.
  private mutating func continues(closing: Character, from start: Int) throws(Diagnostic) -> Bool {
    skipSpace()
    let comma = position
    switch peek() {
    case closing.asciiValue:
      position += 1
      depth -= 1
      return false
    case UInt8(ascii: ","):
      position += 1
      skipSpace()
      if peek() == closing.asciiValue { throw JSONFault.trailingComma.diagnostic(at: comma..<comma + 1) }
      return true
    case nil: throw unclosed(from: start)
    default: throw fault(.expectedComma(closing: String(closing)))
    }
  }

  private func unclosed(from start: Int) -> Diagnostic {
    JSONFault.unclosed(utf8[start] == UInt8(ascii: "[") ? "[" : "{").diagnostic(at: start..<start + 1)
  }

  // MARK: Access

  func peek(_ ahead: Int = 0) -> UInt8? {
    position + ahead < utf8.count ? utf8[position + ahead] : nil
  }

  mutating func skipSpace() {
    while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  /// A fault at the character at hand.
  func fault(_ fault: JSONFault) -> Diagnostic {
    var end = min(position + 1, utf8.count)
    while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end += 1 }
    return fault.diagnostic(at: position..<end)
  }
}
