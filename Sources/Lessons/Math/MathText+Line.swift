extension MathText {
  /// The formula on one line: `∂E/∂w₅ = (out_O − target)·out_h1`.
  ///
  /// Only digits have lowered signs, so other indices follow an underscore.
  package var line: String {
    switch self {
    case .sign(let text): text
    case .words(let text): text
    case .row(let parts): Self.joined(parts)
    case .fraction(let over, let under): over.operand + "/" + under.operand
    case .root(let inner): "√" + inner.operand
    case .scripts(let base, let below, let above):
      base.line + (below.map(Self.lowered) ?? "") + (above.map(Self.raised) ?? "")
    case .accented(let base, let mark): Self.accented(base.line, mark)
    case .fenced(let left, let inner, let right): left + inner.line + right
    case .grid(let rows, _): rows.map { $0.map(\.line).joined(separator: " ") }.joined(separator: "; ")
    }
  }

  /// Parts beside each other; a function's name keeps off the letters around it.
  private static func joined(_ parts: [MathText]) -> String {
    var line = ""
    var followsWords = false
    for part in parts {
      let text = part.line
      let isWords = if case .words = part { true } else { false }
      if isWords || followsWords, needsGap(line.last, text.first) { line += " " }
      line += text
      followsWords = isWords
    }
    return line
  }

  /// Whether two characters would read as one word.
  static func needsGap(_ left: Character?, _ right: Character?) -> Bool {
    guard let left, let right else { return false }
    return (left.isLetter || left.isNumber) && (right.isLetter || right.isNumber || right == "√")
  }

  /// In parentheses where a slash or a root would tear it apart.
  private var operand: String {
    let text = line
    let isOne = !text.contains(" ") && !text.contains("/")
    return isOne ? text : "(\(text))"
  }

  static func lowered(_ index: MathText) -> String {
    let text = index.line
    let signs = text.compactMap { character -> Character? in
      guard let digit = character.wholeNumberValue, character.isASCII else { return nil }
      return UnicodeScalar(0x2080 + UInt32(digit)).map(Character.init)
    }
    if !signs.isEmpty, signs.count == text.count { return String(signs) }
    return text.count == 1 || text.allSatisfy { $0.isLetter || $0.isNumber } ? "_" + text : "_(\(text))"
  }

  private static let raisedSigns: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹", "−": "⁻",
    "+": "⁺", "(": "⁽", ")": "⁾", "n": "ⁿ", "T": "ᵀ", "ᵀ": "ᵀ", "′": "′", "l": "ˡ",
  ]

  static func raised(_ exponent: MathText) -> String {
    let text = exponent.line.filter { $0 != " " }
    let raised = text.compactMap { raisedSigns[$0] }
    if raised.count == text.count { return String(raised) }
    return text.count == 1 ? "^" + text : "^(\(text))"
  }

  static func accented(_ base: String, _ mark: Character) -> String {
    guard base.count == 1, let scalar = mark.unicodeScalars.first else { return base }
    return base + String(scalar)
  }
}
