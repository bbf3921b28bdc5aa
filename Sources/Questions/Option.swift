import Diagnosis
package import Diagnostics
package import Lessons

/// A choice, and what is said of it.
package struct Option: Equatable, Sendable {
  package let text: Words
  /// Whether it is right, which may depend on the numbers.
  package let right: Truth
  package let say: Words?
  /// The id of the block to go on with after it; nil for the next screen.
  let goto: String?
  /// Other ways of typing it.
  let spellings: [String]
  /// What the catalogue says of it; nil where the author does.
  let verdict: Verdict?

  package init(_ option: Ask.Option) {
    text = Words(option.text)
    right = option.right
    say = option.say.map { Words($0) }
    goto = option.goto
    spellings = []
    verdict = nil
  }

  init(text: Words, spellings: [String], verdict: Verdict) {
    self.text = text
    right = verdict.kind == .right ? .always : .never
    say = nil
    goto = nil
    self.spellings = spellings
    self.verdict = verdict
  }
}

extension [Option] {
  /// The option that an answer chooses, from 0: by its number, or by what it says.
  func chosen(by answer: String) -> Int? {
    func plain(_ text: String) -> String { text.lowercased().filter { !$0.isWhitespace } }
    let typed = plain(answer)
    if let number = Int(written: typed), indices.contains(number - 1) { return number - 1 }
    return firstIndex { option in
      ([option.text.en, option.text.zh] + option.spellings).contains { plain($0) == typed }
    }
  }
}
