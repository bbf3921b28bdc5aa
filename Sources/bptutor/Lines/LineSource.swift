/// Where the lines of a plain session come from.
protocol LineSource {
  /// The next line; `nil` at the end.
  mutating func next() -> TypedLine?
}

/// Lines that were given on the command line.
struct GivenLines: LineSource {
  private var lines: ArraySlice<String>

  /// Commands with semicolons between them, which no formula has.
  init(_ text: String) {
    lines = text.split(separator: ";").map(String.init)[...]
  }

  mutating func next() -> TypedLine? { lines.popFirst().map(TypedLine.text) }
}

/// A line as it came in.
enum TypedLine: Equatable {
  case text(String)
  case tooLong
  case notUTF8
}
