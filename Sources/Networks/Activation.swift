package import Expressions

/// What a neuron does with its net input.
package enum Activation: String, CaseIterable, Codable, Sendable {
  case sigmoid
  case tanh
  case relu
  case identity

  /// f(net) as an expression.
  package func applied(to net: Expression) -> Expression {
    switch self {
    case .sigmoid: .call(.sigmoid, net)
    case .tanh: .call(.tanh, net)
    case .relu: .call(.relu, net)
    case .identity: net
    }
  }
}
