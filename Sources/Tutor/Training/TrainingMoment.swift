package import Networks
import Traces
package import Training

/// A moment of a training run: all that the walk through its next update takes.
package struct TrainingMoment: Equatable, Codable, Sendable {
  package let network: Network
  package let data: DataSet
  package let sample: Int
  /// The samples of the run's next update.
  package let nextBatch: [Int]
  package let settings: TrainingSettings

  package init(_ run: TrainingRun, sample: Int) {
    network = run.network(sample: sample)
    data = run.data
    self.sample = sample
    nextBatch = run.nextSamples
    settings = run.settings
  }
}

extension Board {
  /// The walk that ends in the run's next update.
  init(_ moment: TrainingMoment) {
    self.init(Walk(moment.network, goals: Trace.defaultGoals(of: moment.network.architecture)))
    begin(with: moment.data, sample: moment.sample, nextBatch: moment.nextBatch, settings: moment.settings)
  }
}
