/// A word of a formula, after all ways of writing the same thing have become one.
struct Token: Equatable {
  enum Kind: Equatable {
    case number(Double)
    /// ASCII digits instead of subscripts; LaTeX's `\mathrm{out}_{h1}` has become `out_h1`.
    case name(String)
    case plus, minus, times, divided, power
    /// `²`, `⁻¹`: raised digits.
    case superscript(Double)
    /// `⁺`, `^{+}`: the mark of an updated parameter, which is no addition.
    case raisedPlus
    /// ½ and its like.
    case fraction(Double, Double)
    case opening, closing
    case openingBrace, closingBrace
    case bar
    case prime
    case root
    case partial
    /// `=`, and `≈`, which says the same of an answer.
    case equals
    case frac
  }

  let kind: Kind
  /// UTF-8 offsets in the text.
  let range: Range<Int>
  /// As it was written, shortened, for messages.
  let text: String
}
