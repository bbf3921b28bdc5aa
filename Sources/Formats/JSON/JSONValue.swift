/// A JSON value that knows where it is in the text, so that what is wrong with it can be shown there.
package indirect enum JSONValue: Equatable, Sendable {
  case null(Range<Int>)
  case bool(Bool, Range<Int>)
  /// The number and its digits as written.
  case number(Double, text: String, Range<Int>)
  case string(String, Range<Int>)
  case array([JSONValue], Range<Int>)
  /// In the order of the text; a key that occurs twice is here twice, for the reader of the object to report.
  case object([Member], Range<Int>)

  /// One `"key": value` of an object.
  package struct Member: Equatable, Sendable {
    package let key: String
    /// The key with its quotation marks.
    package let keyRange: Range<Int>
    package let value: JSONValue

    package init(key: String, keyRange: Range<Int>, value: JSONValue) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  /// Where the value is, in UTF-8 offsets.
  package var range: Range<Int> {
    switch self {
    case .null(let range), .bool(_, let range), .number(_, _, let range), .string(_, let range), .array(_, let range),
      .object(_, let range):
      range
    }
  }

  /// The first value under that key, nil if this is no object or has no such key.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members, _) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}
