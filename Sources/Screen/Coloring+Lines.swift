import Diagnostics

/// Colors for what is printed once, line by line: reports of faults, and help.
extension Coloring {
  /// A report of faults: who speaks, what kind it is, the caret under the place, and the label of what to do.
  ///
  /// The text is the same but for the colors.
  package func faults(_ text: String, program: String) -> String {
    lines(text) { line -> String in
      for label in Language.allCases.map({ SourceText.helpLabel[$0] }) where line.hasPrefix(label) {
        return paint(label, Style(.lit)) + line.dropFirst(label.count)
      }
      for label in Language.allCases.map({ SourceText.errorLabel[$0] }) {
        guard let range = line.firstRange(of: label), !line.hasPrefix("  ") else { continue }
        return paint(String(line[..<range.lowerBound]), Style(.plain, bold: true)) + paint(label, Style(.bad))
          + line[range.upperBound...]
      }
      let own = "\(program): "
      if line.hasPrefix(own) { return paint(own, Style(.bad)) + line.dropFirst(own.count) }
      let mark = line.drop { $0 == " " }
      if mark.first == "^", mark.dropFirst().allSatisfy({ $0 == "~" }) {
        return line.prefix(line.count - mark.count) + paint(String(mark), Style(.bad))
      }
      return line
    }
  }

  /// Help: headings, and the names in the left of two columns.
  package func help(_ text: String) -> String {
    lines(text) { line -> String in
      guard line.hasPrefix("  ") else {
        return line.hasSuffix(":") || line.hasSuffix("：") ? paint(line, Style(.heading)) : line
      }
      let inner = line.drop { $0 == " " }
      let indent = line.count - inner.count
      guard indent == 2 else { return line }
      let name = inner.firstRange(of: "  ").map { inner[..<$0.lowerBound] } ?? inner
      return line.prefix(indent) + paint(String(name), Style(.lit)) + inner[name.endIndex...]
    }
  }

  private func lines(_ text: String, _ change: (String) -> String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { change(String($0)) }.joined(separator: "\n")
  }

  private func paint(_ text: String, _ style: Style) -> String {
    let codes = codes(of: style)
    return codes.isEmpty || text.isEmpty ? text : "\u{1B}[0\(codes)m\(text)\u{1B}[0m"
  }
}
