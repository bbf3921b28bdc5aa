/// How an expression is differentiated: one rule, what it leaves to differentiate, and how that is done in turn.
package struct Derivation: Hashable, Sendable {
  /// What is differentiated.
  package let expression: Expression
  /// The variable's ASCII name.
  package let name: String
  /// The rule that is applied to the whole.
  package let rule: Rule
  /// What this rule alone makes of it: the derivatives that it leaves are not carried out, as on a board.
  package let result: Expression
  /// The derivations of those, in the order in which they stand in `result`.
  package let parts: [Derivation]
  /// Everything carried out, and not simplified.
  package let value: Expression

  init(of expression: Expression, by name: String, _ step: Differentiation) {
    self.expression = expression
    self.name = name
    rule = step.rule
    parts = step.operands.map { $0.derived(by: name) }
    result = step.build(step.operands.map { .derivative(of: $0, by: name) })
    value = step.build(parts.map(\.value))
  }

  /// The one rule that a teacher would name for the whole.
  ///
  /// A sum of which one term depends on the variable is that term's rule, a number in front and a minus sign are not
  /// worth naming: ∂(out_h1·w5 + b2)/∂w5 is a product with a constant, ½(target − out)² is the power rule.
  package var principalRule: Rule {
    switch rule {
    case .sum:
      let depending = parts.filter { $0.rule != .constant }
      return depending.count == 1 ? depending[0].principalRule : (depending.isEmpty ? .constant : .sum)
    case .negation:
      return parts.first.map { $0.rule == .identity ? .negation : $0.principalRule } ?? rule
    case .constantMultiple:
      guard let part = parts.first, part.rule != .identity, hasNumericFactorsOnly(besides: part) else { return rule }
      return part.principalRule
    default: return rule
    }
  }

  private func hasNumericFactorsOnly(besides part: Derivation) -> Bool {
    expression.children.allSatisfy { $0 == part.expression || $0.leafNames.isEmpty }
  }
}
