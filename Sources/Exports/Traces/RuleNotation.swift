import Diagnostics
import Expressions

/// The rules' own line of mathematics, (uⁿ)′ = n·uⁿ⁻¹·u′, in notations other than Unicode.
///
/// u, v and n are no quantities of a network, and the primes no formula of the engine: so signs are exchanged one by
/// one instead of building an expression.
enum RuleNotation {
  static func text(_ rule: Rule, language: Language, style: TextStyle) -> String {
    let statement = rule.statement[language]
    return style == .unicode ? statement : ASCIIText.symbolsSpelled(statement)
  }

  /// In math mode, words as text.
  static func latex(_ statement: String) -> String {
    pieces(of: statement).map { piece in
      switch piece {
      case .raised(let exponent): "^{\(exponent)}"
      case .word(let word) where word.count == 1 && word.utf8.count == 1: word
      case .word("tanh"): "\\tanh"
      case .word("ln"): "\\ln"
      case .word(let word) where ["relu", "softplus"].contains(word): "\\operatorname{\(word)}"
      case .word(let word): "\\text{ \(word) }"
      case .sign("√"): "\\surd "
      case .sign("·"): " \\cdot "
      case .sign("−"): "-"
      case .sign("′"): "'"
      case .sign("″"): "''"
      case .sign("|"): "\\vert "
      // TeX spaces mathematics itself.
      case .sign(" "): " "
      case .sign(let sign) where sign.isASCII: String(sign)
      case .sign(let sign): "\\text{\(sign)}"
      }
    }.joined()
  }

  /// One `<mrow>`.
  static func mathML(_ statement: String) -> String {
    var elements: [String] = []
    /// Exponents and primes are on what comes before them.
    func raise(_ element: String) {
      let base = elements.popLast() ?? "<mrow></mrow>"
      elements.append("<msup>\(base)\(element)</msup>")
    }
    for piece in pieces(of: statement) {
      switch piece {
      case .raised(let exponent):
        let parts = exponent.map { $0 == "-" ? "<mo>−</mo>" : $0.isNumber ? "<mn>\($0)</mn>" : "<mi>\($0)</mi>" }
        raise(parts.count == 1 ? parts[0] : "<mrow>\(parts.joined())</mrow>")
      case .word(let word) where ["if", "else"].contains(word) || !word.utf8.allSatisfy { $0 < 0x80 }:
        elements.append("<mtext>\u{A0}\(word)\u{A0}</mtext>")
      case .word(let word): elements.append("<mi>\(MarkupText.html(word))</mi>")
      case .sign("′"), .sign("″"):
        if case .sign(let sign) = piece { raise("<mo>\(sign)</mo>") }
      case .sign(" "): break
      case .sign("("): elements.append("<mo form=\"prefix\" stretchy=\"false\">(</mo>")
      case .sign(")"): elements.append("<mo form=\"postfix\" stretchy=\"false\">)</mo>")
      case .sign(let sign) where sign.isNumber: elements.append("<mn>\(sign)</mn>")
      case .sign(let sign) where sign.isASCII || "·−√".contains(sign):
        elements.append("<mo>\(MarkupText.html(String(sign)))</mo>")
      case .sign(let sign): elements.append("<mtext>\(sign)</mtext>")
      }
    }
    return "<mrow>\(elements.joined())</mrow>"
  }

  private enum Piece {
    /// ⁿ⁻¹ as n-1.
    case raised(String)
    case word(String)
    case sign(Character)
  }

  private static func pieces(of statement: String) -> [Piece] {
    var pieces: [Piece] = []
    for character in statement {
      if let plain = ASCIIText.exponents[character] {
        if case .raised(let before)? = pieces.last {
          pieces[pieces.count - 1] = .raised(before + String(plain))
        } else {
          pieces.append(.raised(String(plain)))
        }
      } else if character.isLetter {
        if case .word(let before)? = pieces.last {
          pieces[pieces.count - 1] = .word(before + String(character))
        } else {
          pieces.append(.word(String(character)))
        }
      } else {
        pieces.append(.sign(character))
      }
    }
    return pieces
  }
}
