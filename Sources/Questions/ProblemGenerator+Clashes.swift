package import Diagnosis
package import Networks
import Skills

/// Which mistakes a set of numbers cannot tell apart.
extension ProblemGenerator {
  /// Two wrong answers, by their places in the catalogue's order; -1 is the right answer.
  package struct Pair: Hashable, Sendable {
    let first: Int
    let second: Int

    package init(first: Int, second: Int) { (self.first, self.second) = (first, second) }
  }

  /// The answers of different mistakes that cannot be distinguished at these numbers, or from the right one.
  package static func clashes(_ network: Network, _ quantity: Quantity) -> Set<Pair> {
    clashes(Checker(network), quantity)
  }

  /// The same with a checker that is at hand.
  package static func clashes(_ checker: Checker, _ quantity: Quantity) -> Set<Pair> {
    let ids = checker.candidateIDs(for: quantity, pairs: false)
    let results = checker.candidateValues(for: quantity, pairs: false)
    var values: [(place: Int, id: MistakeID?, value: Double)] = [(-1, nil, checker.pass.value(of: quantity))]
    for (place, candidate) in ids.enumerated() where !candidate.isOnlyNumeric && results[place].isFinite {
      values.append((place, candidate.id, results[place]))
    }
    values.sort { $0.value < $1.value }
    var found: Set<Pair> = []
    for (index, one) in values.enumerated() {
      for other in values[(index + 1)...] {
        // Twice the tolerance within which an answer is taken for a mistake's.
        guard other.value - one.value <= 2e-3 * max(one.value.magnitude, other.value.magnitude) else { break }
        if one.id != other.id {
          found.insert(Pair(first: min(one.place, other.place), second: max(one.place, other.place)))
        }
      }
    }
    return found
  }

  /// What clashes whatever the numbers: the same formula, reached by two mistakes.
  package static func ties(_ network: Network, _ quantity: Quantity) -> Set<Pair> {
    let others = (1...64).lazy.map { network.randomized(seed: $0) }.filter { hasTellingSign(Pass($0), quantity) }
    return others.prefix(8).map { clashes($0, quantity) }.reduce(nil as Set<Pair>?) { known, next in
      known?.intersection(next) ?? next
    } ?? []
  }

  /// A learner who always decreases a weight is right where the gradient is positive: updates are asked where it is not.
  static func hasTellingSign(_ pass: Pass, _ quantity: Quantity) -> Bool {
    guard case .updated(let parameter) = quantity else { return true }
    return pass.gradients[parameter] < 0
  }
}
