import Diagnostics
import YAML

/// How much text a terminal of 80×24 has room for, beside the frame, the line being typed and the feedback.
package enum Screenful {
  /// Columns of text.
  package static let columns = 76
  /// Rows of text on a screen with a question or with prose alone.
  package static let rows = 17
  /// Rows of text above a step, whose picture and board need the rest.
  package static let rowsBesideStep = 6
  /// Rows of a hint or of what is said to an answer.
  package static let rowsOfFeedback = 3

  /// The rows that a block's own text takes: its question, and its options or lines one below the other.
  static func rows(of block: CheckedDraft.Block) -> Int {
    var rows = 0
    if let prompt = block.fields["prompt"]?.scalar { rows += TextFlow.rows(of: prompt.text, columns: columns) }
    for name in ["options", "why"] {
      for option in block.fields[name]?.elements ?? [] {
        rows += TextFlow.rows(of: option["text"]?.scalar?.text ?? "", columns: columns - 4)
      }
    }
    return rows + (block.fields["lines"]?.elements.count ?? 0)
  }
}
