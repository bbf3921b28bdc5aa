/// Text for terminals, fonts and files that have ASCII only, as far as it has a spelling for what is said.
package enum ASCIIText {
  /// Symbols and punctuation spelled out; what has no spelling stays.
  package static func spelled(_ text: String) -> String { spelled(text) { symbols[$0] ?? punctuation[$0] } }

  /// Only the symbols of formulas spelled out, for a language whose punctuation is its own.
  package static func symbolsSpelled(_ text: String) -> String { spelled(text) { symbols[$0] } }

  /// With exponents behind a `^`, in parentheses where they are longer than a character.
  private static func spelled(_ text: String, _ spelling: (Character) -> String?) -> String {
    var (result, exponent) = ("", "")
    func raised() -> String { exponent.isEmpty ? "" : exponent.count == 1 ? "^" + exponent : "^(\(exponent))" }
    for character in text {
      if let plain = exponents[character] {
        exponent.append(plain)
        continue
      }
      result += raised() + (spelling(character) ?? String(character))
      exponent = ""
    }
    return result + raised()
  }

  package static let symbols: [Character: String] = [
    "∂": "d", "η": "eta", "ε": "eps", "δ": "delta", "μ": "mu", "σ": "sigma", "′": "'", "″": "''", "−": "-", "·": "*",
    "×": "x", "√": "sqrt ", "½": "1/2", "⁺": "+", "≠": "!=", "≤": "<=", "≥": ">=", "≈": "~", "∝": "~", "→": "->",
  ]

  package static let punctuation: [Character: String] = [
    "…": "...", "‘": "'", "’": "'", "“": "\"", "”": "\"", "–": "-", "—": "-",
  ]

  /// The plus sign is none of them: it marks what an update makes, as in w5⁺.
  package static let exponents: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁻": "-",
    "ⁿ": "n",
    "ᵘ": "u", "ᵛ": "v",
  ]
}
