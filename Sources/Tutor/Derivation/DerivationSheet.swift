package import Derivations
import Diagnosis
import Networks

/// A derivation that is worked on line by line; it stays as it was left, whatever is on the screen.
package struct DerivationSheet: Equatable, Sendable {
  /// At least one.
  package private(set) var rows = [""]
  /// The row at hand.
  package private(set) var row = 0
  /// What the finished rows came to when they were last marked.
  package private(set) var findings: [Int: MarkedSheet.RowFinding] = [:]
  /// The quantities about which something is stated.
  private(set) var judged: Set<Quantity> = []

  /// No derivation of homework is as long.
  package static let maxRows = 120

  package var isEmpty: Bool { rows.allSatisfy { !$0.contains { !$0.isWhitespace } } }

  // MARK: Writing

  /// The row at hand as it is now; what was said of it is about another text.
  mutating func write(_ text: String) {
    guard text != rows[row] else { return }
    rows[row] = text
    findings[row] = nil
  }

  /// Ends the row at hand at a place in it and begins the next; false where there is no room for another.
  mutating func breakRow(at place: Int) -> Bool {
    guard rows.count < Self.maxRows else { return false }
    let text = rows[row]
    rows[row] = String(text.prefix(place))
    rows.insert(String(text.dropFirst(place)), at: row + 1)
    row += 1
    return true
  }

  /// Puts the row at hand behind the one before; where that one ended, nil where there is none.
  mutating func joinWithRowBefore() -> Int? {
    guard row > 0 else { return nil }
    let place = rows[row - 1].count
    rows[row - 1] += rows[row]
    rows.remove(at: row)
    row -= 1
    return place
  }

  /// To another row; false at the ends.
  mutating func move(by distance: Int) -> Bool {
    guard rows.indices.contains(row + distance) else { return false }
    row += distance
    return true
  }

  /// Behind the last row that has something in it.
  mutating func goToEnd() {
    row = rows.count - 1
    if rows[row].contains(where: { !$0.isWhitespace }), rows.count < Self.maxRows {
      rows.append("")
      row += 1
    }
  }

  // MARK: Marking

  /// Marks all rows; cost: every statement once or twice through the checker.
  mutating func mark(on network: Network) {
    guard !isEmpty else {
      (findings, judged) = ([:], [])
      return
    }
    let sheet = SheetMarker.mark(rows.joined(separator: "\n"), with: Checker(network))
    findings = sheet.rowFindings
    judged = Set(sheet.lines.filter { $0.mark != .unscored && $0.mark != .unreadable }.compactMap(\.quantity))
  }
}
