import Diagnostics

/// What a name is built on: a Latin or Greek letter, with a hat or without, or a word.
enum Letter {
  private static let greek: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ",
    "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ",
    "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
  ]
  private static let names = Dictionary(greek.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  /// Letters that have a character of their own with a hat.
  private static let hatted: [String: String] = [
    "a": "â", "c": "ĉ", "e": "ê", "g": "ĝ", "h": "ĥ", "i": "î", "j": "ĵ", "o": "ô", "s": "ŝ", "u": "û", "w": "ŵ",
    "y": "ŷ", "z": "ẑ",
  ]
  private static let bare = Dictionary(hatted.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })

  /// The letter under a hat: y of `yhat`.
  static func underHat(_ base: String) -> String? {
    guard base.hasSuffix("hat"), case let letter = String(base.dropLast(3)), letter.count == 1 || greek[letter] != nil
    else { return nil }
    return letter
  }

  static func isGreek(_ name: String) -> Bool { greek[name] != nil }

  /// The ASCII name of a letter: `delta` of δ, `yhat` of ŷ; nil where it is no such letter.
  static func name(of character: String) -> String? { names[character] ?? bare[character].map { $0 + "hat" } }

  static func unicode(_ base: String) -> String {
    if let sign = greek[base] { return sign }
    guard let letter = underHat(base) else { return base }
    return hatted[letter] ?? unicode(letter) + "\u{302}"
  }

  static func latex(_ base: String) -> String {
    if base == "omicron" { return "o" }
    if greek[base] != nil { return "\\" + base }
    if let letter = underHat(base) { return "\\hat{\(latex(letter))}" }
    return base.count == 1 ? base : "\\mathrm{\(base.replacing("_", with: "\\_"))}"
  }

  static func mathML(_ base: String) -> String {
    guard let letter = underHat(base) else { return "<mi>\(unicode(base))</mi>" }
    return "<mover accent=\"true\">\(mathML(letter))<mo>^</mo></mover>"
  }

  static func spoken(_ base: String) -> Words {
    guard let letter = underHat(base) else { return Words(base) }
    return Words(en: letter + " hat", zh: letter + " 帽")
  }
}
