/// How the neurons of a layer get their bias.
package enum Bias: String, CaseIterable, Codable, Sendable {
  /// One bias feeds every neuron of the layer.
  case shared
  /// Every neuron has one of its own.
  case each
  case none
}

/// A layer of neurons, each fed by every node of the layer before it.
package struct Layer: Hashable, Codable, Sendable {
  package var neurons: [String]
  package var activation: Activation
  package var bias: Bias

  package init(neurons: [String], activation: Activation, bias: Bias) {
    self.neurons = neurons
    self.activation = activation
    self.bias = bias
  }
}
