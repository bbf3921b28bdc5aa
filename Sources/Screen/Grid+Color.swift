extension Grid {
  /// The lines in colour, for a terminal that is written to line by line: attributes and 256 colours (ECMA-48).
  ///
  /// Every line begins and ends in the terminal's own style.
  package var coloredLines: [String] {
    (0..<size.rows).map { row in
      let end = (0..<size.columns).last { self[$0, row] != .blank }.map { $0 + 1 } ?? 0
      var (line, codes) = ("", "")
      for column in 0..<end {
        let cell = self[column, row]
        if cell.isRightHalf { continue }
        let wanted = cell.style.codes
        if wanted != codes {
          line += "\u{1B}[0\(wanted)m"
          codes = wanted
        }
        line += cell.text
      }
      return codes.isEmpty ? line : line + "\u{1B}[0m"
    }
  }
}

extension Style {
  /// What follows a reset; each colour is about as far from white as from black.
  fileprivate var codes: String {
    let color =
      switch role {
      case .plain: ""
      case .heading: ";1"
      case .faint: ";38;5;243"
      case .lit: ";38;5;32"
      case .focus: ";38;5;166"
      case .fresh: ";38;5;133"
      case .reused: ";38;5;30"
      case .good: ";38;5;28"
      case .bad: ";38;5;161"
      case .bar: ";7"
      case .dark: ";48;5;16"
      }
    return color + (isBold && role != .heading ? ";1" : "") + (isUnderlined ? ";4" : "") + (isReversed ? ";7" : "")
  }
}
