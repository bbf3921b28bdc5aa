import Networks

/// What formulas begin with when they are typed.
extension Architecture {
  /// So many names of each kind are looked at; they begin alike.
  private static let maxNames = 20
  /// What asks for a hint stays that.
  private static let hint = "H"

  /// Whether a key is the first of a formula in the names of the network.
  func beginsFormula(with key: String) -> Bool {
    guard key != Self.hint, let first = key.first else { return false }
    // Derivatives, f(…), e^…, η.
    return "(d∂feη".contains(first) || names(limit: Self.maxNames).contains { $0.first == first }
  }

  /// Whether a text is a name of the network, or the first characters of one.
  package func hasName(beginningWith text: String) -> Bool {
    names(limit: Self.maxNames).contains { $0.hasPrefix(text) }
  }
}
