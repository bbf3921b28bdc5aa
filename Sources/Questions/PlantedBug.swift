package import Diagnosis
import Networks
package import Traces

/// Somebody's derivation with one mistake of the catalogue in it.
package struct PlantedBug: Sendable {
  /// The mistake's id.
  package let mistake: String
  /// The lines as somebody wrote them, beside the right ones.
  package let comparison: Comparison
  /// The line that is wrong, from 0.
  package let wrongLine: Int
  package let focus: Focus

  /// As many as a small screen shows below the picture, with what is said of an answer.
  private static let mostLines = 9

  /// nil where no mistake shows in the lines of this quantity.
  package init?(_ question: Question, _ trace: Trace) {
    guard question.kind == .bug, Self.isShort(question.quantity, trace.network.architecture) else { return nil }
    let right = trace.pass.value(of: question.quantity)
    let candidates = Checker(trace.network).wrongAnswers(to: question.quantity).compactMap {
      wrong -> (WrongAnswer, Comparison, Int)? in
      guard !wrong.isOnlyNumeric, wrong.value.isFinite, (wrong.value - right).magnitude > 1e-3 * right.magnitude else {
        return nil
      }
      let comparison = Comparison(wrong.working, at: trace.pass)
      // One line must differ, and it must have a right one beside it.
      guard comparison.lines.count <= Self.mostLines, comparison.lines.allSatisfy({ $0.own != nil && $0.right != nil })
      else {
        return nil
      }
      let differing = comparison.lines.indices.filter { comparison.lines[$0].own != comparison.lines[$0].right }
      return differing.count == 1 ? (wrong, comparison, differing[0]) : nil
    }
    guard !candidates.isEmpty else { return nil }
    let (wrong, comparison, line) = candidates[Int(question.variant.magnitude % UInt(candidates.count))]
    mistake = wrong.id
    self.comparison = comparison
    wrongLine = line
    focus = wrong.focus
  }

  /// Whether a derivation can be shown whole: with a line left out, those after it would not follow from the others.
  static func isShort(_ quantity: Quantity, _ architecture: Architecture) -> Bool {
    Working(Subject(quantity, of: architecture)).lines(limit: 20 * mostLines).count <= mostLines
  }
}
