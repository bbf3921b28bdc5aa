extension Pass {
  /// The value of any quantity of the network.
  ///
  /// Cost: constant for everything in the pass and every factor of a chain; ∂E by an input costs a visit of each neuron
  /// that it feeds, and an unusual derivative (`dout_O/dw1`) one tangent pass over the edges.
  package func value(of quantity: Quantity) -> Double {
    switch quantity {
    case .input, .target, .parameter, .learningRate, .weightDecay, .momentum, .lastStep:
      return network[given: quantity] ?? .nan
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
    case .derivative(of: .out(let neuron), by: .net(let other)) where isOfWholeLayer(neuron, other):
      return -outs[neuron] * outs[other]
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

  /// ∂net/∂(what is in its sum); nil where the variable acts from further away or not at all.
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
      case .neurons(let fed) where fed.contains(neuron): return biasSign
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
    for block in architecture.blocks {
      let neurons = block.firstNeuron..<block.firstNeuron + block.neuronCount
      for neuron in neurons {
        var tangent = 0.0
        for source in architecture.sources(ofNeuron: neuron) where sourceTangents[source] != 0 {
          tangent += network.parameters[architecture.weight(from: source, to: neuron)] * sourceTangents[source]
        }
        if case .parameter(let parameter) = variable {
          switch architecture.place(ofParameter: parameter) {
          case .edge(let source, let fed) where fed == neuron: tangent += value(ofSource: source)
          case .neurons(let fed) where fed.contains(neuron): tangent += biasSign
          default: break
          }
        }
        netTangents[neuron] = variable == .net(neuron) ? 1 : tangent
      }
      for neuron in neurons {
        let out = variable == .out(neuron) ? 1 : outTangent(neuron, netTangents)
        sourceTangents[inputCount + neuron] = out
      }
    }
    if dependent == variable { return 1 }
    switch dependent {
    case .net(let neuron): return netTangents[neuron]
    case .out(let neuron): return sourceTangents[inputCount + neuron]
    case .partialLoss(let output): return lossTangent(output, by: variable, netTangents, sourceTangents)
    case .loss:
      return lossShare
        * (0..<architecture.outputCount).reduce(0) {
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
    if variable == .target(output) { return targetTangent(output) }
    // Through δ, which is exact where ∂E/∂out overflows; a nudge of out itself has no net to go through.
    if variable == .out(neuron) { return upstreamGradients[neuron] / lossShare }
    guard network.architecture.takesWholeLayer(neuron) else { return deltas[neuron] * netTangents[neuron] / lossShare }
    if network.architecture.hasCollapsingLoss {
      return -network.targets[output] * shareTangent(neuron, netTangents)
    }
    return upstreamGradients[neuron] / lossShare * outTangent(neuron, netTangents)
  }

  /// How a loss changes with its target.
  private func targetTangent(_ output: Int) -> Double {
    let neuron = network.architecture.firstOutput + output
    switch network.architecture.loss {
    case .squaredError: return network.targets[output] - outs[neuron]
    case .sumOfSquares, .meanSquaredError: return 2 * (network.targets[output] - outs[neuron])
    case .crossEntropy: return -nets[neuron]
    case .categoricalCrossEntropy: return surprise(ofOutput: output)
    }
  }

  /// −ln out of a softmax output, from net.
  private func surprise(ofOutput output: Int) -> Double {
    let first = network.architecture.firstOutput
    return nets.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      let sum = Softmax.logarithmOfSum(start + first, count: buffer.count - first)
      return Softmax.surprise(buffer[first + output], sum)
    }
  }

  /// How much of a partial loss goes into E: all of it, or its part of the mean.
  var lossShare: Double {
    network.architecture.loss.isMean ? 1 / Double(max(1, network.architecture.outputCount)) : 1
  }

  private var biasSign: Double { network.architecture.conventions.hasThresholds ? -1 : 1 }

  private func isOfWholeLayer(_ neuron: Int, _ other: Int) -> Bool {
    let architecture = network.architecture
    return neuron != other && architecture.takesWholeLayer(neuron)
      && architecture.neurons(behindOut: neuron).contains(other)
  }

  private func outTangent(_ neuron: Int, _ netTangents: [Double]) -> Double {
    guard network.architecture.takesWholeLayer(neuron) else { return slopes[neuron] * netTangents[neuron] }
    return outs[neuron] * shareTangent(neuron, netTangents)
  }

  /// Of a softmax neuron, Σ_k ([j = k] − out_k)·ṅet_k.
  private func shareTangent(_ neuron: Int, _ netTangents: [Double]) -> Double {
    // Differences, so that a share close to 1 loses no digits.
    network.architecture.neurons(behindOut: neuron).reduce(0) {
      $0 + outs[$1] * (netTangents[neuron] - netTangents[$1])
    }
  }

  /// What one output's loss contributes to ∂E/∂net of a softmax neuron: ∂E/∂out_j·∂out_j/∂net_k, exact where ∂E/∂out
  /// overflows.
  package func share(ofOut neuron: Int, inNet other: Int) -> Double {
    let slope = value(of: .derivative(of: .out(neuron), by: .net(other)))
    guard network.architecture.hasCollapsingLoss else { return upstreamGradients[neuron] * slope }
    let target = network.targets[neuron - network.architecture.firstOutput]
    if target == 0 { return 0 }
    return neuron == other ? -target * complement(ofShare: neuron) : target * outs[other]
  }

  /// 1 − out of a softmax neuron, from the others' shares.
  private func complement(ofShare neuron: Int) -> Double {
    network.architecture.neurons(behindOut: neuron).reduce(0) { $1 == neuron ? $0 : $0 + outs[$1] }
  }
}
