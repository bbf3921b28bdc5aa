package import Networks
package import Traces

/// A worked derivation of a gradient with one factor left out.
package struct FadedExample: Equatable, Sendable {
  /// The factors from E on.
  package let path: [Quantity]
  /// The one that is left out, from 0; the last is left out first, since it is the easiest.
  package let missing: Int

  /// nil where the gradient has more than one path, or no chain.
  package init?(_ question: Question, _ trace: Trace) {
    guard question.kind == .faded, case .derivative(let dependent, let variable) = question.quantity,
      let paths = trace.localDerivatives(of: dependent, by: variable), paths.count == 1, let path = paths.first,
      path.count > 1
    else { return nil }
    self.path = path
    missing = path.count - 1 - Int(question.variant.magnitude % UInt(path.count))
  }

  /// What is asked for.
  package var factor: Quantity { path[missing] }
}
