import Diagnostics
import Expressions

/// Raw text made harmless for each format: names come from files.
package enum MarkupText {
  /// What a box that scrolls sideways needs where its formulas may be wider than a phone: the keyboard reaches it.
  ///
  /// A tab stop for every formula of a page would be worse than none.
  package static func scrolling(_ html: String) -> String {
    widestFormula(html) > widestOnPhones ? " tabindex=\"0\"" : ""
  }

  private static let widestOnPhones = 22

  /// The letters of the longest `<math>` element; a fraction counts as if both its parts stood beside each other.
  private static func widestFormula(_ html: String) -> Int {
    var (count, widest) = (0, 0)
    var tag: [UInt8]?
    for byte in html.utf8 {
      switch (byte, tag) {
      case (UInt8(ascii: "<"), _): tag = []
      case (UInt8(ascii: ">"), let name?):
        if name == Array("/math".utf8) { widest = max(widest, count) }
        if [Array("math".utf8), Array("math ".utf8), Array("/math".utf8)].contains(name) { count = 0 }
        tag = nil
      case (_, let name?): if name.count < 6, name.last != UInt8(ascii: " ") { tag = name + [byte] }
      // The first byte of a letter.
      default: if byte & 0xC0 != 0x80 { count += 1 }
      }
    }
    return widest
  }

  /// For element content and attribute values alike.
  package static func html(_ text: String) -> String {
    replacing(text) { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      default: nil
      }
    }
  }

  /// For text of a paragraph, heading or table cell: every sign that Markdown or its HTML could act on, escaped.
  ///
  /// Text never is at the beginning of a line, where more signs would mean something.
  package static func markdown(_ text: String) -> String {
    replacing(text) { character in
      switch character {
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "$": "\\\(character)"
      case "<": "&lt;"
      case ">": "&gt;"
      case "&": "&amp;"
      // Forges make links of addresses.
      case "@": "&#64;"
      default: nil
      }
    }.replacing("://", with: "&#58;//").replacing("www.", with: "www&#46;")
  }

  /// For LaTeX's text mode.
  package static func latex(_ text: String) -> String {
    replacing(text) { character in
      switch character {
      case "\\": "\\textbackslash{}"
      case "{", "}", "$", "&", "#", "_", "%": "\\\(character)"
      case "^": "\\textasciicircum{}"
      case "~": "\\textasciitilde{}"
      case "<": "\\textless{}"
      case ">": "\\textgreater{}"
      case "|": "\\textbar{}"
      case "\"": "\\textquotedbl{}"
      case "`": "\\textasciigrave{}"
      // Ligatures and quotation marks of TeX.
      case "'": "{'}"
      case "-": "{-}"
      case "’": "'"
      case "−": "$-$"
      case "⋮": "$\\vdots$"
      case "∂": "$\\partial$"
      case "→": "$\\rightarrow$"
      case "←": "$\\leftarrow$"
      case "≤": "$\\le$"
      case "≥": "$\\ge$"
      case "≈": "$\\approx$"
      case "≠": "$\\ne$"
      case "·": "$\\cdot$"
      case "⊙": "$\\odot$"
      case "√": "$\\surd$"
      case "∑": "$\\sum$"
      case "½": "$\\frac12$"
      case "¼": "$\\frac14$"
      case "¾": "$\\frac34$"
      case "±": "$\\pm$"
      case "…": "\\dots{}"
      case "▢": "$\\square$"
      case "✓": "$\\checkmark$"
      case "ᵀ": "$^{T}$"
      case "ⁿ": "$^{n}$"
      case "η": "$\\eta$"
      case "⁺": "$^{+}$"
      case "∞": "$\\infty$"
      case "′": "$'$"
      case "×": "$\\times$"
      case "⁻": "$^{-}$"
      default: mathematics(character)
      }
    }
  }

  /// Indices and Greek letters of a notation, which pdfLaTeX has only in math mode.
  private static func mathematics(_ character: Character) -> String? {
    guard let scalar = character.unicodeScalars.first else { return nil }
    switch scalar.value {
    case 0x2080...0x2089: return "$_{\(scalar.value - 0x2080)}$"
    case 0x207D: return "$^{(}$"
    case 0x207E: return "$^{)}$"
    case 0x00B2, 0x00B3: return "$^{\(scalar.value - 0x00B0)}$"
    case 0x00B9: return "$^{1}$"
    case 0x2070, 0x2074...0x2079: return "$^{\(scalar.value - 0x2070)}$"
    case 0x0391...0x03C9, 0x0177: return "$\(WrittenName.latex(ofLetter: String(character)))$"
    default: return nil
    }
  }

  private static func replacing(_ text: String, _ replacement: (Character) -> String?) -> String {
    SourceText.harmless(text).map { replacement($0) ?? String($0) }.joined()
  }

  /// Mathematics in Markdown: where it is not rendered, its text must not be HTML, a link or a table's border.
  package static func harmlessMath(_ latex: String) -> String {
    SourceText.harmless(latex).map { character in
      switch character {
      case "<": "\\lt "
      case ">": "\\gt "
      case "|": "\\vert "
      case "[": "\\lbrack "
      case "]": "\\rbrack "
      case "`": "'"
      case ":": "\\colon "
      default: String(character)
      }
    }.joined()
  }

  /// Whether an address may become a link: only what opens a page or a letter.
  package static func isWebAddress(_ address: String) -> Bool {
    ["https://", "http://", "mailto:"].contains { address.lowercased().hasPrefix($0) }
      && !address.contains { $0.isWhitespace || $0 == "<" || $0 == ">" || $0 == "\"" }
  }

  /// The letter of an option, from 0: a, b, c.
  package static func letter(_ number: Int) -> String {
    (0..<26).contains(number) ? String(UnicodeScalar(UInt8(97 + number))) : String(number + 1)
  }
}
