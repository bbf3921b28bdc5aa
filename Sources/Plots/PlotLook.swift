package import Diagnostics
import Screen

/// With which characters plots are drawn, and in which language they speak.
package struct PlotLook: Hashable, Sendable {
  /// Braille, blocks and box drawing, or ASCII alone.
  package var isASCII: Bool
  package var language: Language

  package init(isASCII: Bool = false, language: Language = .en) {
    self.isASCII = isASCII
    self.language = language
  }

  /// What tells curves and classes apart without colour.
  func mark(_ number: Int) -> String {
    let marks = isASCII ? ["*", "+", "x", "o", "#", "@", "%", "&"] : ["●", "▲", "■", "◆", "○", "△", "□", "◇"]
    return marks[abs(number % marks.count)]
  }

  /// What tells them apart with it.
  static func style(_ number: Int) -> Style {
    let roles: [Role] = [.lit, .bad, .good, .fresh, .reused]
    return Style(roles[abs(number % roles.count)])
  }

  /// A label in characters that the look allows: the symbols of formulas are spelled out in ASCII.
  func label(_ text: String) -> String { isASCII ? spelled(text) : text }

  /// The same with the symbols of formulas spelled out.
  package func spelled(_ text: String) -> String {
    let spelled: [Character: String] = [
      "∂": "d", "η": "eta", "ε": "eps", "δ": "delta", "μ": "mu", "−": "-", "·": "*", "≠": "!=", "½": "1/2", "≤": "<=",
      "≥": ">=", "…": "...", "²": "^2", "⁺": "+", "→": "->", "×": "x", "≈": "~", "∝": "~",
    ]
    return text.map { spelled[$0] ?? String($0) }.joined()
  }

  var nothingToDraw: String { Words(en: "nothing to draw", zh: "没有可画的数据")[language] }
}
