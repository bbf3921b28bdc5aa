/// What of the picture lights up: the place that a question points to.
package enum Focus: Hashable, Sendable {
  case input(Int)
  case neuron(Int)
  /// The edge of a weight, or a bias.
  case parameter(Int)
  case loss
}
