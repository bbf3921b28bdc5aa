package import Networks

/// What a run has recorded of its way: loss, parameters and gradients at the end of epochs, from epoch 0 (before training).
package struct TrainingHistory: Equatable, Sendable {
  /// The parameters whose way is recorded; the first ones where a network has very many.
  package let tracked: [Int]
  /// The mean loss of the samples.
  package internal(set) var losses: SampledSeries
  /// The mean loss of the samples that are held out; empty without any.
  package internal(set) var heldOutLosses: SampledSeries
  /// The tracked parameters, then ∂E/∂(parameter) of the mean loss at the same point.
  package internal(set) var states: SampledSeries

  /// What is recorded at most.
  package enum Limit {
    package static let losses = 16_384
    package static let states = 1024
    package static let stateValues = 131_072
    package static let tracked = 1000
  }

  package init(_ architecture: Architecture) {
    tracked = Array(0..<min(architecture.parameterCount, Limit.tracked))
    losses = SampledSeries(width: 1, capacity: Limit.losses)
    heldOutLosses = SampledSeries(width: 1, capacity: Limit.losses)
    states = SampledSeries(
      width: 2 * tracked.count, capacity: min(Limit.states, Limit.stateValues / max(1, 2 * tracked.count)))
  }

  /// The curve of a parameter; empty if it is not tracked.
  package func values(ofParameter parameter: Int) -> [(epoch: Int, value: Double)] {
    tracked.firstIndex(of: parameter).map { states.column($0) } ?? []
  }

  /// The curve of a gradient; empty if it is not tracked.
  package func gradients(ofParameter parameter: Int) -> [(epoch: Int, value: Double)] {
    tracked.firstIndex(of: parameter).map { states.column(tracked.count + $0) } ?? []
  }

  mutating func removeRows(after epoch: Int) {
    losses.removeRows(after: epoch)
    heldOutLosses.removeRows(after: epoch)
    states.removeRows(after: epoch)
  }
}
