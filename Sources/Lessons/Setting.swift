package import Expressions
package import Networks

/// The numbers that a block is about, where they are not the lesson's own.
package struct Setting: Equatable, Sendable {
  /// A given quantity and the formula of its value, over the network before any of them is set.
  package struct Assignment: Equatable, Sendable {
    package let quantity: Quantity
    package let value: Expression
  }

  /// Another network than the lesson's; nil for the lesson's.
  package internal(set) var network: Network?
  package let assignments: [Assignment]
  /// Several sets of given quantities, over which answers are averaged; none for a single one.
  package let samples: [[Assignment]]
  /// The author's own numbers that formulas and texts of the block may name; none once they were drawn.
  package let variables: [Variable]

  package init(
    network: Network? = nil, assignments: [Assignment] = [], samples: [[Assignment]] = [], variables: [Variable] = []
  ) {
    self.network = network
    self.assignments = assignments
    self.samples = samples
    self.variables = variables
  }

  /// The network at the numbers of this block: one for each sample, or one.
  ///
  /// `base` is the lesson's network, at its own or at random numbers; a block with a network of its own ignores it.
  package func networks(from base: Network) -> [Network] {
    let network = (self.network ?? base).assigning(assignments)
    return samples.isEmpty ? [network] : samples.map { network.assigning($0) }
  }

  /// The value of a formula here, the mean over the samples; not a number where a name is unknown.
  package func value(of expression: Expression, from base: Network) -> Double {
    value(of: expression, from: base, seed: nil)
  }

  /// The same with the author's own numbers in the setting drawn by that seed.
  func value(of expression: Expression, from base: Network, seed: UInt64?) -> Double {
    let values = drawn(seed).networks(from: base).map { Pass($0).value(of: expression) }
    return values.reduce(0, +) / Double(values.count)
  }
}

extension Network {
  fileprivate func assigning(_ assignments: [Setting.Assignment]) -> Network {
    guard !assignments.isEmpty else { return self }
    let pass = Pass(self)
    var changed = self
    for assignment in assignments { changed[given: assignment.quantity] = pass.value(of: assignment.value) }
    return changed
  }
}

extension Pass {
  /// The value of a formula over the network's quantities; not a number where a name is unknown.
  package func value(of expression: Expression) -> Double {
    let architecture = network.architecture
    return (try? expression.evaluated { architecture.quantity(named: $0).map(value(of:)) }) ?? .nan
  }
}
