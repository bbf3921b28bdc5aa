import Networks
import Training

/// Training under way in the walk, a slice at a time so that keys are answered in between.
package struct Descent: Equatable, Sendable {
  let data: DataSet
  /// As it is after the rounds so far.
  var network: Network
  package var done = 0
  package let rounds: Int
  /// The mean loss before the first round, and after the last one so far.
  let before: Double
  package var loss: Double
}
