package import Diagnostics
package import Expressions
import Networks

/// What an expression comes to, from the formula to the value.
package struct Evaluation: Equatable, Sendable {
  package let expression: Expression
  /// What it is made of, derivatives carried out; nil where there is nothing more to say.
  package let closedForm: Expression?
  /// The same with the numbers put in; nil where no number has to be put in.
  package let substituted: Expression?
  package let value: Double
}

extension Trace {
  /// Evaluates an expression over the network's quantities; throws where a name is unknown.
  package func evaluation(of expression: Expression) throws(Diagnostic) -> Evaluation {
    var value = try value(of: expression)
    if let exact = expression.exactValue { value = exact }
    // A sum of numbers has its value for a closed form; that is said once.
    var closed = closedForm(of: expression).flatMap { $0 == .number(value) ? nil : $0 }
    if case .negation(.negation(let inner))? = closed { closed = inner }
    // Simplifying may make something of 0/0: that would be no equation.
    if !value.isFinite, let form = closed, try self.value(of: form).isFinite { closed = nil }
    // What simplifies to a single quantity or number is that, without what rounding made of the way there.
    if expression.leafName == nil, let form = closed, form.leafName != nil || form.exactValue != nil {
      if let exact = form.exactValue { value = exact } else { value = try self.value(of: form) }
      if case .number = form { closed = nil }
    }
    let formula = closed ?? expression
    let numbers = substituted(formula)
    // 3·(−0.1) is −0.3, as on paper. A quantity of the network keeps the value that every other line shows.
    if expression.leafName == nil, isOfGivens(formula), let exact = numbers.exactValue { value = exact }
    let isTelling = numbers != formula && numbers != .number(value)
    return Evaluation(
      expression: expression, closedForm: closed, substituted: isTelling ? numbers : nil, value: value)
  }

  /// Whether its numbers are those that someone wrote down, none of them worked out.
  private func isOfGivens(_ expression: Expression) -> Bool {
    expression.leafNames.allSatisfy { name in
      network.architecture.quantity(named: name).flatMap { network[given: $0] } != nil
    }
  }
}
