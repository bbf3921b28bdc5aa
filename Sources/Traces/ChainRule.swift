import Networks

/// Which factors lead from the loss to a quantity.
///
/// Near the output every factor is alone. Where a neuron feeds several others, or others that are hidden, ∂E/∂out
/// is one factor with a derivation of its own: so the work grows with the edges and never with the paths. In the form
/// of deltas, ∂E/∂net is such a factor everywhere.
struct ChainRule {
  let architecture: Architecture
  var form = DerivationForm.factors

  /// The paths from E to the variable, each a list of factors.
  ///
  /// Cost: the neurons that the variable feeds.
  func paths(to variable: Quantity) -> [[Quantity]] {
    switch variable {
    case .parameter(let parameter):
      switch architecture.place(ofParameter: parameter) {
      case .edge(_, let neuron): return paths(through: neuron..<neuron + 1, to: variable)
      case .neurons(let fed): return paths(through: fed, to: variable)
      }
    case .input:
      guard let first = architecture.blocks.first else { return [] }
      return paths(through: first.firstNeuron..<first.firstNeuron + first.neuronCount, to: variable)
    case .net(let neuron) where architecture.takesWholeLayer(neuron):
      return architecture.neurons(behindOut: neuron).map { out in
        [.gradient(.out(out)), .derivative(of: .out(out), by: variable)]
      }
    case .net(let neuron): return [upstreamOfNet(neuron)]
    case .out(let neuron) where architecture.isOutput(neuron): return [[.gradient(variable)]]
    case .out(let neuron):
      return architecture.targets(ofNeuron: neuron).map { fed in
        let isOpen = architecture.isOutput(fed) && form == .factors
        let upstream = isOpen ? upstreamOfNet(fed) : [.gradient(.net(fed))]
        return upstream + [.derivative(of: .net(fed), by: variable)]
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

  /// One path through each of the neurons in whose sums the variable is.
  private func paths(through neurons: Range<Int>, to variable: Quantity) -> [[Quantity]] {
    neurons.map { neuron in
      let upstream = form == .deltas ? [.gradient(.net(neuron))] : upstreamOfNet(neuron)
      return upstream + [.derivative(of: .net(neuron), by: variable)]
    }
  }

  private func upstreamOfNet(_ neuron: Int) -> [Quantity] {
    // Under softmax a net input moves every output of the layer: a sum of its own.
    if architecture.takesWholeLayer(neuron) { return [.gradient(.net(neuron))] }
    return upstreamOfOut(neuron) + [.derivative(of: .out(neuron), by: .net(neuron))]
  }

  private func upstreamOfOut(_ neuron: Int) -> [Quantity] {
    let fed = architecture.targets(ofNeuron: neuron)
    if form == .factors, fed.count == 1, let next = fed.first, architecture.isOutput(next) {
      return upstreamOfNet(next) + [.derivative(of: .net(next), by: .out(neuron))]
    }
    return [.gradient(.out(neuron))]
  }
}
