extension LayerKernel {
  /// Every net, out and f′(net); of outputs also the residual, ∂E/∂out and δ.
  @inline(__always)
  static func forward(_ layer: Place, to outputs: UnsafePointer<Outputs>?) {
    if layer.pointee.isSigmoid {
      forwardSigmoid(layer, to: outputs)
    } else {
      forwardOthers(layer, to: outputs)
    }
  }

  @inline(__always)
  private static func forwardSigmoid(_ layer: Place, to outputs: UnsafePointer<Outputs>?) {
    let (sourceCount, neuronCount) = (layer.pointee.sourceCount, layer.pointee.neuronCount)
    let (sources, biasStep, biasSign) = (layer.pointee.sources, layer.pointee.biasStep, layer.pointee.biasSign)
    let (nets, outs, slopes) = (layer.pointee.nets, layer.pointee.outs, layer.pointee.slopes)
    var row = UnsafePointer(layer.pointee.weights)
    var bias = UnsafePointer(layer.pointee.biases)
    var neuron = 0
    while neuron < neuronCount {
      let net = weightedSum(row, sources, sourceCount) + biasSign * bias[0]
      // Stored before exp is called, over which every register that holds a number would have to be saved.
      nets[neuron] = net
      let found = Sigmoid.activate(net, 0)
      outs[neuron] = found.out
      slopes[neuron] = found.slope
      if let outputs { outputs.pointee.compare(neuron, found) }
      row += sourceCount
      bias += biasStep
      neuron &+= 1
    }
  }

  /// All net inputs, then what the functions make of them, then the comparison.
  @inline(never)
  private static func forwardOthers(_ layer: Place, to outputs: UnsafePointer<Outputs>?) {
    let (sourceCount, neuronCount) = (layer.pointee.sourceCount, layer.pointee.neuronCount)
    let (sources, biasStep, biasSign) = (layer.pointee.sources, layer.pointee.biasStep, layer.pointee.biasSign)
    var row = UnsafePointer(layer.pointee.weights)
    var bias = UnsafePointer(layer.pointee.biases)
    for neuron in 0..<neuronCount {
      layer.pointee.nets[neuron] = weightedSum(row, sources, sourceCount) + biasSign * bias[0]
      row += sourceCount
      bias += biasStep
    }
    settle(layer, to: outputs)
  }

  /// What follows from the net inputs of a layer, whatever its functions are.
  static func settle(_ layer: Place, to outputs: UnsafePointer<Outputs>?) {
    let neuronCount = layer.pointee.neuronCount
    let lists = ActivationLists(
      nets: layer.pointee.nets, outs: layer.pointee.outs, slopes: layer.pointee.slopes,
      complements: layer.pointee.complements)
    if let activations = layer.pointee.activations {
      for neuron in 0..<neuronCount {
        let activation = activations[neuron]
        activation.function.activate(layer: lists.dropping(neuron), count: 1, activation.slope)
      }
    } else {
      layer.pointee.activation.function.activate(
        layer: lists, count: neuronCount, layer.pointee.activation.slope)
    }
    guard let outputs else { return }
    for neuron in 0..<neuronCount {
      outputs.pointee.compare(neuron, (lists.outs[neuron], lists.slopes[neuron], lists.complements[neuron]))
    }
    if layer.pointee.activation.takesWholeLayer {
      outputs.pointee.spread(lists.outs, lists.complements, count: neuronCount)
    }
  }

  /// Long rows are added in eight lanes, which is both faster and more exact than one running sum.
  @inline(__always)
  private static func weightedSum(
    _ weights: UnsafePointer<Double>, _ sources: UnsafePointer<Double>, _ count: Int
  ) -> Double {
    guard count > 0 else { return 0 }
    var sum: Double
    var index = 0
    if count < 16 {
      sum = weights[0] * sources[0]
      index = 1
    } else {
      var lanes = SIMD8<Double>()
      while index &+ 8 <= count {
        lanes += weights.load(index, as: SIMD8<Double>.self) * sources.load(index, as: SIMD8<Double>.self)
        index &+= 8
      }
      sum = lanes.sum()
    }
    while index < count {
      sum += weights[index] * sources[index]
      index &+= 1
    }
    return sum
  }
}
