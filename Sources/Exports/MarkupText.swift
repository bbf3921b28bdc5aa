import Diagnostics

/// Raw text made harmless for each format: names come from files.
enum MarkupText {
  /// For element content and attribute values alike.
  static func html(_ text: String) -> String {
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
  /// Text never stands at the beginning of a line, where more signs would mean something.
  static func markdown(_ text: String) -> String {
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
  static func latex(_ text: String) -> String {
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
      case "η": "$\\eta$"
      case "⁺": "$^{+}$"
      case "∞": "$\\infty$"
      case "′": "$'$"
      case "×": "$\\times$"
      case "⁻": "$^{-}$"
      default: nil
      }
    }
  }

  private static func replacing(_ text: String, _ replacement: (Character) -> String?) -> String {
    SourceText.harmless(text).map { replacement($0) ?? String($0) }.joined()
  }
}
