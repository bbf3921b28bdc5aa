package import Networks

/// What a run has come to at one moment, in numbers.
package struct TrainingStatus: Equatable, Codable, Sendable {
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

extension TrainingStatus {
  private enum CodingKeys: String, CodingKey {
    case epoch, loss, settings, divergence, network, sample, sampleCount, accuracy
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    // What comes from outside may say anything; there is room left to add.
    epoch = max(0, min(try container.decode(Int.self, forKey: .epoch), 1 << 40))
    loss = try container.decode(Double.self, forKey: .loss)
    settings = try container.decode(TrainingSettings.self, forKey: .settings)
    divergence = try container.decodeIfPresent(Divergence.self, forKey: .divergence)
    network = try container.decode(Network.self, forKey: .network)
    sampleCount = max(0, min(try container.decode(Int.self, forKey: .sampleCount), 1 << 30))
    sample = max(0, min(try container.decode(Int.self, forKey: .sample), sampleCount - 1))
    accuracy = try container.decodeIfPresent(Double.self, forKey: .accuracy)
  }
}
