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
  /// The function of all neurons; setting it takes those away that neurons have of their own.
  package var activation: Activation {
    didSet { own = [] }
  }
  package var bias: Bias
  /// A function for each neuron; empty where all have the layer's.
  private var own: [Activation] = []

  package init(neurons: [String], activation: Activation, bias: Bias) {
    self.neurons = neurons
    self.activation = activation
    self.bias = bias
  }

  /// A layer whose neurons have functions of their own, one for each.
  package init(neurons: [String], activations: [Activation], bias: Bias) {
    self.init(neurons: neurons, activation: activations.first ?? .sigmoid, bias: bias)
    if Set(activations).count > 1, activations.count == neurons.count { own = activations }
  }

  /// Whether its neurons have different functions.
  package var isMixed: Bool { !own.isEmpty }

  /// The function of a neuron, by its place in the layer.
  package func activation(of place: Int) -> Activation { own.indices.contains(place) ? own[place] : activation }

  /// The functions in the order of the neurons; one for all where they are the same.
  package var activations: [Activation] { own.isEmpty ? [activation] : own }

  /// The names of the functions, for a description.
  package var activationNames: String { activations.map(\.name).joined(separator: ", ") }
}
