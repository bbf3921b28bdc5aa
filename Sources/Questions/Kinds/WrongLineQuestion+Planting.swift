import Diagnosis
import Expressions
package import Networks
package import Traces

/// A derivation with one mistake of the catalogue planted in it.
extension WrongLineQuestion {
  /// As many as a small screen shows below the picture, with what is said of an answer.
  private static let maxLines = 9

  /// nil where no mistake shows in the lines of this quantity; the variant chooses among those that do.
  package init?(planting quantity: Quantity, _ trace: Trace, variant: Int) {
    let architecture = trace.network.architecture
    guard Self.isShort(quantity, architecture) else { return nil }
    let right = trace.pass.value(of: quantity)
    let candidates = Checker(trace.network).wrongAnswers(to: quantity).compactMap {
      wrong -> (WrongAnswer, Comparison, Int)? in
      guard !wrong.isOnlyNumeric, wrong.value.isFinite, (wrong.value - right).magnitude > 1e-3 * right.magnitude else {
        return nil
      }
      let comparison = Comparison(wrong.working, at: trace.pass)
      // One line among several must differ, and it must have a right one beside it.
      guard (2...Self.maxLines).contains(comparison.lines.count),
        comparison.lines.allSatisfy({ $0.own != nil && $0.right != nil })
      else {
        return nil
      }
      let differing = comparison.lines.indices.filter { comparison.lines[$0].own != comparison.lines[$0].right }
      return differing.count == 1 ? (wrong, comparison, differing[0]) : nil
    }
    guard !candidates.isEmpty else { return nil }
    let (mistake, comparison, wrong) = candidates[Int(variant.magnitude % UInt(candidates.count))]
    let lines = comparison.lines.compactMap { line in
      line.own.map { Line(left: architecture.expression(of: line.item), right: $0, value: line.ownValue) }
    }
    self.init(
      lines: lines, wrong: wrong, mistake: mistake.id, correction: comparison.lines[wrong].right, focus: mistake.focus)
  }

  /// Whether a derivation can be shown whole: with a line left out, those after it would not follow from the others.
  static func isShort(_ quantity: Quantity, _ architecture: Architecture) -> Bool {
    Working(Subject(quantity, of: architecture)).lines(limit: 20 * maxLines).count <= maxLines
  }
}
