package import Diagnostics
import Expressions

/// Sentences and one-line formulas that were made with identities, read in the notation at hand.
extension Architecture {
  /// The words with every name of a quantity as the notation writes it.
  package func lettered(_ words: Words, _ style: TextStyle = .unicode) -> Words {
    guard letters != nil else { return words }
    return Words(en: lettered(words.en, style, .en), zh: lettered(words.zh, style, .zh))
  }

  /// A text in one language; what is written in the notation already stays as it is.
  ///
  /// The choke point of everything that is said about a network: whoever makes a sentence uses identities, and only
  /// where it is shown do they become the notation's names. Cost: linear in the text.
  package func lettered(_ text: String, _ style: TextStyle, _ language: Language) -> String {
    guard let letters else { return text }
    let text = negatesDelta ? text.replacing("δ = ∂E/∂net", with: "δ = −∂E/∂net") : text
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      guard Self.isPartOfName(scalars[place]) else {
        result.append(scalars[place])
        place += 1
        continue
      }
      let start = place
      while place < scalars.count, Self.isPartOfName(scalars[place]) { place += 1 }
      let token = SentenceToken(scalars: scalars, range: start..<place)
      result.append(
        contentsOf: (name(of: token, letters, style, language) ?? token.text).unicodeScalars)
    }
    return String(result)
  }

  private static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "δ", "η": true
    default: false
    }
  }

  private func name(
    of token: SentenceToken, _ letters: NameTable, _ style: TextStyle, _ language: Language
  ) -> String? {
    let text = token.text
    // O₃ is another book's name, whatever O is here.
    if token.hasIndex { return nil }
    if text == "η" || text == "eta" { return letters.written("eta")?.text(style) }
    if text == "δ" { return letters.notation.forms[.delta].flatMap { letterOfDelta($0, style) } }
    let identity = text.hasPrefix("δ_") ? "delta_" + text.dropFirst(2) : text
    if let written = letters.written(identity) {
      guard !token.isEnglishWord || token.isInFormula else { return nil }
      // (a₁⁽²⁾)², where the name has an index above.
      let name = written.text(style)
      return written.above != nil && token.isRaised ? "(\(name))" : name
    }
    // The d of dE/dw5.
    if text.hasPrefix("d"), token.isDifferential, let written = letters.written(String(text.dropFirst())) {
      return "d" + written.text(style)
    }
    if let neuron = neuron(named: text), !token.isEnglishWord {
      return label(ofNeuron: neuron, style, language, isCalledUnit: token.followsUnit)
    }
    return nil
  }

  /// Where hidden layers and outputs have one letter for δ.
  private func letterOfDelta(_ forms: Notation.Forms, _ style: TextStyle) -> String? {
    guard let hidden = forms.hidden.first, let output = forms.output.first, hidden.base == output.base else {
      return nil
    }
    return WrittenName(base: hidden.base).text(style)
  }

  /// What a neuron is called: its own name, its number, or what it puts out.
  package func label(
    ofNeuron neuron: Int, _ style: TextStyle, _ language: Language, isCalledUnit: Bool = false
  ) -> String {
    let own = neuronName(neuron)
    guard let letters else { return own }
    switch letters.notation.numbering {
    case .name: return own
    case .running:
      let number = String(inputs.count + neuron + 1)
      return isCalledUnit ? number : Words(en: "unit ", zh: "单元 ")[language] + number
    case .layer: return letters.written(name(of: .out(neuron)))?.text(style) ?? own
    }
  }
}

/// A word of a sentence, and what stands around it.
private struct SentenceToken {
  let scalars: [Unicode.Scalar]
  let range: Range<Int>
  let text: String

  init(scalars: [Unicode.Scalar], range: Range<Int>) {
    self.scalars = scalars
    self.range = range
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    text = String(view)
  }

  /// `target`, `a`: a name that may be meant as a word.
  var isEnglishWord: Bool {
    ["A", "I"].contains(text) || text.unicodeScalars.allSatisfy { ("a"..."z").contains($0) }
  }

  /// Whether a word is meant as a name: a sign beside it, or no article before it.
  var isInFormula: Bool {
    let (before, after) = (neighbour(-1), neighbour(1))
    if text == "target" {
      let articles = ["the", "a", "an", "its", "their", "each", "one", "that", "this", "no", "every", "other"]
      return !articles.contains(wordBefore.lowercased()) && !["value", "values"].contains(wordAfter)
    }
    func isSign(_ scalar: Unicode.Scalar?) -> Bool {
      scalar.map { "+-−·*/=()∂½²".unicodeScalars.contains($0) } ?? false
    }
    return isSign(before) || isSign(after)
  }

  /// Whether an exponent follows at once.
  var isRaised: Bool {
    guard range.upperBound < scalars.count else { return false }
    return "²³⁻⁰¹⁴⁵⁶⁷⁸⁹^".unicodeScalars.contains(scalars[range.upperBound])
  }

  /// Whether a lowered digit follows at once.
  var hasIndex: Bool {
    range.upperBound < scalars.count && ("₀"..."₉").contains(scalars[range.upperBound])
  }

  var isDifferential: Bool { neighbour(-1) == "/" || neighbour(1) == "/" }

  var followsUnit: Bool { ["neuron", "unit", "neurons", "units", "神经元", "单元"].contains(wordBefore.lowercased()) }

  private func neighbour(_ step: Int) -> Unicode.Scalar? {
    var place = step < 0 ? range.lowerBound - 1 : range.upperBound
    while scalars.indices.contains(place), scalars[place] == " " { place += step }
    return scalars.indices.contains(place) ? scalars[place] : nil
  }

  private var wordBefore: String {
    var place = range.lowerBound - 1
    while place >= 0, scalars[place] == " " { place -= 1 }
    var word: [Unicode.Scalar] = []
    while place >= 0, scalars[place].properties.isAlphabetic {
      word.append(scalars[place])
      place -= 1
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: word.reversed())
    return String(view)
  }

  private var wordAfter: String {
    var view = String.UnicodeScalarView()
    view.append(
      contentsOf: scalars[range.upperBound...].drop { $0 == " " }.prefix { $0.properties.isAlphabetic })
    return String(view)
  }
}
