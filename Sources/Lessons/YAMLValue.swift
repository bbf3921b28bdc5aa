/// A YAML value that knows where it stands in the lesson file, so that what is wrong with it can be shown there.
indirect enum YAMLValue: Equatable, Sendable {
  case scalar(Scalar)
  case list([YAMLValue], Range<Int>)
  /// In the order of the text; a key that occurs twice is here twice, for the reader of the fields to report.
  case mapping([Member], Range<Int>)

  struct Scalar: Equatable, Sendable {
    let text: String
    /// Whether it was written without quotation marks, and so may be a number or a truth value.
    let isPlain: Bool
    /// UTF-8 offsets in the file, quotation marks included.
    let range: Range<Int>
    /// Where the text itself begins, if it stands in the file as it is; nil after escapes and folded lines.
    let textStart: Int?

    /// Where a part of the text (UTF-8 offsets in it) stands in the file; the whole where that cannot be said.
    func place(of part: Range<Int>) -> Range<Int> {
      guard let textStart else { return range }
      let end = textStart + text.utf8.count
      let start = min(textStart + max(0, part.lowerBound), end)
      return start..<max(start, min(textStart + part.upperBound, end))
    }
  }

  /// One `key: value`.
  struct Member: Equatable, Sendable {
    let key: String
    let keyRange: Range<Int>
    let value: YAMLValue
  }

  /// UTF-8 offsets in the file.
  var range: Range<Int> {
    switch self {
    case .scalar(let scalar): scalar.range
    case .list(_, let range), .mapping(_, let range): range
    }
  }

  var scalar: Scalar? {
    if case .scalar(let scalar) = self { scalar } else { nil }
  }

  /// The elements of a list, else none.
  var elements: [YAMLValue] {
    if case .list(let elements, _) = self { elements } else { [] }
  }

  /// The members of a mapping, else none.
  var members: [Member] {
    if case .mapping(let members, _) = self { members } else { [] }
  }

  /// The first value under that key.
  subscript(key: String) -> YAMLValue? { members.first { $0.key == key }?.value }

  /// The same content, wherever and however it is written.
  func means(_ other: YAMLValue) -> Bool {
    switch (self, other) {
    case (.scalar(let one), .scalar(let two)): one.text == two.text
    case (.list(let one, _), .list(let two, _)): one.count == two.count && zip(one, two).allSatisfy { $0.means($1) }
    case (.mapping(let one, _), .mapping(let two, _)):
      one.count == two.count && zip(one, two).allSatisfy { $0.key == $1.key && $0.value.means($1.value) }
    default: false
    }
  }
}
