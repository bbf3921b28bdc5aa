import Configuration
import Diagnostics
import Expressions
import Lessons
import Networks
import Screen
import Traces
import Tutor

/// Sets formulas and numbers in the look at hand.
struct Typesetter {
  let look: Look
  /// The network whose quantities are named, in its notation.
  let architecture: Architecture
  /// Whether ∂E/∂net_h1 is written as the δ_h1 that it is.
  let namesDeltas: Bool
  /// Writes the keys of commands.
  let keys: KeyText

  init(_ state: State) {
    look = Look(language: state.language, notation: state.notation)
    architecture = state.walk.network.architecture
    namesDeltas = state.walk.trace.form == .deltas && state.drill == nil
    keys = KeyText(state.shared.keymap, isASCII: state.notation == .ascii)
  }

  var language: Language { look.language }
  var notation: TextStyle { look.notation }
  var isUnicode: Bool { !look.isASCII }

  subscript(words: Words) -> String { look.prose(lettered(words[language])) }

  /// A finished text in the letters of the network's notation.
  func lettered(_ text: String) -> String { architecture.lettered(text, notation, language) }

  /// An author's formula; its names of quantities are read in the notation like those of all other text.
  func lettered(_ formula: MathText) -> MathText {
    guard let letters = architecture.letters else { return formula }
    return formula.lettered { letters.written($0)?.text(notation) }
  }

  /// A quantity's name.
  func name(of quantity: Quantity) -> String { architecture.text(of: quantity, notation) }

  /// What a neuron is called.
  func label(ofNeuron neuron: Int) -> String { architecture.label(ofNeuron: neuron, notation, language) }

  /// A sign in the characters at hand.
  func sign(_ sign: Sign) -> String { look.sign(sign) }

  /// A rule's formula in the characters that the terminal has.
  func formula(_ text: String) -> String { look.formula(lettered(text)) }

  func line(_ expression: Expression, digits: Int? = 6) -> String {
    named(expression).text(notation, in: architecture.letters, numberDigits: digits)
  }

  /// A factor among others, in parentheses where they are needed, so that `out_O(1 − out_O)` stays one.
  func factor(_ expression: Expression, isFirst: Bool) -> String {
    let isBound =
      switch expression {
      case .sum, .quotient: false
      case .negation: isFirst
      case .number(let value): isFirst || value >= 0
      default: true
      }
    return isBound ? line(expression) : "(" + line(expression) + ")"
  }

  /// Comparisons as formulas: `|∂E/∂w1 − ∂E/∂w3| < 0.001`.
  func condition(_ condition: Condition) -> String { condition.words(notation) { line($0) }[language] }

  func block(_ expression: Expression, digits: Int? = 6) -> TextBlock {
    named(expression).block(notation, in: architecture.letters, numberDigits: digits)
  }

  /// A finished text in which ∂E/∂net_h1 stands for what the screen calls δ_h1.
  func namingDeltas(_ text: String) -> String {
    // Where δ has the other sign, ∂E/∂net keeps its own name.
    guard namesDeltas, !architecture.negatesDelta else { return text }
    return text.replacing("∂E/∂net_", with: "δ_").replacing("dE/dnet_", with: "delta_")
  }

  private func named(_ expression: Expression) -> Expression {
    guard namesDeltas || architecture.negatesDelta else { return expression }
    return expression.substituting { part in
      // −∂E/∂net is δ itself in some books.
      if architecture.negatesDelta, let delta = architecture.delta(meaning: part) { return delta }
      guard namesDeltas, case .derivative(.symbol("E"), let name) = part, name.hasPrefix("net_"),
        let neuron = architecture.neuron(named: String(name.dropFirst(4)))
      else { return nil }
      return architecture.gradientByDelta(neuron)
    }
  }

  func number(_ value: Double, digits: Int? = 6) -> String {
    Expression.number(value).text(notation, numberDigits: digits)
  }

  /// A number with as many digits as fit, six at the most; where not even one fits, a sign for that.
  ///
  /// Never cut: half a number is a wrong one. The mark of a change goes first, since the style shows it too.
  func number(_ value: Double, columns: Int, isMarked: Bool = false) -> String {
    let texts = [6, 5, 4, 3, 2, 1].lazy.map { number(value, digits: $0) }
    if isMarked, let text = texts.prefix(4).first(where: { Screen.width(of: $0) < columns }) { return text + "*" }
    return texts.first { Screen.width(of: $0) <= columns } ?? (columns > 0 ? sign(.cut) : "")
  }

  /// A name as it is, or where it is too long, its beginning and a sign for the rest.
  func name(_ name: String, columns: Int) -> String {
    if Screen.width(of: name) <= columns { return name }
    if let short = shortLetter(name, columns: columns) { return short }
    var shown = name
    while !shown.isEmpty, Screen.width(of: shown) >= columns { shown.removeLast() }
    return columns > 0 ? shown + sign(.cut) : ""
  }

  /// A word with an index, in fewer letters: the index says which quantity it is, as `t(2)` for `theta^(2)`.
  private func shortLetter(_ name: String, columns: Int) -> String? {
    guard let mark = name.firstIndex(where: { $0 == "_" || $0 == "^" }), mark != name.startIndex else { return nil }
    let index = name[name.index(after: mark)...]
    // In parentheses it needs no sign before it.
    let rest = (index.hasPrefix("(") ? "" : String(name[mark])) + index
    let letters = columns - Screen.width(of: rest)
    guard letters > 0, letters < name[..<mark].count else { return nil }
    return letters > 1 ? name.prefix(letters - 1) + sign(.cut) + rest : name.prefix(1) + rest
  }

  /// What stands for a value that was not found yet.
  func notYet(columns: Int) -> String {
    let text = self[Phrases.notYet]
    return Screen.width(of: text) <= columns ? text : sign(.notYet)
  }

  /// Text broken into lines of at most so many columns, as the lint counts them.
  func wrap(_ text: String, columns: Int) -> [String] { TextFlow.lines(of: text, columns: columns) }
}
