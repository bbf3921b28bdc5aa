import Diagnostics
package import Screen

/// What a command prints: prose, tables and pictures, one below the other.
package struct Report: Sendable {
  /// A line, or a picture.
  package enum Part: Sendable {
    case line(String)
    case picture(Grid)
  }

  package private(set) var parts: [Part] = []

  package init() {}

  mutating func add(_ lines: String...) { parts += lines.map(Part.line) }
  mutating func add(_ lines: [String]) { parts += lines.map(Part.line) }
  mutating func add(_ picture: Grid) { parts.append(.picture(picture)) }

  /// A sentence or more, wrapped to the width of the pictures.
  mutating func add(_ prose: Words, _ look: Look) {
    add(TextFlow.lines(of: look[prose], columns: max(20, look.size.columns)))
  }

  /// All lines; pictures in color where there are colors.
  package func text(in coloring: Coloring?) -> String {
    parts.flatMap { part in
      switch part {
      case .line(let line): [line]
      case .picture(let grid): Self.trimmed(coloring.map { grid.lines(in: $0) } ?? grid.lines)
      }
    }.map { $0 + "\n" }.joined()
  }

  /// Without the empty lines at its end.
  private static func trimmed(_ lines: [String]) -> [String] {
    Array(lines.prefix((lines.lastIndex { !$0.isEmpty } ?? -1) + 1))
  }
}
