extension Pass {
  /// The value of any quantity of the network.
  ///
  /// Cost: constant for everything in the pass and every factor of a chain; ∂E by an input costs a visit of each neuron
  /// that it feeds, and an unusual derivative (`dout_O/dw1`) one tangent pass over the edges.
  package func value(of quantity: Quantity) -> Double {
    switch quantity {
    case .input, .target, .parameter, .learningRate: return network[given: quantity] ?? .nan
    case .net(let neuron): return nets[neuron]
    case .out(let neuron): return outs[neuron]
    case .partialLoss(let output): return partialLosses[output]
    case .loss: return loss
    case .updated(let parameter): return updatedParameters[parameter]
    case .lossAfterUpdate: return lossAfterUpdate
    case .derivative(of: .loss, by: .net(let neuron)): return deltas[neuron]
    case .derivative(of: .loss, by: .out(let neuron)): return upstreamGradients[neuron]
    case .derivative(of: .loss, by: .parameter(let parameter)): return gradients[parameter]
    case .derivative(of: .loss, by: .input(let input)): return gradient(ofInput: input)
    case .derivative(of: .out(let neuron), by: .net(let same)) where neuron == same: return slopes[neuron]
    case .derivative(of: .net(let neuron), by: let variable):
      return localDerivative(ofNet: neuron, by: variable) ?? tangent(of: .net(neuron), by: variable)
    case .derivative(let dependent, let variable): return tangent(of: dependent, by: variable)
    }
  }

  /// ∂E/∂(input) = Σ δ·w over the neurons that it feeds.
  private func gradient(ofInput input: Int) -> Double {
    guard let first = network.architecture.blocks.first else { return 0 }
    return (first.firstNeuron..<first.firstNeuron + first.neuronCount).reduce(0) {
      $0 + deltas[$1] * network.parameters[network.architecture.weight(from: input, to: $1)]
    }
  }

  /// ∂net/∂(what stands in its sum); nil where the variable acts from further away or not at all.
  private func localDerivative(ofNet neuron: Int, by variable: Quantity) -> Double? {
    let architecture = network.architecture
    func weight(from source: Int) -> Double? {
      guard architecture.sources(ofNeuron: neuron).contains(source) else { return nil }
      return network.parameters[architecture.weight(from: source, to: neuron)]
    }
    switch variable {
    case .input(let input): return weight(from: input)
    case .out(let other): return weight(from: network.inputs.count + other)
    case .parameter(let parameter):
      switch architecture.place(ofParameter: parameter) {
      case .edge(let source, neuron): return value(ofSource: source)
      case .neurons(let fed) where fed.contains(neuron): return 1
      default: return nil
      }
    default: return nil
    }
  }

  /// The source's value: an input, or a neuron's output.
  package func value(ofSource source: Int) -> Double {
    let inputs = network.inputs.count
    return source < inputs ? network.inputs[source] : outs[source - inputs]
  }

  /// Forward-mode derivative: nudge one quantity and follow the nudge through the layers.
  ///
  /// Independent of the backward pass, so that each can be held against the other.
  package func tangent(of dependent: Quantity, by variable: Quantity) -> Double {
    let architecture = network.architecture
    let inputCount = architecture.inputs.count
    var sourceTangents = Array(repeating: 0.0, count: inputCount + architecture.neuronCount)
    var netTangents = Array(repeating: 0.0, count: architecture.neuronCount)
    if case .input(let number) = variable { sourceTangents[number] = 1 }
    for neuron in 0..<architecture.neuronCount {
      var tangent = 0.0
      for source in architecture.sources(ofNeuron: neuron) where sourceTangents[source] != 0 {
        tangent += network.parameters[architecture.weight(from: source, to: neuron)] * sourceTangents[source]
      }
      if case .parameter(let parameter) = variable {
        switch architecture.place(ofParameter: parameter) {
        case .edge(let source, let fed) where fed == neuron: tangent += value(ofSource: source)
        case .neurons(let fed) where fed.contains(neuron): tangent += 1
        default: break
        }
      }
      netTangents[neuron] = variable == .net(neuron) ? 1 : tangent
      let out = variable == .out(neuron) ? 1 : slopes[neuron] * netTangents[neuron]
      sourceTangents[inputCount + neuron] = out
    }
    if dependent == variable { return 1 }
    switch dependent {
    case .net(let neuron): return netTangents[neuron]
    case .out(let neuron): return sourceTangents[inputCount + neuron]
    case .partialLoss(let output): return lossTangent(output, by: variable, netTangents, sourceTangents)
    case .loss:
      return (0..<architecture.outputCount).reduce(0) {
        $0 + lossTangent($1, by: variable, netTangents, sourceTangents)
      }
    default: return 0
    }
  }

  private func lossTangent(
    _ output: Int, by variable: Quantity, _ netTangents: [Double], _ sourceTangents: [Double]
  ) -> Double {
    let neuron = network.architecture.firstOutput + output
    if variable == .partialLoss(output) { return 1 }
    if variable == .target(output) {
      switch network.architecture.loss {
      case .squaredError: return network.targets[output] - outs[neuron]
      case .crossEntropy: return -nets[neuron]
      }
    }
    // Through δ, which is exact where ∂E/∂out overflows; a nudge of out itself has no net to go through.
    if variable == .out(neuron) { return upstreamGradients[neuron] }
    return deltas[neuron] * netTangents[neuron]
  }
}
