import Diagnostics
import YAML

/// The words behind the fence: `ask number id=n1`, `show step=dE/dw5`.
struct BlockHeader {
  var kind: BlockKind?
  var attributes: [YAMLValue.Member] = []
  private(set) var faults: [Diagnostic] = []

  private struct Word {
    let text: String
    let range: Range<Int>
  }

  private static let firstWords = ["show", "ask", "try"]

  /// Whether a fence with this info begins a block of a lesson rather than lines to be shown as they are.
  static func isLessonBlock(_ info: String) -> Bool {
    firstWords.contains(String(info.prefix { $0 != " " }))
  }

  /// nil for a fence that only shows its lines.
  init?(_ source: SourceText, line: Range<Int>) {
    let words = Self.words(source, line)
    guard let first = words.first else { return nil }
    if !Self.firstWords.contains(first.text) {
      guard let nearest = Suggestion.nearest(to: first.text, in: Self.firstWords) else { return nil }
      faults.append(StructureFault.unknownBlock(first.text, nearest: nearest).diagnostic(at: first.range))
      return
    }
    var rest = words.dropFirst()
    if first.text == "show", let second = rest.first, !second.text.contains("=") {
      rest = rest.dropFirst()
      kind = BlockKind(rawValue: "show " + second.text)
      if kind == nil {
        let nearest = Suggestion.nearest(to: second.text, in: BlockKind.shown)
        faults.append(StructureFault.unknownShown(second.text, nearest: nearest).diagnostic(at: second.range))
      }
    } else if first.text == "ask" {
      guard let second = rest.first, !second.text.contains("=") else {
        let place = first.range.upperBound
        faults.append(StructureFault.missingQuestionKind.diagnostic(at: place..<place))
        return
      }
      rest = rest.dropFirst()
      kind = BlockKind(rawValue: "ask " + second.text)
      if kind == nil {
        let nearest = Suggestion.nearest(to: second.text, in: BlockKind.questions)
        faults.append(StructureFault.unknownQuestion(second.text, nearest: nearest).diagnostic(at: second.range))
      }
    } else {
      kind = BlockKind(rawValue: first.text)
    }
    for word in rest { readAttribute(word) }
  }

  private mutating func readAttribute(_ word: Word) {
    guard let equals = word.text.utf8.firstIndex(of: UInt8(ascii: "=")), equals != word.text.utf8.startIndex,
      word.text.utf8.index(after: equals) != word.text.utf8.endIndex
    else {
      faults.append(StructureFault.malformedAttribute(word.text).diagnostic(at: word.range))
      return
    }
    let key = String(word.text[..<equals])
    let value = String(word.text[word.text.utf8.index(after: equals)...])
    let middle = word.range.lowerBound + key.utf8.count
    let scalar = YAMLValue.Scalar(
      text: value, isPlain: true, range: middle + 1..<word.range.upperBound, textStart: middle + 1)
    attributes.append(
      YAMLValue.Member(key: key, keyRange: word.range.lowerBound..<middle, value: .scalar(scalar)))
  }

  private static func words(_ source: SourceText, _ line: Range<Int>) -> [Word] {
    var words: [Word] = []
    var place = line.lowerBound
    while place < line.upperBound, source.utf8[place] == 0x20 { place += 1 }
    guard place < line.upperBound else { return [] }
    let mark = source.utf8[place]
    while place < line.upperBound, source.utf8[place] == mark { place += 1 }
    while place < line.upperBound {
      let start = place
      while place < line.upperBound, source.utf8[place] > 0x20 { place += 1 }
      if place > start {
        words.append(Word(text: String(decoding: source.utf8[start..<place], as: UTF8.self), range: start..<place))
      } else {
        place += 1
      }
    }
    return words
  }
}
