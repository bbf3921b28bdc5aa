package import Diagnostics

/// A quantity's name in a notation: a letter or word, an index below, an index above.
package struct WrittenName: Hashable, Sendable {
  /// `w`, `Err`; Greek letters and hats by their names: `delta`, `yhat`.
  package var base: String
  /// `13`, `11,3`, `o1`.
  package var below: String?
  /// `2`, or `(2)` where a layer is written in parentheses.
  package var above: String?
  /// Whether the index above comes first on a line, as in Nielsen's a²₁.
  package var isAboveFirst: Bool
  /// Whether digits follow the letter without a sign between: `w13`.
  package var isCompact: Bool
  /// Whether this is a parameter after the update.
  package var isUpdated = false

  package init(
    base: String, below: String? = nil, above: String? = nil, isAboveFirst: Bool = false, isCompact: Bool = false
  ) {
    self.base = base
    self.below = below
    self.above = above
    self.isAboveFirst = isAboveFirst
    self.isCompact = isCompact
  }
}

// MARK: On a line

extension WrittenName {
  /// The name on one line: `w_13`, `z_1^(2)`; or w₁₃, z₁⁽²⁾.
  package func text(_ style: TextStyle) -> String {
    let under = below.map { isCompact ? $0 : style == .unicode ? Self.lowered($0) ?? "_\($0)" : "_\($0)" } ?? ""
    let over = above.map { style == .unicode ? Self.raised($0) ?? "^\($0)" : "^\($0)" } ?? ""
    let letter = style == .unicode ? Letter.unicode(base) : base
    return letter + (isAboveFirst ? over + under : under + over)
      + (isUpdated ? (style == .unicode ? "⁺" : "+") : "")
  }

  /// Digits and commas below the line; nil if there is anything else, as Unicode has no other letters there.
  private static func lowered(_ text: String) -> String? {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9": result.unicodeScalars.append(Unicode.Scalar(scalar.value - 0x30 + 0x2080) ?? scalar)
      case ",": result.unicodeScalars.append(scalar)
      default: return nil
      }
    }
    return result
  }

  private static func raised(_ text: String) -> String? {
    var result = ""
    for character in text {
      switch character {
      case "(": result += "⁽"
      case ")": result += "⁾"
      default:
        guard let digit = LineWriter.superscript(String(character)) else { return nil }
        result += digit
      }
    }
    return result
  }
}

// MARK: In markup

extension WrittenName {
  /// The name in LaTeX's math mode.
  package var latex: String {
    var text = Letter.latex(base)
    if let below { text += below.count == 1 ? "_\(below)" : "_{\(below.replacing("_", with: "\\_"))}" }
    let over = (above ?? "") + (isUpdated ? "+" : "")
    return over.isEmpty ? text : text + (over.count == 1 && !isUpdated ? "^\(over)" : "^{\(over)}")
  }

  /// A Greek or hatted letter in LaTeX's math mode, any other one as it is.
  package static func latex(ofLetter character: String) -> String {
    Letter.name(of: character).map(Letter.latex) ?? character
  }

  /// The name as one MathML element.
  package var mathML: String {
    let letter = Letter.mathML(base)
    func row(_ text: String) -> String {
      var elements: [String] = []
      var word = ""
      func close() {
        if !word.isEmpty { elements.append(Int(word) == nil ? "<mi>\(word)</mi>" : "<mn>\(word)</mn>") }
        word = ""
      }
      for character in text {
        if character.isLetter || character.isNumber {
          word.append(character)
        } else {
          close()
          elements.append("<mo>\(character)</mo>")
        }
      }
      close()
      return elements.count == 1 ? elements[0] : "<mrow>\(elements.joined())</mrow>"
    }
    let over = (above ?? "") + (isUpdated ? "+" : "")
    switch (below, over.isEmpty) {
    case (let below?, false): return "<msubsup>\(letter)\(row(below))\(row(over))</msubsup>"
    case (let below?, true): return "<msub>\(letter)\(row(below))</msub>"
    case (nil, false): return "<msup>\(letter)\(row(over))</msup>"
    case (nil, true): return letter
    }
  }
}
