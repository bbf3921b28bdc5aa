import Diagnosis
package import Diagnostics
import Expressions
package import Lessons
import Networks

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
  /// In the order that learners see, which an author's order says nothing of; nil keeps the author's.
  func shuffled(by order: UInt64?) -> [Option] {
    guard let order else { return self }
    var random = RandomSource(seed: order)
    return shuffled(using: &random)
  }

  /// The option that an answer chooses, from 0: by its letter, by what it says, by its value, or by its place from 1.
  func chosen(by answer: String) -> Int? {
    let marks: Set<Character> = ["(", ")", "（", "）", ".", "。", "、", ":", "："]
    let typed = Letter.plain(answer)
    let word = String(typed.drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed())
    if let place = Letter.place(word), indices.contains(place) { return place }
    let named = firstIndex { option in
      ([option.text.en, option.text.zh] + option.spellings).contains { Letter.plain($0) == typed }
    }
    if let named { return named }
    guard let number = try? WrittenNumber(read: answer) else { return nil }
    let values = map { $0.value }
    let fitting = indices.filter { place in values[place].map { number.agreesInEveryDigit(with: $0) } ?? false }
    if fitting.count == 1 { return fitting[0] }
    // Where options are numbers, a place could be meant for a value.
    let areValues = values.contains { value in value.map { (1...Double(count)).contains($0) } ?? false }
    guard !areValues, let place = Int(written: typed), indices.contains(place - 1) else { return nil }
    return place - 1
  }
}

extension Option {
  /// The number that it says, where it begins with one; nil for others.
  fileprivate var value: Double? { Self.value(text.en) ?? Self.value(text.zh) }

  private static let words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
  private static let characters = Array("零一二三四五六七八九十")
  private static let measures: Set<Character> = ["条", "个", "次", "项", "层", "种", "步", "块", "倍"]

  private static func value(_ text: String) -> Double? {
    let opening = text.prefix { !$0.isWhitespace && !",;:，；：。".contains($0) }
    if let number = try? WrittenNumber(read: String(opening)) { return number.value }
    if let place = words.firstIndex(of: opening.lowercased()) { return Double(place) }
    guard let first = opening.first, opening.count == 1 || opening.dropFirst().first.map(measures.contains) == true
    else { return nil }
    return first == "两" ? 2 : characters.firstIndex(of: first).map(Double.init)
  }
}
