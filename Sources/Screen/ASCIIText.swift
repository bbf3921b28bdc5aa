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
    "←": "<-", "⇒": "=>", "⇔": "<=>", "↦": "|->", "⊙": "(*)", "∘": "o", "±": "+-", "∓": "-+", "∈": "in", "∞": "inf",
    "∇": "grad ", "Σ": "Sum ", "Π": "Prod ", "⋯": "...", "ᵀ": "^T", "ℓ": "l", "α": "alpha", "β": "beta", "γ": "gamma",
    "ζ": "zeta", "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "ν": "nu", "ξ": "xi", "π": "pi", "ρ": "rho",
    "τ": "tau", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega", "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta",
    "Λ": "Lambda", "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega", "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5",
    "₆": "6", "₇": "7", "₈": "8", "₉": "9", "⁰": "^0", "¹": "^1", "³": "^3", "⁴": "^4", "⁵": "^5", "⁶": "^6", "⁷": "^7",
    "⁸": "^8", "⁹": "^9", "⁻": "-", "⁽": "^(", "⁾": ")", "ˡ": "l",
  ]

  static let punctuation: [Character: String] = [
    "…": "...", "‘": "'", "’": "'", "“": "\"", "”": "\"", "–": "-", "—": "-",
  ]
}
