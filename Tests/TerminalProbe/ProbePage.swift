import Diagnostics
import Screen
import Terminal

/// What the probe shows: every role by its name, Chinese up to the right edge, the last keys, a mark that moves.
struct ProbePage {
  private var keys: [String] = []
  private var steps = 0
  private static let names = Role.allCases.map { "\($0)" }

  mutating func show(_ key: Key) {
    steps += 1
    keys.append("\(key)")
    if keys.count > 8 { keys.removeFirst() }
  }

  func grid(_ terminal: Terminal) -> Grid {
    let size = terminal.size
    var grid = Grid(size)
    grid.fill(" ", columns: 0..<size.columns, rows: 0..<min(1, size.rows), Style(.bar))
    grid.write("size \(size.columns)x\(size.rows) step \(steps)", at: 0, 0, Style(.bar))
    for role in Role.allCases {
      grid.write(Self.names[Int(role.rawValue)], at: 2, 2 + Int(role.rawValue), Style(role))
    }
    grid.write("∂E/∂w5 δ η 链式法则", at: 20, 2)
    grid.write("│─┼", at: 20, 3)
    // A character that would be cut by the right edge.
    grid.write("右", at: size.columns - 2, 4)
    grid.write("边", at: size.columns - 1, 5)
    grid.write("*", at: 20 + steps % 40, 6, Style(.focus))
    for (line, key) in keys.enumerated() { grid.write(key, at: 20, 8 + line) }
    grid.write(terminal.usesASCII ? "ascii" : "unicode", at: 2, size.rows - 1)
    grid.write(terminal.usesColor ? "color" : "mono", at: 12, size.rows - 1)
    grid.write(terminal.note?.en ?? "", at: 20, size.rows - 1)
    if steps % 2 == 1 { grid.cursor = Point(column: 20 + steps % 40, row: 6) }
    return grid
  }
}
