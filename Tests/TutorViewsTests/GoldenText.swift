import Screen

/// A screen as text that people can read and compare: its lines, and under them a layer of styles.
///
/// Each line begins with its row, lines that are blank are left out. In the layer of styles (`3s`) one letter is a cell:
/// `h`eading, `f`aint, `l`it, focus `c`, `n`ew (fresh), `r`eused, `g`ood, `b`ad, bar `=`, blank where plain; bold ones in
/// capitals, a bold plain cell is `P`, a bold one of the bar `#`. Reversed and underlined cells are in a third layer
/// (`3a`), `r` and `u`, `b` for both. Spaces at the ends of lines are left out.
struct GoldenText {
  /// Where a line stands, and what stands there.
  private var lines: [(place: String, text: String)] = []

  init(_ grid: Grid) {
    add(grid.lines, "")
    add(Self.layer(grid) { Self.letter($0) }, "s")
    add(
      Self.layer(grid) { style in
        switch (style.isReversed, style.isUnderlined) {
        case (true, true): "b"
        case (true, false): "r"
        case (false, true): "u"
        case (false, false): " "
        }
      }, "a")
    if let cursor = grid.cursor { lines.append(("cursor", "\(cursor.column) \(cursor.row)")) }
  }

  private mutating func add(_ layer: [String], _ name: String) {
    for (row, text) in layer.enumerated() where text.contains(where: { $0 != " " }) {
      lines.append(("\(row)\(name)", text))
    }
  }

  /// The lines for a file: all of them, or those in which this screen is not what was expected.
  func written(expecting other: GoldenText? = nil) -> [String] {
    let known = other?.byPlace ?? [:]
    let places = Set(lines.map(\.place))
    let gone = (other?.lines ?? []).filter { !places.contains($0.place) }.map { ($0.place, "") }
    return (lines.filter { known[$0.place] != $0.text } + gone).map { "\($0.0)\t\(Self.tabbed($0.1))" }
  }

  /// What a screen is expected to be that differs from this one in two ways, if each alone makes of it what is given: a
  /// line that the first leaves as it is should be what the second makes of it.
  func expecting(_ first: GoldenText, and second: GoldenText) -> GoldenText {
    let mine = byPlace
    var expected = self
    expected.lines =
      first.lines.filter { mine[$0.place] != $0.text }
      + second.lines.filter { first.byPlace[$0.place] == mine[$0.place] }
    return expected
  }

  private var byPlace: [String: String] { Dictionary(lines, uniquingKeysWith: { first, _ in first }) }

  /// Spaces up to every eighth column as one tab, which shows them the same and takes a tenth of the room.
  private static func tabbed(_ text: String) -> String {
    var (result, column, spaces) = ("", 0, 0)
    for character in text {
      if character == " " {
        (column, spaces) = (column + 1, spaces + 1)
        if column % 8 == 0 {
          result += spaces > 1 ? "\t" : " "
          spaces = 0
        }
      } else {
        result += String(repeating: " ", count: spaces) + String(character)
        (column, spaces) = (column + Screen.width(of: String(character)), 0)
      }
    }
    return result + String(repeating: " ", count: spaces)
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
      case .dark: ("d", "D")
      case .map: ("m", "M")
      }
    return style.isBold ? bold : plain
  }
}
