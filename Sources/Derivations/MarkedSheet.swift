package import Diagnostics
package import Networks
package import Skills

/// A whole derivation, marked line by line.
package struct MarkedSheet: Sendable {
  /// What a line, or a link of it, is worth.
  package enum Mark: String, CaseIterable, Sendable {
    case right
    /// Right, given an earlier slip of the learner's own.
    case followThrough = "follow-through"
    case slip
    /// Never scored: it says where and why it cannot be read.
    case unreadable
    /// Terms are left out (`…`), the quantity is only named again, or there are too few digits: not scored.
    case unscored
  }

  /// What is between two signs of equality.
  package struct Link: Equatable, Sendable {
    package let text: String
    /// In UTF-8 offsets of the sheet.
    package let range: Range<Int>
    package let mark: Mark
    /// By the ids of the catalogue, or `arithmetic` where a right formula was worked out wrongly.
    package let mistakes: [MistakeID]
    package let feedback: Words
    package let fault: Diagnostic?
  }

  /// One statement: `a = b = c`.
  package struct Line: Equatable, Sendable {
    package let text: String
    package let range: Range<Int>
    /// What it is about; nil where the left side is no quantity of the network.
    package let quantity: Quantity?
    package let links: [Link]

    /// The worst that is in it.
    package var mark: Mark {
      for mark in [Mark.slip, .unreadable, .followThrough, .right] where links.contains(where: { $0.mark == mark }) {
        return mark
      }
      return .unscored
    }
  }

  package let source: SourceText
  package let lines: [Line]
  /// The numbers of lines that state nothing and were passed over.
  package let wordLines: [Int]
  /// Whether the sheet is longer than what is read.
  package let isCut: Bool

  /// A slip of calculation, which is no mistake of the catalogue.
  package static let arithmetic: MistakeID = "arithmetic"
}

/// What a sheet is worth: one point for each line, of a chain the share of its links that are right or follow from the
/// learner's own values.
extension MarkedSheet {
  package var points: (earned: Double, possible: Int) {
    var (earned, possible) = (0.0, 0)
    for line in lines {
      let scored = line.links.filter { $0.mark != .unreadable && $0.mark != .unscored }
      guard !scored.isEmpty else { continue }
      possible += 1
      earned += Double(scored.filter { $0.mark != .slip }.count) / Double(scored.count)
    }
    return (earned, possible)
  }

  /// How many lines have that mark.
  package func count(_ mark: Mark) -> Int { lines.filter { $0.mark == mark }.count }
}
