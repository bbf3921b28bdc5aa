/// Text for terminals and fonts that have ASCII only, as far as it has a spelling for what is said.
package enum ASCIIText {
  /// Symbols and punctuation spelled out; what has no spelling stays.
  package static func spelled(_ text: String) -> String {
    text.replacing("ⁿ⁻¹", with: "^(n-1)").reduce(into: "") { $0 += symbols[$1] ?? punctuation[$1] ?? String($1) }
  }

  /// Only the symbols of formulas spelled out, for a language whose punctuation is its own.
  package static func symbolsSpelled(_ text: String) -> String {
    text.replacing("ⁿ⁻¹", with: "^(n-1)").reduce(into: "") { $0 += symbols[$1] ?? String($1) }
  }

  static let symbols: [Character: String] = [
    "∂": "d", "η": "eta", "ε": "eps", "δ": "delta", "μ": "mu", "σ": "sigma", "′": "'", "″": "''", "−": "-", "·": "*",
    "×": "x", "√": "sqrt ", "½": "1/2", "²": "^2", "ⁿ": "^n", "ᵘ": "^u", "ᵛ": "^v", "⁺": "+", "≠": "!=", "≤": "<=",
    "≥": ">=", "≈": "~", "∝": "~", "→": "->",
  ]

  static let punctuation: [Character: String] = [
    "…": "...", "‘": "'", "’": "'", "“": "\"", "”": "\"", "–": "-", "—": "-",
  ]
}
