/// Anything in a network that has a name and a value.
package indirect enum Quantity: Hashable, Codable, Sendable {
  case input(Int)
  /// The target of an output, numbered among the outputs.
  case target(Int)
  /// A weight or bias, numbered among the parameters.
  case parameter(Int)
  case learningRate
  /// λ, what an update takes of a weight beside its gradient.
  case weightDecay
  /// μ, the share of the step before that an update keeps.
  case momentum
  /// The step that a parameter took in the update before this one.
  case lastStep(Int)
  /// The net input of a neuron.
  case net(Int)
  /// The output value of a neuron.
  case out(Int)
  /// The loss of one output among several.
  case partialLoss(Int)
  case loss
  /// The partial derivative of one quantity by another.
  case derivative(of: Quantity, by: Quantity)
  /// A parameter after the gradient-descent step.
  case updated(Int)
  /// The loss after the gradient-descent step, all parameters changed at once.
  case lossAfterUpdate

  /// ∂E/∂(quantity).
  package static func gradient(_ quantity: Quantity) -> Quantity { .derivative(of: .loss, by: quantity) }
}
