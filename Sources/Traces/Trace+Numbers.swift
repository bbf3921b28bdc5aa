package import Expressions
import Networks

/// What a step says in numbers, taken from the pass.
extension Trace {
  /// The symbolic form with the numbers of the pass put in; of a product or sum, what its parts came to.
  package func substituted(_ step: Step, isComplete: Bool = false) -> Expression {
    switch step.kind {
    case .chain, .product: Self.product(step.path.map { .number(pass.value(of: $0)) })
    case .sum:
      Self.sum(of: step.dependsOn.count, isComplete: isComplete) { .number(value(of: self[step.dependsOn[$0]])) }
    default: substituted(symbolic(step, isComplete: isComplete))
    }
  }

  /// An expression with the numbers of the pass put in for every quantity of the network.
  package func substituted(_ expression: Expression) -> Expression {
    expression.substituting { leaf in
      leaf.leafName.flatMap(value(ofLeaf:)).map(Expression.number)
    }
  }

  /// What a step comes to; of a product, what its own path contributes.
  package func value(of step: Step) -> Double {
    switch step.kind {
    case .chain, .product:
      guard step.pathCount > 1, let last = step.path.last else { return pass.value(of: step.quantity) }
      if case .derivative(of: .out(let out), by: .net(let net)) = last { return pass.share(ofOut: out, inNet: net) }
      guard case .derivative(of: .net(let neuron), _) = last else { return pass.value(of: step.quantity) }
      // Through δ, which stays exact where ∂E/∂out overflows and ∂out/∂net vanishes.
      return pass.deltas[neuron] * pass.value(of: last)
    default: return pass.value(of: step.quantity)
    }
  }
}
