/// Where the lines of a plain session come from.
protocol LineSource {
  /// The next line; `nil` at the end.
  mutating func next() -> TypedLine?
}

/// A line as it came in.
enum TypedLine: Equatable {
  case text(String)
  case tooLong
  case notUTF8
}
