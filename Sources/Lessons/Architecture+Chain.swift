import Networks

extension Architecture {
  /// Whether a quantity is a gradient that is derived along a chain: ∂E by a parameter, an input, or a neuron.
  func isGoal(_ quantity: Quantity) -> Bool {
    guard case .derivative(of: .loss, by: let variable) = quantity else { return false }
    switch variable {
    case .parameter, .input, .net, .out: return true
    default: return false
    }
  }

  /// Whether a derivative is one link of the chain from E to the goal's variable.
  func isFactor(_ factor: Quantity, of goal: Quantity) -> Bool {
    guard case .derivative(let dependent, let link) = factor, case .derivative(of: .loss, by: let variable) = goal,
      factor != goal, reaches(variable, link)
    else { return false }
    switch (dependent, link) {
    case (.loss, .out(let neuron)):
      // Where a neuron feeds one output alone, the chain goes on through it.
      let fed = targets(ofNeuron: neuron)
      return isOutput(neuron) || fed.count != 1 || fed.first.map { !isOutput($0) } ?? true
    case (.out(let neuron), .net(let same)): return neuron == same
    case (.net(let neuron), .out(let source)): return targets(ofNeuron: source).contains(neuron)
    case (.net(let neuron), .parameter(let parameter)): return enters(parameter, neuron)
    case (.net(let neuron), .input): return layer(ofNeuron: neuron) == 0
    default: return false
    }
  }

  /// Whether nudging the variable moves the quantity, or is the same.
  private func reaches(_ variable: Quantity, _ quantity: Quantity) -> Bool {
    if variable == quantity { return true }
    guard case .net(let neuron) = quantity else {
      if case .out(let neuron) = quantity { return reaches(variable, .net(neuron)) }
      return false
    }
    switch variable {
    case .input: return true
    case .net(let source), .out(let source): return layer(ofNeuron: source) < layer(ofNeuron: neuron)
    case .parameter(let parameter):
      switch place(ofParameter: parameter) {
      case .edge(_, let fed): return fed == neuron || layer(ofNeuron: fed) < layer(ofNeuron: neuron)
      case .neurons(let fed):
        return fed.contains(neuron) || fed.first.map { layer(ofNeuron: $0) < layer(ofNeuron: neuron) } ?? false
      }
    default: return false
    }
  }

  private func enters(_ parameter: Int, _ neuron: Int) -> Bool {
    switch place(ofParameter: parameter) {
    case .edge(_, let fed): fed == neuron
    case .neurons(let fed): fed.contains(neuron)
    }
  }
}
