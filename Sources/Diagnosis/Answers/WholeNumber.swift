extension Int {
  /// Reads a number of a line, of an option, of paths: `3`, `３`, `3.`, ` 12 `; nil for everything else.
  package init?(written text: some StringProtocol) {
    var digits = String.UnicodeScalarView(WrittenNumber.plain(text).filter { !$0.properties.isWhitespace })
    // As a list is numbered; "3.5" is no whole number.
    if digits.count > 1, digits.last == "." || digits.last == "、" { digits.removeLast() }
    guard let number = Int(String(digits)) else { return nil }
    self = number
  }
}
