extension LayerKernel {
  /// What becomes of a gradient once it is found; always a constant, so that what is not wanted costs nothing.
  struct Use {
    let keepsGradients: Bool
    let learningRate: Double?
  }

  /// Up to this many weights lie in the first-level cache, and the order in which they are read costs nothing.
  private static var smallLayer: Int { 2048 }

  /// From the layer's δ its gradients, and ∂E/∂out and δ of the layer below.
  ///
  /// With a learning rate the parameters are changed at once, each after it was last needed.
  @inline(__always)
  static func backward(_ layer: Place, _ use: Use) {
    let (sourceCount, neuronCount) = (layer.pointee.sourceCount, layer.pointee.neuronCount)
    guard neuronCount > 0 else { return }
    passBiases(layer, use)
    if !layer.pointee.hasBelow {
      passRows(layer, upstream: nil, use)
    } else if sourceCount &* neuronCount <= smallLayer {
      passColumns(layer, use)
    } else {
      let (upstream, deltas) = (layer.pointee.upstreamBelow, layer.pointee.deltasBelow)
      let slopes = layer.pointee.slopesBelow
      upstream.update(repeating: 0, count: sourceCount)
      passRows(layer, upstream: upstream, use)
      for source in 0..<sourceCount { deltas[source] = upstream[source] * slopes[source] }
    }
  }

  @inline(__always)
  private static func passBiases(_ layer: Place, _ use: Use) {
    let (neuronCount, deltas) = (layer.pointee.neuronCount, layer.pointee.deltas)
    let sign = layer.pointee.biasSign
    switch layer.pointee.bias {
    case .none: break
    case .shared:
      var sum = deltas[0]
      var neuron = 1
      while neuron < neuronCount {
        sum += deltas[neuron]
        neuron &+= 1
      }
      passBias(layer, 0, gradient: sign * sum, use)
    case .each:
      var neuron = 0
      while neuron < neuronCount {
        passBias(layer, neuron, gradient: sign * deltas[neuron], use)
        neuron &+= 1
      }
    }
  }

  @inline(__always)
  private static func passBias(_ layer: Place, _ number: Int, gradient: Double, _ use: Use) {
    if use.keepsGradients { layer.pointee.biasGradients[number] = gradient }
    if let learningRate = use.learningRate { layer.pointee.biases[number] -= learningRate * gradient }
  }

  /// Source by source over all neurons, so that ∂E/∂out = Σ δ·w is added up in a register.
  @inline(__always)
  private static func passColumns(_ layer: Place, _ use: Use) {
    let sourceCount = layer.pointee.sourceCount
    var source = 0
    while source &+ 8 <= sourceCount {
      passColumn(layer, source, as: SIMD8<Double>.self, use)
      source &+= 8
    }
    while source < sourceCount {
      passColumn(layer, source, as: Double.self, use)
      source &+= 1
    }
  }

  @inline(__always)
  private static func passColumn<V: Lanes>(_ layer: Place, _ source: Int, as: V.Type, _ use: Use) {
    let (sourceCount, neuronCount) = (layer.pointee.sourceCount, layer.pointee.neuronCount)
    let (deltas, from) = (layer.pointee.deltas, layer.pointee.sources.load(source, as: V.self))
    var row = layer.pointee.weights + source
    var gradients = layer.pointee.weightGradients + source
    var upstream = passEdges(deltas[0], from, row, gradients, use)
    var neuron = 1
    while neuron < neuronCount {
      row += sourceCount
      gradients += sourceCount
      upstream = upstream + passEdges(deltas[neuron], from, row, gradients, use)
      neuron &+= 1
    }
    layer.pointee.upstreamBelow.store(upstream, source)
    layer.pointee.deltasBelow.store(upstream * layer.pointee.slopesBelow.load(source, as: V.self), source)
  }

  /// Neuron by neuron, so that memory is read in order.
  @inline(__always)
  private static func passRows(_ layer: Place, upstream: UnsafeMutablePointer<Double>?, _ use: Use) {
    let (sourceCount, neuronCount) = (layer.pointee.sourceCount, layer.pointee.neuronCount)
    let (sources, deltas) = (layer.pointee.sources, layer.pointee.deltas)
    var row = layer.pointee.weights
    var gradients = layer.pointee.weightGradients
    var neuron = 0
    while neuron < neuronCount {
      let delta = deltas[neuron]
      var source = 0
      while source &+ 8 <= sourceCount {
        let from = sources.load(source, as: SIMD8<Double>.self)
        let passed = passEdges(delta, from, row + source, gradients + source, use)
        if let upstream { upstream.store(upstream.load(source, as: SIMD8<Double>.self) + passed, source) }
        source &+= 8
      }
      while source < sourceCount {
        let passed = passEdges(delta, sources[source], row + source, gradients + source, use)
        if let upstream { upstream[source] += passed }
        source &+= 1
      }
      row += sourceCount
      gradients += sourceCount
      neuron &+= 1
    }
  }

  /// ∂E/∂w = δ·out of some edges into one neuron; what they pass back, δ·w, is returned.
  @inline(__always)
  private static func passEdges<V: Lanes>(
    _ delta: Double, _ from: V, _ weights: UnsafeMutablePointer<Double>, _ gradients: UnsafeMutablePointer<Double>,
    _ use: Use
  ) -> V {
    let weight = weights.load(0, as: V.self)
    let gradient = delta * from
    if use.keepsGradients { gradients.store(gradient, 0) }
    if let learningRate = use.learningRate { weights.store(weight - learningRate * gradient, 0) }
    return delta * weight
  }
}
