/// A formula as data: closed, so that every interpreter (evaluate, derive, simplify, print) is one `switch`.
///
/// Sums and products are flat lists, so that a long sum is never a deep tree. The shape is kept as written
/// (`target − out_O` stays that) until `simplified()` is asked for.
package indirect enum Expression: Hashable, Sendable {
  case number(Double)
  /// A quantity by its ASCII name: `w5`, `net_h1`, `target`, `eta`, or an updated parameter `w5+`.
  case symbol(String)
  /// At least two terms.
  case sum([Expression])
  /// At least two factors.
  case product([Expression])
  case negation(Expression)
  case quotient(Expression, Expression)
  case power(Expression, Expression)
  case call(Function, Expression)
  /// f′(x): the slope of a function at a point, not yet written out.
  case slope(Function, Expression)
  /// ∂(…)/∂name, not carried out. Of a symbol it names a known quantity: ∂E/∂w5 is `dE/dw5`.
  case derivative(of: Expression, by: String)
}
