import Diagnostics

/// As many columns of a table as a width has room for.
enum ColumnChoice {
  /// The first columns that fit, each a heading and its cells; how many were left out.
  static func fitting(_ columns: [[String]], in width: Int) -> (lines: [String], left: Int) {
    var used = 0
    var shown: [[String]] = []
    for column in columns {
      used += 2 + (column.map { DisplayWidth.of($0) }.max() ?? 0)
      // Two are shown whatever the width: a table of one column says nothing.
      if used > width, shown.count >= 2 { break }
      shown.append(column)
    }
    guard let first = shown.first else { return ([], columns.count) }
    var table = TextTable(heading: shown.map { $0.first ?? "" })
    for row in first.indices.dropFirst() { table.add(shown.map { row < $0.count ? $0[row] : "" }) }
    return (table.lines, columns.count - shown.count)
  }
}
