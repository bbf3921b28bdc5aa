/// A formula of a lesson's text as it is laid out: what `$…$` and `$$…$$` hold.
///
/// It is set, never computed: authors write about letters that no network has.
package indirect enum MathText: Hashable, Sendable {
  /// Letters, digits and operators as they are read, in Unicode; operators bring their room.
  case sign(String)
  /// Upright words.
  case words(String)
  case row([MathText])
  case fraction(MathText, MathText)
  case root(MathText)
  /// A base with what is below and above it at the right.
  case scripts(MathText, below: MathText?, above: MathText?)
  /// A base under an accent, by its combining character (`ŷ`).
  case accented(MathText, Character)
  /// Delimiters as tall as what they hold; an empty one is left out.
  case fenced(String, MathText, String)
  /// Rows of cells: aligned equations, cases, a matrix.
  case grid([[MathText]], Alignment)

  /// Where the cells of a column are.
  package enum Alignment: Hashable, Sendable {
    /// Cells right- and left-aligned in turn, as equations are at `&=`.
    case equations
    case left
    case centered
  }

  /// Nothing to be seen.
  static let empty = MathText.row([])

  /// Whether it takes more than a line where it is set in two dimensions.
  var isTall: Bool {
    switch self {
    case .sign, .words: false
    case .row(let parts): parts.contains(where: \.isTall)
    case .fraction: true
    case .root(let inner), .accented(let inner, _), .fenced(_, let inner, _): inner.isTall
    case .scripts(let base, let below, let above):
      base.isTall || [below, above].contains { $0.map { !$0.isRaisedDigits } ?? false }
    case .grid(let rows, _): rows.count > 1 || rows.joined().contains(where: \.isTall)
    }
  }

  /// Whether it is digits alone, which have raised and lowered signs of their own.
  var isRaisedDigits: Bool {
    guard case .sign(let text) = self else { return false }
    return text.count <= 3 && text.allSatisfy { ("0"..."9").contains($0) }
  }
}
