/// A YAML value that knows its place in the file, so that what is wrong with it can be shown there.
package indirect enum YAMLValue: Equatable, Sendable {
  case scalar(Scalar)
  case list([YAMLValue], Range<Int>)
  /// In the order of the text; a key that occurs twice is here twice, for the reader of the fields to report.
  case mapping([Member], Range<Int>)

  /// A single value as it was written.
  package struct Scalar: Equatable, Sendable {
    package let text: String
    /// Whether it was written without quotation marks, and so may be a number or a truth value.
    package let isPlain: Bool
    /// UTF-8 offsets in the file, quotation marks included.
    package let range: Range<Int>
    /// Where the text itself begins, if it is in the file as it is; nil after escapes and folded lines.
    package let textStart: Int?

    package init(text: String, isPlain: Bool, range: Range<Int>, textStart: Int?) {
      (self.text, self.isPlain, self.range, self.textStart) = (text, isPlain, range, textStart)
    }

    /// Where a part of the text (UTF-8 offsets in it) is in the file; the whole where that cannot be said.
    package func place(of part: Range<Int>) -> Range<Int> {
      guard let textStart else { return range }
      let end = textStart + text.utf8.count
      let start = min(textStart + max(0, part.lowerBound), end)
      return start..<max(start, min(textStart + part.upperBound, end))
    }
  }

  /// One `key: value`.
  package struct Member: Equatable, Sendable {
    package let key: String
    package let keyRange: Range<Int>
    package let value: YAMLValue

    package init(key: String, keyRange: Range<Int>, value: YAMLValue) {
      (self.key, self.keyRange, self.value) = (key, keyRange, value)
    }
  }

  /// UTF-8 offsets in the file.
  package var range: Range<Int> {
    switch self {
    case .scalar(let scalar): scalar.range
    case .list(_, let range), .mapping(_, let range): range
    }
  }

  package var scalar: Scalar? {
    if case .scalar(let scalar) = self { scalar } else { nil }
  }

  /// The elements of a list, else none.
  package var elements: [YAMLValue] {
    if case .list(let elements, _) = self { elements } else { [] }
  }

  /// The members of a mapping, else none.
  package var members: [Member] {
    if case .mapping(let members, _) = self { members } else { [] }
  }

  /// The first value under that key.
  package subscript(key: String) -> YAMLValue? { members.first { $0.key == key }?.value }

  /// The same content, wherever and however it is written.
  package func means(_ other: YAMLValue) -> Bool {
    switch (self, other) {
    case (.scalar(let one), .scalar(let two)): one.text == two.text
    case (.list(let one, _), .list(let two, _)): one.count == two.count && zip(one, two).allSatisfy { $0.means($1) }
    case (.mapping(let one, _), .mapping(let two, _)):
      one.count == two.count && zip(one, two).allSatisfy { $0.key == $1.key && $0.value.means($1.value) }
    default: false
    }
  }
}
