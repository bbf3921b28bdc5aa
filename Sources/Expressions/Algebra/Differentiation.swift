/// One rule applied to an expression: what it leaves to differentiate, and what it makes of those derivatives.
struct Differentiation {
  let rule: Rule
  let operands: [Expression]
  /// The derivative out of the derivatives of `operands`, whether these are left open or carried out.
  let build: ([Expression]) -> Expression

  init(_ rule: Rule, operands: [Expression] = [], build: @escaping ([Expression]) -> Expression) {
    self.rule = rule
    self.operands = operands
    self.build = build
  }
}
