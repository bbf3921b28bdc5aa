package import Expressions
import Lessons
package import Networks
package import Traces

/// The numbers on which something is asked.
package struct Ground: Equatable, Sendable {
  /// Those of the first sample where it is about several.
  package let network: Network
  /// The samples over which the answer is the mean; only `network` where there is one.
  package let samples: [Network]
  /// The round or sample before, from which a value may stay behind.
  package let before: [Network]
  private let known: Trace?

  package init(_ network: Network, samples: [Network] = [], before: [Network] = []) {
    self.network = network
    self.samples = samples.isEmpty ? [network] : samples
    self.before = before
    known = nil
  }

  /// The numbers of a derivation that is at hand.
  package init(_ trace: Trace) {
    network = trace.network
    samples = [trace.network]
    before = []
    known = trace
  }

  /// A derivation at these numbers: the one at hand, or one without goals.
  package var trace: Trace { known ?? Trace(network, goals: []) }

  /// Other numbers of the same networks; the same seed makes the same ones.
  package func randomized(seed: UInt64) -> Ground {
    let parameters = network.randomized(seed: seed).parameters
    let networks = samples.enumerated().map { number, sample in
      // The samples of a batch share their parameters.
      var other = sample.randomized(seed: seed &+ UInt64(number))
      other.parameters = parameters
      return other
    }
    return Ground(networks.first ?? network, samples: networks)
  }

  /// The value of a formula, the mean over the samples.
  package func value(of expression: Expression) -> Double {
    samples.reduce(0) { $0 + Pass($1).value(of: expression) } / Double(max(1, samples.count))
  }
}
