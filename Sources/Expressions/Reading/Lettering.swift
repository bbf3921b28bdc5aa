/// The letters of a notation, both ways: how a quantity is written, and which quantity a name means.
///
/// Inside formulas a quantity is always its ASCII identity (`w5`, `net_h1`); only writers and the lexer ask.
package protocol Lettering: Sendable {
  /// How the quantity of that identity is written; nil where its identity is its name.
  func written(_ identity: String) -> WrittenName?

  /// The identity that a name means, in full or without signs that may be left out; nil where it means none here.
  func identity(of name: WrittenName) -> String?
}
