package import Networks
package import Skills

extension Question {
  /// What a right answer shows that one can do, where no author says so.
  package var skill: Skill {
    switch kind {
    case .count, .chain: .tracePath
    case .value, .formula, .sign, .choice, .blanks, .wrongLine, .poll, .words:
      quantity?.skill(in: network.architecture) ?? .tracePath
    }
  }
}

extension Quantity {
  /// What it takes to find a quantity.
  package func skill(in architecture: Architecture) -> Skill {
    switch self {
    case .net: return .weightedSum
    case .out: return .sigmoid
    case .loss, .partialLoss: return .loss
    case .updated, .lossAfterUpdate: return .update
    case .input, .target, .parameter, .learningRate, .weightDecay, .momentum, .lastStep: return .tracePath
    case .derivative(let dependent, let variable):
      return Self.skill(ofDerivative: dependent, by: variable, in: architecture)
    }
  }

  private static func skill(
    ofDerivative dependent: Quantity, by variable: Quantity, in architecture: Architecture
  ) -> Skill {
    switch (dependent, variable) {
    case (.loss, .out(let neuron)) where architecture.isOutput(neuron): return .lossSlope
    case (.partialLoss, .out): return .lossSlope
    case (.loss, .net), (.loss, .out): return .deltaReuse
    case (.out(let neuron), .net(let other)) where architecture.neurons(behindOut: neuron).contains(other):
      return .outputSlope
    case (.net, .out), (.net, .input): return .netByOutput
    case (.net, .parameter): return .netByWeight
    case (_, .parameter(let parameter)):
      switch architecture.place(ofParameter: parameter) {
      case .edge(_, let neuron): return architecture.isOutput(neuron) ? .assembleOutput : .assembleHidden
      case .neurons(let fed): return fed.count > 1 ? .sumPaths : .biasOne
      }
    default: return .assembleHidden
    }
  }
}
