import Diagnostics
import Expressions
import Networks

/// Sets words, formulas and numbers on one line each, in the language and notation at hand.
struct PlainText {
  let language: Language
  let notation: TextStyle
  let architecture: Architecture

  private var isASCII: Bool { notation == .ascii }

  /// In ASCII the mathematical signs in a sentence are exchanged too; of English, everything is ASCII then.
  subscript(words: Words) -> String {
    guard isASCII else { return words[language] }
    let text = formula(words[language])
    return language == .en ? text.reduce(into: "") { $0 += Self.punctuation[$1] ?? String($1) } : text
  }

  func line(_ expression: Expression) -> String { expression.text(notation, numberDigits: 6) }

  func name(_ quantity: Quantity) -> String { line(architecture.expression(of: quantity)) }

  func number(_ value: Double) -> String { line(.number(value)) }

  var arrow: String { isASCII ? "->" : "→" }

  /// A rule's formula, which is written in Unicode.
  func formula(_ text: String) -> String {
    guard isASCII else { return text }
    return text.replacing("ⁿ⁻¹", with: "^(n-1)").reduce(into: "") { $0 += Self.signs[$1] ?? String($1) }
  }

  private static let signs: [Character: String] = [
    "′": "'", "″": "''", "·": "*", "−": "-", "²": "^2", "ⁿ": "^n", "ᵘ": "^u", "ᵛ": "^v", "√": "sqrt ", "∂": "d",
    "η": "eta", "δ": "delta", "⁺": "+", "½": "1/2", "→": "->", "×": "x", "≈": "~", "≠": "!=", "…": "...",
  ]
  private static let punctuation: [Character: String] = ["‘": "'", "’": "'", "“": "\"", "”": "\"", "–": "-", "—": "-"]

  /// Names behind each other: `i1, i2`.
  func list(_ names: [String]) -> String { names.joined(separator: self[Words(en: ", ", zh: "、")]) }

  /// What belongs closely together, with a pause between.
  func phrases(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: self[Words(en: ", ", zh: "，")])
  }

  func sentence(_ text: String) -> String { text + self[Words(en: ".", zh: "。")] }

  var colon: String { self[Words(en: ": ", zh: "：")] }
}
