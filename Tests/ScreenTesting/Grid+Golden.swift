package import Screen

extension Grid {
  /// The grid as text: each line in bars, under it a letter for each column that is not plain, then its attributes.
  ///
  ///     |E  0.21|
  ///     :L  nnnn:
  ///     ;   ****;
  ///
  /// Letters: `H` heading, `f` faint, `L` lit, `F` focus, `n` fresh, `r` reused, `g` good, `b` bad, `=` bar, `d` dark. Attributes:
  /// `*` bold, `%` reversed, `_` underlined, `#` more than one. A wide character takes two columns in every layer.
  package var golden: String {
    var result: [String] = []
    for row in 0..<size.rows {
      let cells = (0..<size.columns).map { self[$0, row] }
      result.append("|" + cells.map(\.text).joined() + "|")
      let roles = cells.map { Self.letter($0.style.role) }.joined()
      if roles.contains(where: { $0 != " " }) { result.append(":" + roles + ":") }
      let attributes = cells.map { Self.sign($0.style) }.joined()
      if attributes.contains(where: { $0 != " " }) { result.append(";" + attributes + ";") }
    }
    if let cursor { result.append("cursor \(cursor.column),\(cursor.row)") }
    return result.joined(separator: "\n") + "\n"
  }

  private static func letter(_ role: Role) -> String {
    switch role {
    case .plain: " "
    case .heading: "H"
    case .faint: "f"
    case .lit: "L"
    case .focus: "F"
    case .fresh: "n"
    case .reused: "r"
    case .good: "g"
    case .bad: "b"
    case .bar: "="
    case .dark: "d"
    case .map: "m"
    }
  }

  private static func sign(_ style: Style) -> String {
    switch (style.isBold, style.isReversed, style.isUnderlined) {
    case (false, false, false): " "
    case (true, false, false): "*"
    case (false, true, false): "%"
    case (false, false, true): "_"
    default: "#"
    }
  }
}
