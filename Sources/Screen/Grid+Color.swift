extension Grid {
  /// The lines in color, for a terminal that is written to line by line (ECMA-48; xterm's sequences for more than eight colors).
  ///
  /// Every line begins and ends in the terminal's own style.
  package func lines(in coloring: Coloring) -> [String] {
    (0..<size.rows).map { row in
      let end = (0..<size.columns).last { self[$0, row] != .blank }.map { $0 + 1 } ?? 0
      var (line, codes) = ("", "")
      for column in 0..<end {
        let cell = self[column, row]
        if cell.isRightHalf { continue }
        let wanted = coloring.codes(of: cell.style)
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

extension Coloring {
  /// What follows a reset.
  package func codes(of style: Style) -> String {
    let attributes = attributes(of: style)
    var codes = ""
    for (attribute, code) in [(Attributes.bold, 1), (.dim, 2), (.underlined, 4), (.reversed, 7)]
    where attributes.contains(attribute) {
      codes += ";\(code)"
    }
    guard let ink = ink(of: style.role) else { return codes }
    return codes + code(ink.text, 30) + (ink.ground.map { code($0, 40) } ?? "")
  }

  /// A color's code; `base` is 30 for text and 40 for its ground.
  private func code(_ color: Color, _ base: Int) -> String {
    switch depth {
    case .none: return ""
    case .few: return ";\(base + Int(color.number) % 8)"
    case .indexed: return ";\(base + 8);5;\(color.number)"
    case .direct:
      let (red, green, blue) = color.channels
      return ";\(base + 8);2;\(red);\(green);\(blue)"
    }
  }
}
