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

  /// ∂E/∂ of a parameter, from what every pass records: δ·out of an edge; of a bias its neurons' δ, added up.
  ///
  /// To the bit what `backward()` writes to `gradients`, and there after `train(learningRate:)` too.
  package func gradient(ofParameter parameter: Int) -> Double {
    switch architecture.place(ofParameter: parameter) {
    case .edge(let source, let neuron): return deltas[neuron] * sources[source]
    case .neurons(let fed):
      guard let first = fed.first else { return 0 }
      let sum = fed.dropFirst().reduce(deltas[first]) { $0 + deltas[$1] }
      return architecture.conventions.hasThresholds ? -sum : sum
    }
  }

  /// One step of training: the parameters change as in `descend(learningRate:)`, but no product is written for each edge.
  package func train(learningRate: Double) {
    forward()
    backward(.init(keepsGradients: false, learningRate: learningRate))
  }

  /// The loss of each output; exact for saturated neurons, since cross-entropy is taken from net.
  package func partialLoss(_ output: Int) -> Double { partialLoss(output, logarithmOfSum) }

  /// The sum of the outputs' losses, or their mean where the loss is one.
  package var loss: Double {
    let logarithmOfSum = logarithmOfSum
    let sum = (0..<architecture.outputCount).reduce(0) { $0 + partialLoss($1, logarithmOfSum) }
    return architecture.loss.isMean ? sum / Double(max(1, architecture.outputCount)) : sum
  }

  private func partialLoss(_ output: Int, _ logarithmOfSum: (largest: Double, rest: Double)) -> Double {
    let net = nets[architecture.firstOutput + output]
    return architecture.loss.function.value(
      target: targets[output], residual: residuals[output], net: net,
      surprise: Softmax.surprise(net, logarithmOfSum))
  }

  /// ln Σ e^net over the outputs, where the loss is taken from it.
  private var logarithmOfSum: (largest: Double, rest: Double) {
    guard architecture.loss == .categoricalCrossEntropy else { return (0, 0) }
    return Softmax.logarithmOfSum(nets + architecture.firstOutput, count: architecture.outputCount)
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
