import Glibc

extension Plan {
  /// Every net, out and f′(net); the loss is made only when it is asked for.
  package func forward() {
    guard kernelCount > 0 else { return }
    var kernel = UnsafePointer(kernels)
    let last = kernel + (kernelCount &- 1)
    while kernel < last {
      LayerKernel.forward(kernel, to: nil)
      kernel += 1
    }
    LayerKernel.forward(last, to: outputs)
  }

  /// Every ∂E/∂out, δ and gradient, from the values of the last forward pass.
  ///
  /// Needs `forward()` first.
  package func backward() { backward(.init(keepsGradients: true, learningRate: nil)) }

  /// w⁺ = w − η·∂E/∂w for every parameter at once.
  ///
  /// Held parameters are the caller's to put back.
  package func update(learningRate: Double) {
    var parameter = 0
    while parameter < parameterCount {
      parameters[parameter] -= learningRate * gradients[parameter]
      parameter &+= 1
    }
  }

  /// `forward()`, `backward()` and `update(learningRate:)` at once, to the same bits.
  package func descend(learningRate: Double) {
    forward()
    backward(.init(keepsGradients: true, learningRate: learningRate))
  }

  /// One step of training: the parameters change as in `descend(learningRate:)`, but no gradient is kept.
  package func train(learningRate: Double) {
    forward()
    backward(.init(keepsGradients: false, learningRate: learningRate))
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

  @inline(__always)
  private func backward(_ use: LayerKernel.Use) {
    var kernel = UnsafePointer(kernels) + kernelCount
    while kernel > kernels {
      kernel -= 1
      LayerKernel.backward(kernel, use)
    }
  }
}

extension Plan {
  typealias Activated = (out: Double, slope: Double, complement: Double)

  /// The output value, the slope, and 1 − out at a net input.
  ///
  /// Of a sigmoid all three are exact in both tails.
  @inline(__always)
  static func activate(_ net: Double, _ activation: Activation) -> Activated {
    switch activation {
    case .sigmoid:
      if net.magnitude > 700 { return saturated(net) }
      let power = exp(-net)
      let out = 1 / (1 + power)
      let complement = power * out
      return (out, complement * out, complement)
    case .tanh:
      let out = Glibc.tanh(net)
      let cosine = cosh(net)
      return (out, 1 / (cosine * cosine), 1 - out)
    case .relu: return net > 0 ? (net, 1, 1 - net) : (net.isNaN ? net : 0, 0, 1)
    case .identity: return (net, 1, 1 - net)
    }
  }

  /// A sigmoid where e^−net might overflow: e^−|net| never does.
  @inline(never)
  private static func saturated(_ net: Double) -> Activated {
    let power = exp(-net.magnitude)
    return net < 0 ? (power, power, 1) : (1, power, power)
  }

  /// 1 / (1 + e^−net), as the passes compute it.
  package static func sigmoid(_ net: Double) -> Double { activate(net, .sigmoid).out }

  /// ln(1 + e^x), exact on both sides.
  package static func softplus(_ net: Double) -> Double { max(net, 0) + log1p(exp(-net.magnitude)) }
}
