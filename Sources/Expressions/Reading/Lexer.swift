import Diagnostics

/// Cuts a formula into tokens, in one pass over its Unicode scalars.
struct Lexer {
  /// The scalars, with full-width forms exchanged for ASCII and the ways of writing a minus sign for one.
  let scalars: [Unicode.Scalar]
  /// As written, for messages; `offsets[i]` is where scalar i begins, with one entry more for the end.
  let original: [Unicode.Scalar]
  let offsets: [Int]
  let names: Set<String>
  /// The notation whose names are read besides the identities.
  let letters: (any Lettering)?
  var position = 0
  var tokens: [Token] = []

  init(_ text: String, names: Set<String>, letters: (any Lettering)? = nil) {
    var offsets = [0]
    original = Array(text.unicodeScalars)
    for scalar in original { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
    self.offsets = offsets
    scalars = original.map(Self.normalized)
    self.names = names
    self.letters = letters
  }

  /// All tokens of the text.
  mutating func run() throws(Diagnostic) -> [Token] {
    while let scalar = peek() {
      if endsHere(scalar) {
        break
      } else if isDigit(scalar) || scalar == "." {
        try lexNumber()
      } else if lexOwnName() {
        continue
      } else if isNameStart(scalar) {
        try lexName()
      } else if scalar == "\\" {
        try lexCommand()
      } else if Self.superscripts[scalar] != nil {
        lexSuperscript()
      } else {
        try lexSign(scalar)
      }
    }
    return tokens
  }

  // MARK: Signs

  private static let signs: [Unicode.Scalar: Token.Kind] = [
    "+": .plus, "-": .minus, "*": .times, "·": .times, "×": .times, "⋅": .times, "∙": .times, "∗": .times, "•": .times,
    "⊙": .times, "∘": .times, "・": .times, "･": .times, "‧": .times, "✕": .times, "✖": .times,
    "=": .equals, "≈": .equals, "≒": .equals, "≃": .equals, "≅": .equals, "~": .equals,
    "/": .divided, "÷": .divided, "∕": .divided, "⁄": .divided, "^": .power, "(": .opening, ")": .closing,
    "[": .opening, "]": .closing, "{": .openingBrace, "}": .closingBrace, "|": .bar, "'": .prime, "√": .root,
    "∂": .partial, "⁺": .raisedPlus, "½": .fraction(1, 2), "⅓": .fraction(1, 3), "⅔": .fraction(2, 3),
    "¼": .fraction(1, 4), "¾": .fraction(3, 4),
  ]

  private mutating func lexSign(_ scalar: Unicode.Scalar) throws(Diagnostic) {
    if scalar.properties.isWhitespace || scalar == "$" {
      position += 1
    } else if scalar == "*", peek(1) == "*" {
      append(.power, length: 2)
    } else if Self.longDashes.contains(original[position]), peek(1) == "-", original[position + 1] == original[position]
    {
      // Chinese keyboards type a dash of two.
      append(.minus, length: 2)
    } else if scalar == "^", let length = raisedPrimeLength {
      append(.prime, length: length)
    } else if scalar == "^", let length = raisedPlusLength() {
      append(.raisedPlus, length: length)
    } else if let kind = Self.signs[scalar] {
      append(kind, length: 1)
    } else {
      let fault: ExpressionFault =
        switch scalar {
        case ",": .decimalComma
        case "∞": .notFinite("∞")
        default: .unexpectedCharacter(original[position])
        }
      throw fault.diagnostic(at: range(position..<position + 1))
    }
  }

  private static let longDashes: Set<Unicode.Scalar> = ["\u{2014}", "\u{2015}"]

  /// `^{\prime}`, `^\prime`.
  private var raisedPrimeLength: Int? {
    for text in ["^{\\prime}", "^\\prime"] where matches(text) { return text.unicodeScalars.count }
    return nil
  }

  /// Whether the text goes on like this.
  func matches(_ text: String) -> Bool {
    text.unicodeScalars.enumerated().allSatisfy { peek($0.offset) == $0.element }
  }

  private static let endMarks: Set<Unicode.Scalar> = [".", ",", ";", "、", "!", "?"]

  /// Whether nothing but the full stop of a sentence is left.
  private func endsHere(_ scalar: Unicode.Scalar) -> Bool {
    guard Self.endMarks.contains(scalar), !tokens.isEmpty else { return false }
    return scalars[position...].allSatisfy { Self.endMarks.contains($0) || $0.properties.isWhitespace }
  }

  /// `^{+}`, and `^+` where nothing follows that it could belong to.
  private func raisedPlusLength() -> Int? {
    if peek(1) == "{", peek(2) == "+", peek(3) == "}" { return 4 }
    guard peek(1) == "+" else { return nil }
    var next = position + 2
    while next < scalars.count, scalars[next].properties.isWhitespace { next += 1 }
    guard next < scalars.count else { return 2 }
    return isDigit(scalars[next]) || isNameStart(scalars[next]) || "(.\\".unicodeScalars.contains(scalars[next])
      ? nil : 2
  }

  static let superscripts: [Unicode.Scalar: Character] = [
    "⁻": "-", "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9",
  ]

  private mutating func lexSuperscript() {
    let start = position
    var digits = ""
    while let scalar = peek(), let digit = Self.superscripts[scalar], digit != "-" || digits.isEmpty {
      digits.append(digit)
      position += 1
    }
    // A lone ⁻ is no exponent; the parser then says what it expected.
    append(Double(digits).map { .superscript($0) } ?? .minus, from: start)
  }

  // MARK: Numbers

  private mutating func lexNumber() throws(Diagnostic) {
    let start = position
    if peek() == "0", peek(1) == "x" || peek(1) == "X", let digit = peek(2), digit.properties.isASCIIHexDigit {
      throw ExpressionFault.hexadecimal.diagnostic(at: range(start..<start + 3))
    }
    skipDigits()
    if peek() == "." {
      position += 1
      skipDigits()
    }
    if peek() == "e" || peek() == "E" {
      let hasSign = peek(1) == "+" || peek(1) == "-"
      if let digit = peek(hasSign ? 2 : 1), isDigit(digit) {
        position += hasSign ? 2 : 1
        skipDigits()
      }
    }
    if peek() == ",", let digit = peek(1), isDigit(digit) {
      throw ExpressionFault.decimalComma.diagnostic(at: range(position..<position + 1))
    }
    let isBroken = peek() == "_" || peek() == "." && !endsSentence
    if isBroken { position += 1 }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[start..<position])
    guard !isBroken, text != ".", let value = Double(text.hasPrefix(".") ? "0" + text : text) else {
      throw ExpressionFault.malformedNumber(shortened(start..<position)).diagnostic(at: range(start..<position))
    }
    guard Self.isKept(text, value) else {
      throw ExpressionFault.tooManyDigits(shortened(start..<position)).diagnostic(at: range(start..<position))
    }
    guard value.isFinite else {
      throw ExpressionFault.numberTooLarge(shortened(start..<position)).diagnostic(at: range(start..<position))
    }
    append(.number(value), from: start)
  }

  /// Whether a whole number is stored as it was written; beyond 2⁵³ not all are.
  private static func isKept(_ text: String, _ value: Double) -> Bool {
    guard value >= 0x1p53, value < 0x1p64, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return true }
    return UInt64(text).map { UInt64(exactly: value) == $0 } ?? true
  }

  /// Whether the point at hand ends a sentence, and with it the text.
  private var endsSentence: Bool {
    scalars[position...].allSatisfy { Self.endMarks.contains($0) || $0.properties.isWhitespace }
  }

  private mutating func skipDigits() {
    while let scalar = peek(), isDigit(scalar) { position += 1 }
  }

  // MARK: Access

  func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    position + ahead < scalars.count ? scalars[position + ahead] : nil
  }

  func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic
  }

  func range(_ indices: Range<Int>) -> Range<Int> {
    offsets[min(indices.lowerBound, original.count)]..<offsets[min(indices.upperBound, original.count)]
  }

  /// What was written there, at most 24 scalars of it.
  func shortened(_ indices: Range<Int>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: original[indices].prefix(24))
    return indices.count > 24 ? text + "…" : text
  }

  mutating func append(_ kind: Token.Kind, length: Int) {
    let start = position
    position += length
    append(kind, from: start)
  }

  mutating func append(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, range: range(start..<position), text: shortened(start..<position)))
  }

  private static func normalized(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    // Full-width ASCII.
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    // Hyphens, dashes and minus signs, which editors put in for `-`.
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: "-"
    // The full stop that a Chinese keyboard types for a point.
    case 0x3002, 0xFF61: "."
    // Primes and the apostrophe of word processors.
    case 0x2032, 0x2019, 0x02B9: "'"
    default: scalar
    }
  }
}
