import Networks

extension TrainingRun {
  /// The backward pass of the sample at hand, with the mistake that the settings plant in it.
  func backward() {
    guard let mistake = settings.mistake else { return plan.backward() }
    let architecture = plan.architecture
    plantAtOutputs(mistake, architecture.firstOutput..<architecture.neuronCount)
    switch mistake {
    case .dropHiddenSlope: for neuron in 0..<architecture.firstOutput { plan.slopes[neuron] = 1 }
    case .halfSlope: for neuron in 0..<architecture.firstOutput { plan.slopes[neuron] = plan.outs[neuron] }
    default: break
    }
    switch mistake {
    case .dropWeight: passBackWithoutWeights()
    case .updatedWeight: passBackThroughUpdatedWeights()
    default: plan.backward()
    }
    plantAtBiases(mistake)
    if mistake == .usesLoss {
      let loss = plan.loss
      for parameter in 0..<parameterCount { plan.gradients[parameter] = loss }
    }
  }

  /// The mistakes in the first two factors.
  ///
  /// δ of an output is made in the forward pass, and only read on the way back.
  private func plantAtOutputs(_ mistake: PlantedMistake, _ outputs: Range<Int>) {
    let isCrossEntropy = plan.architecture.loss.isCrossEntropy
    let scale = plan.slopeScale
    for neuron in outputs {
      let output = neuron - outputs.lowerBound
      let slope = isCrossEntropy ? 1 : plan.slopes[neuron]
      switch mistake {
      case .signFlip: plan.deltas[neuron] = -plan.deltas[neuron]
      case .half: plan.deltas[neuron] *= 2
      case .lossAsSlope: plan.deltas[neuron] = plan.partialLoss(output) * slope
      case .dropOutputSlope: plan.deltas[neuron] = -scale * plan.residuals[output]
      case .halfSlope: plan.deltas[neuron] = -scale * plan.residuals[output] * (isCrossEntropy ? 1 : plan.outs[neuron])
      default: break
      }
    }
  }

  private func passBackWithoutWeights() {
    keepParameters()
    for block in plan.architecture.blocks.dropFirst() {
      for weight in block.firstWeight..<block.firstWeight + block.neuronCount * block.sourceCount {
        plan.parameters[weight] = 1
      }
    }
    plan.backward()
    putBackParameters()
  }

  /// Each layer's weights move before δ passes through them; gradients of layers above are not touched again.
  private func passBackThroughUpdatedWeights() {
    plan.backward()
    keepParameters()
    for block in plan.architecture.blocks.dropFirst().reversed() {
      for weight in block.firstWeight..<block.firstWeight + block.neuronCount * block.sourceCount
      where !settings.held.contains(weight) {
        plan.parameters[weight] = kept[weight] - settings.learningRate * plan.gradients[weight]
      }
      plan.backward()
    }
    putBackParameters()
  }

  private func plantAtBiases(_ mistake: PlantedMistake) {
    guard [.biasOnePath, .biasMean, .biasZero].contains(mistake) else { return }
    let architecture = plan.architecture
    if mistake == .biasZero {
      for bias in architecture.weightCount..<parameterCount { plan.gradients[bias] = 0 }
      return
    }
    for block in architecture.blocks where block.bias == .shared && block.neuronCount > 0 {
      let bias = architecture.weightCount + block.firstBias
      plan.gradients[bias] =
        mistake == .biasOnePath ? plan.deltas[block.firstNeuron] : plan.gradients[bias] / Double(block.neuronCount)
    }
  }

  /// The learning rate of the update at hand; the gradients are changed where the mistake lies there.
  func rateOfUpdate() -> Double {
    switch settings.mistake {
    case .ascent: for parameter in 0..<parameterCount { gradients[parameter] = -gradients[parameter] }
    case .alwaysDecrease:
      for parameter in 0..<parameterCount { gradients[parameter] = gradients[parameter].magnitude }
    case .noRate: return 1
    default: break
    }
    return settings.learningRate
  }

  private func keepParameters() { kept.update(from: plan.parameters, count: parameterCount) }
  private func putBackParameters() { plan.parameters.update(from: kept, count: parameterCount) }
}
