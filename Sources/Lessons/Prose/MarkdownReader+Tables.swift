import CCmark
import Diagnostics

/// Tables as forges read them: a heading, a line of dashes, rows.
extension MarkdownReader {
  /// The table that a paragraph's lines are; nil where its second line is no line of dashes.
  mutating func table(_ node: OpaquePointer, depth: Int) -> Prose.Block? {
    let lines = lines(of: node)
    guard lines.count >= 2, isDashes(lines[1].text) else { return nil }
    let cells = Self.split(inlines(node, depth: depth, keepsLines: true))
    guard let heading = cells.first, cells.count == lines.count else { return .table([], []) }
    var rows: [[[Prose.Inline]]] = []
    for (number, row) in cells.enumerated().dropFirst(2) {
      guard row.count == heading.count else {
        faults.append(MarkdownFault.cellCount(row.count, expected: heading.count).diagnostic(at: lines[number].range))
        continue
      }
      rows.append(row)
    }
    return .table(heading, rows)
  }

  private func lines(of node: OpaquePointer) -> [(text: String, range: Range<Int>)] {
    let (first, last) = (Int(cmark_node_get_start_line(node)), Int(cmark_node_get_end_line(node)))
    guard first <= last else { return [] }
    return (first...last).map { number in
      let range = source.bytes(ofLine: number)
      return (String(decoding: source.utf8[range], as: UTF8.self), range)
    }
  }

  /// A line such as `|---|:--:|`.
  private func isDashes(_ line: String) -> Bool {
    line.contains("-") && line.contains("|") && line.allSatisfy { "|-: \r>".contains($0) }
  }

  /// The cells of each line: text is cut at line ends and at bars, all else belongs to the cell that it is in.
  private static func split(_ parts: [Prose.Inline]) -> [[[Prose.Inline]]] {
    var rows: [[[Prose.Inline]]] = [[[]]]
    func trimmed(_ cell: [Prose.Inline]) -> [Prose.Inline] {
      var cell = cell
      if case .text(let text)? = cell.first { cell[0] = .text(String(text.drop { $0 == " " })) }
      if case .text(let text)? = cell.last, let end = text.lastIndex(where: { $0 != " " }) {
        cell[cell.count - 1] = .text(String(text[...end]))
      }
      return cell.filter { $0 != .text("") && $0 != .text(" ") }
    }
    for part in parts {
      switch part {
      case .lineBreak: rows.append([[]])
      case .text(let text):
        for (number, piece) in text.split(separator: "|", omittingEmptySubsequences: false).enumerated() {
          if number > 0 { rows[rows.count - 1].append([]) }
          rows[rows.count - 1][rows[rows.count - 1].count - 1].append(.text(String(piece)))
        }
      default: rows[rows.count - 1][rows[rows.count - 1].count - 1].append(part)
      }
    }
    // The bars at both ends enclose no cells.
    return rows.map { row in
      var cells = row.map(trimmed)
      if cells.count > 1, cells.first?.isEmpty == true { cells.removeFirst() }
      if cells.count > 1, cells.last?.isEmpty == true { cells.removeLast() }
      return cells
    }
  }
}
