import Screen

/// A screen as text that people can read and compare: its lines, and under them a layer of styles.
///
/// One letter a cell: `h`eading, `f`aint, `l`it, focus `c`, `n`ew (fresh), `r`eused, `g`ood, `b`ad, bar `=`, blank where
/// plain; bold ones in capitals, a bold plain cell is `P`, a bold one of the bar `#`. Reversed and underlined cells are
/// in a third layer, `r` and `u`, `b` for both. Spaces at the ends of lines are left out.
struct GoldenText {
  let lines: [String]

  init(_ grid: Grid) {
    var lines = grid.lines
    let styles = Self.layer(grid) { Self.letter($0) }
    if styles.contains(where: { !$0.isEmpty }) { lines += ["--- styles"] + styles }
    let attributes = Self.layer(grid) { style in
      switch (style.isReversed, style.isUnderlined) {
      case (true, true): "b"
      case (true, false): "r"
      case (false, true): "u"
      case (false, false): " "
      }
    }
    if attributes.contains(where: { !$0.isEmpty }) { lines += ["--- attributes"] + attributes }
    if let cursor = grid.cursor { lines.append("--- cursor \(cursor.column) \(cursor.row)") }
    self.lines = lines
  }

  private static func layer(_ grid: Grid, _ letter: (Style) -> Character) -> [String] {
    (0..<grid.size.rows).map { row in
      var line = ""
      for column in 0..<grid.size.columns { line.append(letter(grid[column, row].style)) }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  private static func letter(_ style: Style) -> Character {
    let (plain, bold): (Character, Character) =
      switch style.role {
      case .plain: (" ", "P")
      case .heading: ("h", "H")
      case .faint: ("f", "F")
      case .lit: ("l", "L")
      case .focus: ("c", "C")
      case .fresh: ("n", "N")
      case .reused: ("r", "R")
      case .good: ("g", "G")
      case .bad: ("b", "B")
      case .bar: ("=", "#")
      }
    return style.isBold ? bold : plain
  }
}
