import Diagnostics
import Expressions
import Networks

/// Names that a user gives to formulas: `a = out_h1*w5`, then `a/2`.
extension Board {
  /// More names, or longer formulas, than these are refused.
  private static let (maxDefinitions, maxFormulaLength) = (64, 2_000)

  /// Whether `a = …` can only be meant as a new name: no quantity, function or constant is called so, and none nearly so.
  ///
  /// A longer name close to a quantity's is a slip (`w55 = 0.4`), which setting numbers reports.
  func defines(_ name: String) -> Bool {
    guard let first = name.first, first.isLetter, architecture.quantity(spelled: name) == nil,
      Function(written: name) == nil, !["e", "pi", "ans", "π"].contains(name)
    else { return false }
    return name.count == 1 || definitions[name] != nil || Suggestion.nearest(to: name, in: architecture.names()) == nil
  }

  /// Keeps the formula under the name, with other own names in it put in, and shows its value.
  mutating func define(_ name: String, as text: String) {
    let formula = recalling(text)
    let isKnown = definitions[name] != nil
    guard formula.utf8.count <= Self.maxFormulaLength, isKnown || definitions.count < Self.maxDefinitions else {
      let (names, length) = (Self.maxDefinitions, Self.maxFormulaLength)
      reply = .fault(
        Words(
          en: "That is too much to keep: at most \(names) names for formulas of \(length) characters each.",
          zh: "保存的内容过多：最多 \(names) 个名称，每个公式不超过 \(length) 个字符。"))
      return
    }
    evaluate(text)
    if reply?.kind == .answer { definitions[name] = formula }
  }

  /// The text with the user's own names, and `ans`, put in.
  ///
  /// A quantity of the network that is called so is meant before them.
  func recalling(_ text: String) -> String {
    guard result != nil || !definitions.isEmpty else { return text }
    var (words, rest) = ("", text[...])
    while let first = rest.first {
      guard first.isLetter || first == "_" else {
        words.append(first)
        rest.removeFirst()
        continue
      }
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      words += meaning(of: String(word)).map { "(\($0))" } ?? String(word)
      rest = rest.dropFirst(word.count)
    }
    return words
  }

  private func meaning(of word: String) -> String? {
    let meaning = word == "ans" ? result.map(DecimalText.shortest) : definitions[word]
    return meaning == nil || architecture.quantity(spelled: word) != nil ? nil : meaning
  }
}
