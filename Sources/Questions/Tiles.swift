package import Networks
package import Skills
package import Traces

/// The tiles from which the chain of a gradient is built: the factors of its paths, and others that look alike.
package struct Tiles: Equatable, Sendable {
  /// In the order in which they are shown.
  package let factors: [Quantity]
  /// The paths that are right, each from E to the variable.
  package let paths: [[Quantity]]
  /// Whether the whole gradient is asked for, every path of it, rather than any one path.
  package let addsPaths: Bool
  /// The mistakes of those tiles that belong to no path, by the ids of the catalogue.
  package let mistakes: [Quantity: MistakeID]
  let goal: Quantity
  let network: Network

  /// Any one path of a gradient, with so many tiles too many.
  ///
  /// nil where the quantity has no chain that could be written out.
  package init?(pathOf goal: Quantity, _ trace: Trace, distractors: Int, variant: Int) {
    guard case .derivative(let dependent, let variable) = goal,
      let paths = trace.localDerivatives(of: dependent, by: variable), let first = paths.first, first.count > 1
    else { return nil }
    self.init(goal, paths: paths, shown: [first], trace, distractors: distractors, variant: variant)
  }

  /// All paths of a gradient, to be added where they are several, with so many tiles too many.
  ///
  /// nil where there is no chain, or more paths than anybody would build.
  package init?(chainOf goal: Quantity, _ trace: Trace, distractors: Int, variant: Int) {
    let paths = trace.chainPaths(of: goal)
    guard !paths.isEmpty, paths.count <= Self.maxPaths else { return nil }
    self.init(goal, paths: paths, shown: paths, trace, distractors: distractors, variant: variant)
  }

  private static let maxPaths = 4

  private init(
    _ goal: Quantity, paths: [[Quantity]], shown: [[Quantity]], _ trace: Trace, distractors: Int, variant: Int
  ) {
    self.goal = goal
    self.paths = paths
    network = trace.network
    addsPaths = shown.count > 1
    var random = RandomSource(seed: UInt64(bitPattern: Int64(variant)) &+ 0x9E37)
    var seen = Set(paths.joined())
    let others = shown.flatMap { Self.distractors($0, trace.network.architecture) }
      .filter { seen.insert($0.factor).inserted }.prefix(distractors)
    mistakes = Dictionary(others.map { ($0.factor, $0.mistake) }, uniquingKeysWith: { first, _ in first })
    seen = []
    let own = shown.joined().filter { seen.insert($0).inserted }
    var shuffled = (own + others.map(\.factor)).shuffled(using: &random)
    // Tiles that lie in the order of the chain would be no question.
    for _ in 0..<8 where own.count > 1 && shuffled.filter(own.contains) == own { shuffled.shuffle(using: &random) }
    factors = shuffled
  }

  /// Whether tiles, by their numbers from 1, are one of the right paths.
  package func isRight(_ numbers: [Int]) -> Bool {
    let chosen = chosen(numbers)
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

  func chosen(_ numbers: [Int]) -> [Quantity] {
    numbers.compactMap { factors.indices.contains($0 - 1) ? factors[$0 - 1] : nil }
  }

  // MARK: Tiles too many

  /// Factors that learners take instead: of the sibling, of the wrong end, of the weight for the node.
  private static func distractors(
    _ path: [Quantity], _ architecture: Architecture
  ) -> [(factor: Quantity, mistake: MistakeID)] {
    var found: [(Quantity, MistakeID)] = []
    for factor in path.reversed() {
      guard case .derivative(let dependent, let variable) = factor else { continue }
      switch (dependent, variable) {
      case (.net(let neuron), .out(let source)):
        let block = architecture.block(ofNeuron: source)
        let sibling = source + 1 < block.firstNeuron + block.neuronCount ? source + 1 : block.firstNeuron
        found.append((.derivative(of: dependent, by: .out(sibling)), "index-slip"))
        let weight = architecture.weight(from: architecture.inputs.count + source, to: neuron)
        found.append((.derivative(of: dependent, by: .parameter(weight)), "activation-for-weight"))
      case (.net(let neuron), .parameter):
        let block = architecture.block(ofNeuron: neuron)
        let sibling = neuron + 1 < block.firstNeuron + block.neuronCount ? neuron + 1 : block.firstNeuron
        found.append((.derivative(of: .net(sibling), by: variable), "index-slip"))
        found.append((.derivative(of: .out(neuron), by: variable), "drop-output-slope"))
      case (.out(let neuron), .net):
        let other = (neuron + 1) % architecture.neuronCount
        found.append((.derivative(of: dependent, by: .net(other)), "other-nodes-slope"))
      default: break
      }
    }
    return found
  }
}

extension Trace {
  /// The paths of a gradient's own chain, as a derivation of it alone writes them; a gradient that is one derivative is
  /// its own only factor.
  package func chainPaths(of goal: Quantity) -> [[Quantity]] {
    let steps = Trace(network, goals: [goal]).steps
    let chains = steps.filter { $0.kind == .chain && $0.goals == [goal] }.map(\.path)
    return !chains.isEmpty ? chains : steps.contains { $0.quantity == goal } ? [[goal]] : []
  }
}
