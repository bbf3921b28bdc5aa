import Diagnostics
import Networks

/// What the two languages of a reply have to have in common, and what neither may have of the other.
struct ReplyWords {
  private let words: Words
  private let architecture: Architecture

  init(_ words: Words, _ architecture: Architecture) {
    self.words = words
    self.architecture = architecture
  }

  /// Words that both languages write with Latin letters, beside the names of the network.
  private static let shared: Set<String> = [
    "sigmoid", "tanh", "relu", "softmax", "net", "out", "ln", "exp", "target", "eta", "err",
  ]

  /// What is wrong with the reply in a language; nil where nothing is.
  func fault(in language: Language) -> String? {
    switch language {
    case .en:
      if words.en.contains(where: Self.isChinese) { return "Chinese in it" }
    case .zh:
      if !words.zh.contains(where: Self.isChinese), Self.words(in: words.zh).contains(where: { !isName($0) }) {
        return "no Chinese in it"
      }
      let strange = Self.words(in: words.zh).filter { $0.count > 1 && !isName($0) }
      if !strange.isEmpty { return "English in it: \(strange)" }
      // Within a formula, as in (0, 1), marks are those of the formula.
      let marked = zip(words.zh, words.zh.dropFirst()).contains { Self.isChinese($0) && ",;:!?".contains($1) }
      if marked { return "half-width marks in it" }
    }
    // What an author says is there in the lesson's language alone.
    guard words.en != words.zh else { return nil }
    let (english, chinese) = (named(words.en), named(words.zh))
    return english == chinese ? nil : "names \(chinese.sorted()), and in English \(english.sorted())"
  }

  private static func isChinese(_ character: Character) -> Bool {
    character.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) || (0x3000...0x303F).contains($0.value) }
  }

  /// Runs of Latin letters and digits that begin with a letter, with the indices behind an underscore.
  private static func words(in text: String) -> [String] {
    text.split { !($0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
      .filter { $0.first?.isLetter == true }
  }

  /// The quantities and neurons that are spoken of.
  private func named(_ text: String) -> Set<String> { Set(Self.words(in: text).filter(isOfNetwork)) }

  private func isOfNetwork(_ word: String) -> Bool {
    // A lone letter is an article, or a letter of a formula.
    guard word.count > 1, word != "net", word != "out" else { return false }
    return architecture.quantity(named: word) != nil
      || (0..<architecture.neuronCount).contains { architecture.neuronName($0) == word }
  }

  private func isName(_ word: String) -> Bool {
    word.count == 1 || isOfNetwork(word) || Self.shared.contains(word.lowercased())
      || word.contains("_") && word.split(separator: "_").count == 2
  }
}
