package import Diagnostics
package import Networks
import Traces

extension Invocation {
  /// The gradients among the operands, of a network; a bare parameter means its gradient.
  package func gradients(of architecture: Architecture) throws(UsageFault) -> [Quantity] {
    var goals: [Quantity] = []
    for name in operands.flatMap({ $0.split(separator: ",").map(String.init) }) {
      guard let quantity = architecture.quantity(spelled: name),
        let goal = [quantity, .gradient(quantity)].first(where: Trace.isGoal)
      else {
        let known = (0..<min(200, architecture.parameterCount)).map {
          architecture.name(of: .gradient(.parameter($0)))
        }
        throw .notAGradient(name, nearest: Suggestion.nearest(to: name, in: known))
      }
      if !goals.contains(goal) { goals.append(goal) }
    }
    return goals
  }

  /// The network with the numbers that the options ask for: drawn first, then set.
  ///
  /// Throws the faults of the first `--set` that has any, with its text.
  package func applyingNumbers(to network: Network) throws(AssignmentFaults) -> Network {
    var network = network
    if let seed = value(of: .random).flatMap(UInt64.init) { network = network.randomized(seed: seed) }
    for text in values(of: .set) {
      do throws(Network.AssignmentFaults) {
        network = try network.assigning(text)
      } catch {
        throw AssignmentFaults(text: text, diagnostics: error.diagnostics)
      }
    }
    return network
  }

  /// What is wrong in the values of `--set`, each with its place.
  package struct AssignmentFaults: Error, Equatable {
    package let text: String
    package let diagnostics: [Diagnostic]
  }
}
