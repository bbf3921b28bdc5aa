/// Words and signs of everyday writing around a number: 约0.3, 负1.2, 0.5 x 0.3, and names written without a sign between.
extension Lexer {
  /// What may stand in front of an answer, the longest first.
  private static let openings = [
    "约等于", "大约是", "大约为", "约为", "约是", "大约", "大概是", "大概", "约", "等于", "是", "为", "答案是", "答案", "得",
  ]
  private static let spacedOpenings = ["approximately", "approx", "about", "circa", "roughly"]

  /// Takes a word that is no name, if one begins here.
  mutating func lexWord() -> Bool {
    if takesOpening() { return true }
    guard let scalar = peek() else { return false }
    switch scalar {
    case "负", "負":
      append(.minus, length: 1)
      return true
    case "正" where peek(1).map { isDigit($0) || $0 == "." } ?? false:
      position += 1
      return true
    case "x", "X", "х", "Х": return takesTimes()
    default: return false
    }
  }

  /// 约, 等于, about: only in front of everything else.
  private mutating func takesOpening() -> Bool {
    guard tokens.isEmpty || tokens.last?.kind == .equals else { return false }
    for word in Self.openings where matches(word) && !isKnownName {
      position += word.unicodeScalars.count
      return true
    }
    for word in Self.spacedOpenings where matches(word) && !names.contains(word) {
      let end = position + word.unicodeScalars.count
      guard end < scalars.count, scalars[end].properties.isWhitespace || scalars[end] == "." else { continue }
      position = end + (scalars[end] == "." ? 1 : 0)
      return true
    }
    return false
  }

  /// Whether a known name begins here, such as 权重1.
  private var isKnownName: Bool {
    var (name, next) = ("", position)
    while next < scalars.count, isNameStart(scalars[next]) || isDigit(scalars[next]) {
      name.unicodeScalars.append(scalars[next])
      next += 1
    }
    return names.contains(name)
  }

  /// An x between two numbers is a cross, unless it is a quantity.
  private mutating func takesTimes() -> Bool {
    guard let last = tokens.last, !isKnownName, !names.contains("x") else { return false }
    let isAfterNumber: Bool =
      switch last.kind {
      case .number, .fraction, .superscript, .closing: true
      default: false
      }
    guard isAfterNumber else { return false }
    let hasRoom = peek(1)?.properties.isWhitespace ?? false
    var next = position + 1
    while next < scalars.count, scalars[next].properties.isWhitespace { next += 1 }
    guard next < scalars.count else { return false }
    // Without known names 2x3 may well be 2·x3.
    let goesOn = isDigit(scalars[next]) || scalars[next] == "." || scalars[next] == "-" || scalars[next] == "("
    guard goesOn, hasRoom || !names.isEmpty else { return false }
    append(.times, length: 1)
    return true
  }

  /// Names that were written without a sign between them: `w_5out_h1` is w5 and out_h1; nil where it is one name.
  ///
  /// Single letters are left alone, for any typing error is made of letters.
  func gluedNames(_ name: String) -> [String]? {
    guard !names.isEmpty, !names.contains(name), !names.contains(name + "+") else { return nil }
    if name.hasPrefix("d"), names.contains(String(name.dropFirst())) { return nil }
    let scalars = Array(name.unicodeScalars)
    guard (4...64).contains(scalars.count) else { return nil }
    func part(_ range: Range<Int>) -> String? {
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars[range])
      if names.contains(text) { return text }
      return Self.withoutUnderscore(text).flatMap { names.contains($0) ? $0 : nil }
    }
    // From the end: the names that the rest is made of, the first of them as long as can be.
    var rests: [[String]?] = Array(repeating: nil, count: scalars.count + 1)
    rests[scalars.count] = []
    for start in scalars.indices.reversed() {
      for end in stride(from: scalars.count, to: start + 1, by: -1) {
        guard let rest = rests[end], let first = part(start..<end) else { continue }
        rests[start] = [first] + rest
        break
      }
    }
    guard let parts = rests[0], parts.count > 1, parts.count <= 4 else { return nil }
    return parts
  }
}
