/// How a derivation is put together; its numbers are the same in each.
package enum DerivationForm: String, CaseIterable, Codable, Sendable {
  /// Every factor along a path is written by itself, as far as no neuron feeds several others.
  case factors
  /// What paths share is folded into δ = ∂E/∂net of each neuron, found once and sent back along the weights.
  case deltas
}
