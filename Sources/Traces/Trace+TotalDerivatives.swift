package import Expressions
package import Networks

/// Derivatives of whole formulas: a quantity in them that depends on the variable carries its share along.
extension Trace {
  /// The derivative of a formula by a quantity, taken apart by the chain rule.
  package struct TotalDerivative: Equatable, Sendable {
    /// One quantity in the formula that depends on the variable.
    package struct Term: Equatable, Sendable {
      package let quantity: Quantity
      /// How the formula depends on this quantity, all others held.
      package let outer: Derivation
      /// How the quantity depends on the variable.
      package var inner: Quantity
    }

    package let terms: [Term]
    /// Where the variable is in the formula itself; nil where it is not.
    package let direct: Derivation?
  }

  /// The derivative of a formula by a quantity, by way of every quantity in it that depends on the variable.
  package func totalDerivative(of expression: Expression, by variable: Quantity) -> TotalDerivative {
    let architecture = network.architecture
    let name = architecture.name(of: variable)
    let terms = expression.leafNames.compactMap { leaf -> TotalDerivative.Term? in
      guard leaf != name, let quantity = architecture.quantity(named: leaf), depends(quantity, on: variable) else {
        return nil
      }
      return TotalDerivative.Term(
        quantity: quantity, outer: expression.derived(by: leaf), inner: .derivative(of: quantity, by: variable))
    }
    let direct = expression.contains(symbol: name) || terms.isEmpty ? expression.derived(by: name) : nil
    return TotalDerivative(terms: terms, direct: direct)
  }

  /// The formula with every derivative of a formula carried out: `∂(out_h1·w5)/∂w1` becomes `w5·∂out_h1/∂w1`.
  ///
  /// Derivatives of single quantities stay as they are.
  package func carryingOut(_ expression: Expression) -> Expression {
    expression.substituting { part in
      guard case .derivative(let inner, let name) = part, part.leafName == nil else { return nil }
      let inside = carryingOut(inner)
      guard let variable = network.architecture.quantity(named: name) else {
        return inside.derivative(by: name).simplified()
      }
      let total = totalDerivative(of: inside, by: variable)
      let terms = total.terms.map { term in
        Self.productOfFactors([
          term.outer.value.simplified(), network.architecture.expression(of: term.inner),
        ])
      }
      return Self.sum(terms + (total.direct.map { [$0.value.simplified()] } ?? []))
    }
  }

  static func sum(_ terms: [Expression]) -> Expression { terms.count == 1 ? terms[0] : .sum(terms) }
}
