import Networks

/// Which factors lead from the loss to a quantity.
///
/// Near the output every factor stands alone. Where a neuron feeds several others, or others that are hidden, ∂E/∂out
/// is one factor with a derivation of its own: so the work grows with the edges and never with the paths.
struct ChainRule {
  let architecture: Architecture

  /// The paths from E to the variable, each a list of factors.
  func paths(to variable: Quantity) -> [[Quantity]] {
    switch variable {
    case .parameter(let parameter):
      switch architecture.place(ofParameter: parameter) {
      case .edge(_, let neuron): return [upstreamOfNet(neuron) + [local(.net(neuron), variable)]]
      case .neurons(let fed): return fed.map { upstreamOfNet($0) + [local(.net($0), variable)] }
      }
    case .input(let input):
      let first = architecture.blocks[0]
      _ = input
      return (first.firstNeuron..<first.firstNeuron + first.neuronCount).map {
        upstreamOfNet($0) + [local(.net($0), variable)]
      }
    case .net(let neuron): return [upstreamOfNet(neuron)]
    case .out(let neuron):
      if architecture.isOutput(neuron) { return [[.gradient(variable)]] }
      return architecture.targets(ofNeuron: neuron).map { fed in
        let upstream: [Quantity] =
          architecture.isOutput(fed) ? upstreamOfNet(fed) : [.gradient(.net(fed))]
        return upstream + [local(.net(fed), variable)]
      }
    default: return []
    }
  }

  /// Whether a factor is a derivation of its own rather than one derivative.
  func isCompound(_ factor: Quantity) -> Bool {
    switch factor {
    case .derivative(of: .loss, by: .out(let neuron)): !architecture.isOutput(neuron)
    case .derivative(of: .loss, by: .net): true
    default: false
    }
  }

  private func local(_ dependent: Quantity, _ variable: Quantity) -> Quantity {
    .derivative(of: dependent, by: variable)
  }

  private func upstreamOfNet(_ neuron: Int) -> [Quantity] {
    upstreamOfOut(neuron) + [local(.out(neuron), .net(neuron))]
  }

  private func upstreamOfOut(_ neuron: Int) -> [Quantity] {
    let fed = architecture.targets(ofNeuron: neuron)
    if fed.count == 1, let next = fed.first, architecture.isOutput(next) {
      return upstreamOfNet(next) + [local(.net(next), .out(neuron))]
    }
    return [.gradient(.out(neuron))]
  }
}
