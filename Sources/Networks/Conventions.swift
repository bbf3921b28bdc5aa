/// What an architecture's formulas look like beyond its wiring.
package struct Conventions: Hashable, Codable, Sendable {
  /// Biases are thresholds, which are subtracted.
  package var hasThresholds = false
  /// Updates add λ·w to a weight's gradient.
  package var hasWeightDecay = false
  /// Updates keep a share of the step before.
  package var hasMomentum = false

  package init(hasThresholds: Bool = false, hasWeightDecay: Bool = false, hasMomentum: Bool = false) {
    self.hasThresholds = hasThresholds
    self.hasWeightDecay = hasWeightDecay
    self.hasMomentum = hasMomentum
  }
}
