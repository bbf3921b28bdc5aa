package import Networks

/// What a run has come to at one moment, in numbers.
package struct TrainingStatus: Equatable, Sendable {
  package let epoch: Int
  package let loss: Double
  package let settings: TrainingSettings
  package let divergence: Divergence?
  /// With the parameters of the moment, and the sample that is looked at.
  package let network: Network
  package let sample: Int
  package let sampleCount: Int
  /// The share of samples that are answered rightly; nil where targets are no classes.
  package let accuracy: Double?

  /// Cost: a forward pass a sample.
  package init(_ run: TrainingRun, sample: Int) {
    epoch = run.epoch
    loss = run.loss
    settings = run.settings
    divergence = run.divergence
    self.sample = max(0, min(sample, run.data.count - 1))
    network = run.network(sample: self.sample)
    sampleCount = run.data.count
    accuracy = run.hasClasses ? run.accuracy() : nil
  }
}
