/// With which characters text and formulas are written.
package enum TextStyle: String, CaseIterable, Codable, Sendable {
  /// What every terminal, file and parser takes: `dE/dw5`, `out_O*(1 - out_O)`.
  case ascii
  /// What learners read: `∂E/∂w5`, `out_O(1 − out_O)`.
  case unicode
}
