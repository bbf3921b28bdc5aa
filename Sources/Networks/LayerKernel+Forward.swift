extension LayerKernel {
  /// Every net, out and f′(net); of outputs also the residual, ∂E/∂out and δ.
  @inline(__always)
  static func forward(_ layer: Place, to outputs: UnsafePointer<Outputs>?) {
    switch layer.pointee.activation {
    case .sigmoid: forward(layer, to: outputs) { Plan.activate($0, .sigmoid) }
    case .tanh: forward(layer, to: outputs) { Plan.activate($0, .tanh) }
    case .relu: forward(layer, to: outputs) { Plan.activate($0, .relu) }
    case .identity: forward(layer, to: outputs) { Plan.activate($0, .identity) }
    }
  }

  @inline(__always)
  private static func forward(
    _ layer: Place, to outputs: UnsafePointer<Outputs>?, _ activate: (Double) -> Plan.Activated
  ) {
    let (sourceCount, neuronCount) = (layer.pointee.sourceCount, layer.pointee.neuronCount)
    let (sources, biasStep) = (layer.pointee.sources, layer.pointee.biasStep)
    let (nets, outs, slopes) = (layer.pointee.nets, layer.pointee.outs, layer.pointee.slopes)
    var row = UnsafePointer(layer.pointee.weights)
    var bias = UnsafePointer(layer.pointee.biases)
    var neuron = 0
    while neuron < neuronCount {
      let net = weightedSum(row, sources, sourceCount) + bias[0]
      // Stored before exp is called, over which every register that holds a number would have to be saved.
      nets[neuron] = net
      let found = activate(net)
      outs[neuron] = found.out
      slopes[neuron] = found.slope
      if let outputs { outputs.pointee.compare(neuron, found) }
      row += sourceCount
      bias += biasStep
      neuron &+= 1
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
