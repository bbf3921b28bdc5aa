import Glibc

extension Plan {
  /// Every net, out and f′(net); the loss is made only when it is asked for.
  package func forward() {
    for block in blocks {
      let from = sources + block.firstSource
      var row = parameters + block.firstWeight
      let bias = biases + block.firstBias
      let biasStep = block.bias == .each ? 1 : 0
      for neuron in block.firstNeuron..<block.firstNeuron &+ block.neuronCount {
        var net = Plan.weightedSum(row, from, block.sourceCount)
        if block.bias != .none { net += bias[(neuron &- block.firstNeuron) &* biasStep] }
        nets[neuron] = net
        (outs[neuron], slopes[neuron]) = Plan.activate(net, block.activation)
        row += block.sourceCount
      }
    }
    setResiduals()
  }

  /// Every ∂E/∂out, δ and gradient, from the values of the last forward pass.
  ///
  /// Needs `forward()` first.
  package func backward() {
    guard let last = blocks.last else { return }
    for output in 0..<last.neuronCount {
      let neuron = last.firstNeuron &+ output
      let residual = residuals[output]
      upstreamGradients[neuron] = -residual
      deltas[neuron] = architecture.loss == .crossEntropy ? -residual : -residual * slopes[neuron]
    }
    var number = blocks.count &- 1
    while true {
      let block = blocks[number]
      setGradients(of: block)
      if number == 0 { return }
      number &-= 1
      passBack(through: block, to: blocks[number])
    }
  }

  /// w⁺ = w − η·∂E/∂w for every parameter at once.
  ///
  /// Held parameters are the caller's to put back.
  package func update(learningRate: Double) {
    for parameter in 0..<parameterCount { parameters[parameter] -= learningRate * gradients[parameter] }
  }

  /// The loss of each output; exact for saturated neurons, since cross-entropy is taken from net.
  package func partialLoss(_ output: Int) -> Double {
    switch architecture.loss {
    case .squaredError: return 0.5 * residuals[output] * residuals[output]
    case .crossEntropy:
      let (target, net) = (targets[output], nets[architecture.firstOutput + output])
      // 0·∞ stays 0: a target of exactly 0 or 1 has one term.
      let hit = target == 0 ? 0 : target * Plan.softplus(-net)
      let miss = target == 1 ? 0 : (1 - target) * Plan.softplus(net)
      return hit + miss
    }
  }

  package var loss: Double {
    (0..<architecture.outputCount).reduce(0) { $0 + partialLoss($1) }
  }

  private func setResiduals() {
    guard let last = blocks.last else { return }
    for output in 0..<last.neuronCount {
      let (target, out) = (targets[output], outs[last.firstNeuron &+ output])
      // target − 1 is exact here (Sterbenz), and 1 − out comes from net: nothing cancels when out is close to 1.
      if last.activation == .sigmoid, out > 0.5, target >= 0.5 {
        residuals[output] = (target - 1) + Plan.sigmoid(-nets[last.firstNeuron &+ output])
      } else {
        residuals[output] = target - out
      }
    }
  }

  private func setGradients(of block: Architecture.Block) {
    let from = sources + block.firstSource
    var row = gradients + block.firstWeight
    let bias = biasGradients + block.firstBias
    if block.bias == .shared { bias[0] = 0 }
    for neuron in 0..<block.neuronCount {
      let delta = deltas[block.firstNeuron &+ neuron]
      for source in 0..<block.sourceCount { row[source] = delta * from[source] }
      row += block.sourceCount
      switch block.bias {
      case .shared: bias[0] += delta
      case .each: bias[neuron] = delta
      case .none: break
      }
    }
  }

  /// ∂E/∂out = Σ δ·w over the neurons that are fed, row by row, so that memory is read in order.
  private func passBack(through block: Architecture.Block, to below: Architecture.Block) {
    let upstream = upstreamGradients + below.firstNeuron
    let deltasBelow = deltas + below.firstNeuron
    var row = parameters + block.firstWeight
    for source in 0..<below.neuronCount { upstream[source] = 0 }
    for neuron in 0..<block.neuronCount {
      let delta = deltas[block.firstNeuron &+ neuron]
      for source in 0..<below.neuronCount { upstream[source] += delta * row[source] }
      row += block.sourceCount
    }
    for source in 0..<below.neuronCount {
      deltasBelow[source] = upstream[source] * slopes[below.firstNeuron &+ source]
    }
  }
}

extension Plan {
  /// Long rows are added in eight lanes, which is both faster and more exact than one running sum.
  @inline(__always)
  static func weightedSum(_ weights: UnsafePointer<Double>, _ sources: UnsafePointer<Double>, _ count: Int) -> Double {
    var sum = 0.0
    var index = 0
    if count >= 16 {
      var lanes = SIMD8<Double>()
      while index &+ 8 <= count {
        let weight = UnsafeRawPointer(weights + index).loadUnaligned(as: SIMD8<Double>.self)
        let source = UnsafeRawPointer(sources + index).loadUnaligned(as: SIMD8<Double>.self)
        lanes += weight * source
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

  /// The output value and the slope at a net input.
  ///
  /// e^−|net| never overflows, and both tails stay exact.
  @inline(__always)
  static func activate(_ net: Double, _ activation: Activation) -> (out: Double, slope: Double) {
    switch activation {
    case .sigmoid:
      let tail = exp(-net.magnitude)
      let near = 1 / (1 + tail)
      return (net < 0 ? tail * near : near, tail * near * near)
    case .tanh:
      let out = Glibc.tanh(net)
      let cosine = cosh(net)
      return (out, 1 / (cosine * cosine))
    case .relu: return net > 0 ? (net, 1) : (net.isNaN ? net : 0, 0)
    case .identity: return (net, 1)
    }
  }

  package static func sigmoid(_ net: Double) -> Double { activate(net, .sigmoid).out }

  /// ln(1 + e^x), exact on both sides.
  package static func softplus(_ net: Double) -> Double { max(net, 0) + log1p(exp(-net.magnitude)) }
}
