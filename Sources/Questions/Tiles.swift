import Expressions
package import Networks
package import Traces

/// The tiles from which the chain of a gradient is built: the factors of one path, and others that look alike.
package struct Tiles: Equatable, Sendable {
  /// In the order in which they are shown.
  package let factors: [Quantity]
  /// The paths that are right, each from E to the variable.
  package let paths: [[Quantity]]

  /// nil where the quantity has no chain that could be written out.
  package init?(_ question: Question, _ trace: Trace) {
    guard question.kind == .chain, case .derivative(let dependent, let variable) = question.quantity,
      let paths = trace.localDerivatives(of: dependent, by: variable), let first = paths.first, first.count > 1
    else { return nil }
    self.paths = paths
    var random = RandomSource(seed: UInt64(bitPattern: Int64(question.variant)) &+ 0x9E37)
    let distractors = Self.distractors(first, paths, trace.network.architecture).prefix(3)
    factors = (first + distractors).shuffled(using: &random)
  }

  /// Whether tiles, by their numbers from 1, are one of the right paths.
  package func isRight(_ numbers: [Int]) -> Bool {
    let chosen = numbers.compactMap { factors.indices.contains($0 - 1) ? factors[$0 - 1] : nil }
    return chosen.count == numbers.count && paths.contains(chosen)
  }

  /// The first place at which the tiles leave every right path, from 1; nil where they are the beginning of one.
  package func firstSlip(_ numbers: [Int]) -> Int? {
    let chosen = numbers.map { factors.indices.contains($0 - 1) ? factors[$0 - 1] : nil }
    return chosen.indices.first { place in
      !paths.contains { path in
        path.count > place && (0...place).allSatisfy { path[$0] == chosen[$0] }
      }
    }.map { $0 + 1 }
  }

  /// Factors that learners take instead: of the sibling, of the wrong end, of the weight for the node.
  private static func distractors(
    _ path: [Quantity], _ paths: [[Quantity]], _ architecture: Architecture
  ) -> [Quantity] {
    var found: [Quantity] = []
    for factor in path.reversed() {
      guard case .derivative(let dependent, let variable) = factor else { continue }
      switch (dependent, variable) {
      case (.net(let neuron), .out(let source)):
        let block = architecture.block(ofNeuron: source)
        let sibling = source + 1 < block.firstNeuron + block.neuronCount ? source + 1 : block.firstNeuron
        found.append(.derivative(of: dependent, by: .out(sibling)))
        let weight = architecture.weight(from: architecture.inputs.count + source, to: neuron)
        found.append(.derivative(of: dependent, by: .parameter(weight)))
      case (.net(let neuron), .parameter):
        let block = architecture.block(ofNeuron: neuron)
        let sibling = neuron + 1 < block.firstNeuron + block.neuronCount ? neuron + 1 : block.firstNeuron
        found.append(.derivative(of: .net(sibling), by: variable))
        found.append(.derivative(of: .out(neuron), by: variable))
      case (.out(let neuron), .net):
        found.append(.derivative(of: dependent, by: .net((neuron + 1) % architecture.neuronCount)))
      default: break
      }
    }
    var seen = Set(paths.joined())
    return found.filter { seen.insert($0).inserted }
  }
}
