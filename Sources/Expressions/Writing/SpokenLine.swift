package import Diagnostics

/// A line of words and formulas with its formulas in words, for speech engines, which read signs at will or not at all.
///
/// The line is as learners read it (`TextStyle.unicode`): a hyphen there is no minus. What is a formula by its signs and cannot
/// be read as one is said sign by sign.
package enum SpokenLine {
  /// The line as it is said.
  package static func text(_ line: String, _ language: Language) -> String {
    var result = ""
    var run = Run()
    for token in tokens(line) {
      if token.isFormula || token.kind == .space && !run.tokens.isEmpty {
        run.tokens.append(token)
      } else {
        result += run.said(language) + token.said(language)
        run = Run()
      }
    }
    return result + run.said(language)
  }

  // MARK: Tokens

  private enum Kind { case name, number, sign, space, word }

  private struct Token {
    let kind: Kind
    let text: String

    var isFormula: Bool { kind == .name || kind == .number || kind == .sign }

    /// By itself: a name as it is called, a sign by its name.
    func said(_ language: Language) -> String {
      switch kind {
      case .name: return (try? Expression.parse(text))?.spoken()[language] ?? text
      case .sign: return SpokenLine.signs[text.first ?? " "]?[language] ?? text
      case .number, .space, .word: return text
      }
    }
  }

  private static func tokens(_ line: String) -> [Token] {
    var tokens: [Token] = []
    var rest = line[...]
    while let first = rest.first {
      let isWord = first.isASCII && (first.isLetter || first.isNumber) || greek.contains(first)
      var text = String(first)
      if first == " " {
        tokens.append(Token(kind: .space, text: text))
      } else if isWord {
        // "2-2-1" and "back-propagation" are words, and so is a number with letters behind it.
        text = String(
          rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) || "_.⁺-'".contains($0) || greek.contains($0) })
        while let last = text.last, ".-'".contains(last) { text.removeLast() }
        tokens.append(Token(kind: kind(of: text), text: text))
      } else {
        tokens.append(Token(kind: signs[first] == nil ? .word : .sign, text: text))
      }
      rest = rest.dropFirst(text.count)
    }
    return tokens
  }

  private static let greek: Set<Character> = ["δ", "η", "σ", "γ", "θ", "ŷ"]

  private static func kind(of text: String) -> Kind {
    if text.contains("-") || text.contains("'") { return .word }
    if text.allSatisfy({ $0.isNumber || $0 == "." }) { return .number }
    // 1.5e-7 has no hyphen in it as learners read it.
    guard let first = text.first, first.isLetter else { return .word }
    let letters = text.prefix { $0.isLetter }
    let index = text.dropFirst(letters.count)
    if index.first == "_" || text == "target" || text.count == 1 && "EefCJδηxy".contains(first) { return .name }
    if index == "⁺" || letters.count == 1 && !index.isEmpty && index.allSatisfy({ $0.isNumber || $0 == "⁺" }) {
      return .name
    }
    return .word
  }

  // MARK: Formulas

  /// What stands together as a formula, with the blanks inside and behind it.
  private struct Run {
    var tokens: [Token] = []

    func said(_ language: Language) -> String {
      var (inner, before, after) = (tokens[...], "", "")
      while let last = inner.last, last.kind == .space || Self.isLoose(last, in: inner, opening: "(", closing: ")") {
        after = last.text + after
        inner.removeLast()
      }
      while let first = inner.first, first.kind == .space || Self.isLoose(first, in: inner, opening: ")", closing: "(")
      {
        before += first.text
        inner.removeFirst()
      }
      let text = inner.map(\.text).joined()
      // A letter or a number alone, among words, is one of them.
      let isArrow = text == "→" || text == "↺"
      let isAlone =
        !isArrow && inner.allSatisfy { $0.kind == .number || $0.kind == .sign || $0.text.count == 1 }
        && inner.count == 1
      return before + (isAlone || inner.isEmpty ? text : SpokenLine.formula(text, inner.map { $0 }, language)) + after
    }

    /// A bracket at an end whose other half is not inside.
    private static func isLoose(_ token: Token, in run: ArraySlice<Token>, opening: String, closing: String) -> Bool {
      if token.text == opening { return true }
      guard token.text == closing else { return false }
      return run.count { $0.text == closing } > run.count { $0.text == opening }
    }
  }

  private static func formula(_ text: String, _ tokens: [Token], _ language: Language) -> String {
    // Each side of a sign of equality is a formula of its own.
    var sides: [[Token]] = [[]]
    var between: [Token] = []
    for token in tokens {
      if ["=", "≈", "→", "↺"].contains(token.text) {
        between.append(token)
        sides.append([])
      } else {
        sides[sides.count - 1].append(token)
      }
    }
    var said = ""
    for (index, side) in sides.enumerated() {
      if index > 0 { said += " " + between[index - 1].said(language) + " " }
      let text = trimmed(side.map(\.text).joined())
      if let formula = try? Expression.parse(text) {
        said += formula.spoken()[language]
      } else {
        said += side.filter { $0.kind != .space }.map { $0.said(language) }.joined(separator: " ")
      }
    }
    return trimmed(said)
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// Signs of formulas by themselves.
  private static let signs: [Character: Words] = [
    "∂": Words(en: "partial", zh: "偏"), "·": Words(en: "times", zh: "乘"), "×": Words(en: "times", zh: "乘"),
    "*": Words(en: "times", zh: "乘"), "+": Words(en: "plus", zh: "加"), "−": Words(en: "minus", zh: "减"),
    "/": Words(en: "over", zh: "除以"), "=": Words(en: "equals", zh: "等于"), "≈": Words(en: "is about", zh: "约等于"),
    "(": Words(en: "open bracket", zh: "左括号"), ")": Words(en: "close bracket", zh: "右括号"),
    "²": Words(en: "squared", zh: "的平方"), "³": Words(en: "cubed", zh: "的立方"), "′": Words(en: "prime of", zh: "撇"),
    "½": Words(en: "one half", zh: "二分之一"), "⁺": Words(en: "new", zh: "新的"), "√": Words(en: "square root of", zh: "根号"),
    "^": Words(en: "to the power", zh: "的幂"), "Σ": Words(en: "the sum of", zh: "求和"), "→": Words(en: "then", zh: "然后"),
    "↺": Words(en: "used again", zh: "再次使用"),
  ]
}
