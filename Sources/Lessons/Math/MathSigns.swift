/// The commands of LaTeX that a lesson's formulas may use, with the signs that they are set with.
enum MathSigns {
  /// Commands that are one sign, and take no argument.
  static let signs: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ",
    "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    "partial": "∂", "nabla": "∇", "infty": "∞", "prime": "′", "ldots": "…", "dots": "…", "cdots": "⋯", "top": "ᵀ",
    "ell": "ℓ", "sum": "Σ", "prod": "Π", "int": "∫", "lbrace": "{", "rbrace": "}", "forall": "∀",
    "{": "{", "}": "}", "$": "$", "%": "%", "&": "&", "#": "#", "_": "_", "|": "‖",
    "cdot": " · ", "times": " × ", "odot": " ⊙ ", "ast": " * ", "circ": " ∘ ", "pm": " ± ", "mp": " ∓ ",
    "leq": " ≤ ", "le": " ≤ ", "geq": " ≥ ", "ge": " ≥ ", "neq": " ≠ ", "ne": " ≠ ", "approx": " ≈ ", "equiv": " ≡ ",
    "propto": " ∝ ", "in": " ∈ ", "sim": " ~ ", "ll": " ≪ ", "gg": " ≫ ", "mid": " | ",
    "to": " → ", "rightarrow": " → ", "leftarrow": " ← ", "gets": " ← ", "Rightarrow": " ⇒ ", "implies": " ⇒ ",
    "mapsto": " ↦ ", "iff": " ⇔ ",
    "quad": "  ", "qquad": "    ", ",": " ", ";": " ", ":": " ", " ": " ", "!": "",
  ]

  /// Functions, which are set upright with a gap before their argument.
  static let functions: Set<String> = [
    "ln", "log", "exp", "sin", "cos", "tan", "tanh", "max", "min", "arg", "lim", "det", "dim",
  ]

  /// Commands with one argument that is set as it is, in another shape of letters, which a terminal has not.
  static let shapes: Set<String> = [
    "mathbf", "mathrm", "mathit", "mathsf", "mathcal", "boldsymbol", "bm", "displaystyle",
  ]

  /// Commands with one argument of upright words.
  static let words: Set<String> = ["text", "textrm", "textbf", "mbox", "operatorname"]

  /// Accents by their combining characters.
  static let accents: [String: Character] = [
    "hat": "\u{302}", "widehat": "\u{302}", "bar": "\u{304}", "overline": "\u{304}", "tilde": "\u{303}",
    "vec": "\u{20D7}", "dot": "\u{307}",
  ]

  /// Commands that change nothing in a terminal.
  static let ignored: Set<String> = [
    "displaystyle", "textstyle", "limits", "nolimits", "big", "Big", "bigl", "bigr", "Bigl", "Bigr",
  ]

  static let fractions: Set<String> = ["frac", "dfrac", "tfrac"]

  /// The environments, and how their cells are aligned.
  static let environments: [String: (alignment: MathText.Alignment, left: String, right: String)] = [
    "aligned": (.equations, "", ""), "align": (.equations, "", ""), "align*": (.equations, "", ""),
    "gathered": (.centered, "", ""), "cases": (.left, "{", ""), "matrix": (.centered, "", ""),
    "pmatrix": (.centered, "(", ")"), "bmatrix": (.centered, "[", "]"),
  ]

  /// Every command, for suggestions.
  static var names: [String] {
    Array(signs.keys) + functions + shapes + words + Array(accents.keys) + fractions + [
      "sqrt", "left", "right", "begin", "end",
    ]
  }
}
