import Traces
package import Training

/// A data set, the sample of it that the walk goes along, and the batch that updates are the mean of.
package struct Samples: Equatable, Sendable {
  let data: DataSet
  /// The sample at hand, from 0.
  package internal(set) var shown = 0
  /// The samples of the batch, from 0; nil where each sample is alone.
  package internal(set) var batch: [Int]?

  /// nil where there is nothing to choose from.
  package init?(_ data: DataSet) {
    guard data.count > 0 else { return nil }
    self.data = data
  }

  package var count: Int { data.count }
  package var name: String { data.name }

  /// The batch in the words of the learner's line: `1-4`; nil where its samples do not follow each other.
  package var batchRange: String? {
    guard let batch, let first = batch.first, let last = batch.last, batch == Array(first..<first + batch.count) else {
      return nil
    }
    return "\(first + 1)-\(last + 1)"
  }

  /// The batch as a derivation takes it.
  var averaged: Batch? {
    batch.map { numbers in
      let samples = numbers.map { sample in
        Batch.Sample(
          number: sample + 1, inputs: Array(data.inputs(ofSample: sample)),
          targets: Array(data.targets(ofSample: sample)))
      }
      return Batch(samples, own: shown + 1)
    }
  }
}
