/// A network compiled to flat buffers: forward, backward and update without a single allocation.
///
/// Cost: two multiplications and additions an edge forward and back each, one exponential a sigmoid. The gradients
/// follow Rumelhart, Hinton and Williams (1986); every local derivative is taken from net, so that saturated neurons
/// stay exact.
package final class Plan {
  package let architecture: Architecture
  let parameterCount: Int
  private let storage: UnsafeMutablePointer<Double>
  /// Inputs, then the output value of every neuron.
  package let sources: UnsafeMutablePointer<Double>
  /// The neurons' part of `sources`.
  package let outs: UnsafeMutablePointer<Double>
  package let nets: UnsafeMutablePointer<Double>
  /// f′(net) of every neuron.
  package let slopes: UnsafeMutablePointer<Double>
  /// ∂E/∂out of every neuron; of outputs under cross-entropy it is not needed and left alone.
  package let upstreamGradients: UnsafeMutablePointer<Double>
  /// δ = ∂E/∂net of every neuron.
  package let deltas: UnsafeMutablePointer<Double>
  package let parameters: UnsafeMutablePointer<Double>
  package let gradients: UnsafeMutablePointer<Double>
  package let targets: UnsafeMutablePointer<Double>
  /// target − out of every output, without cancellation.
  package let residuals: UnsafeMutablePointer<Double>
  /// 1 − out of every neuron that is no sigmoid.
  private let complements: UnsafeMutablePointer<Double>
  /// The functions of all neurons, for layers whose neurons have different ones.
  private let activations: UnsafeMutablePointer<Activation>
  /// The outputs' parts of the above.
  let outputs: UnsafeMutablePointer<Outputs>
  /// The layers, from the inputs up.
  let kernels: UnsafeMutablePointer<LayerKernel>
  let kernelCount: Int

  package init(_ architecture: Architecture) {
    self.architecture = architecture
    let (inputs, neurons) = (architecture.inputs.count, architecture.neuronCount)
    let outputs = architecture.outputCount
    parameterCount = architecture.parameterCount
    let count = inputs + 6 * neurons + 2 * parameterCount + 2 * outputs + 1
    storage = .allocate(capacity: count)
    storage.initialize(repeating: 0, count: count)
    sources = storage
    outs = sources + inputs
    nets = outs + neurons
    slopes = nets + neurons
    upstreamGradients = slopes + neurons
    deltas = upstreamGradients + neurons
    complements = deltas + neurons
    parameters = complements + neurons
    gradients = parameters + parameterCount
    targets = gradients + parameterCount
    residuals = targets + outputs
    let first = architecture.firstOutput
    self.outputs = .allocate(capacity: 1)
    self.outputs.initialize(
      to: Outputs(
        targets: targets, residuals: residuals, upstreamGradients: upstreamGradients + first, deltas: deltas + first,
        scale: architecture.loss.slopeScale(outputCount: outputs), isCrossEntropy: architecture.loss.isCrossEntropy))
    activations = .allocate(capacity: max(1, neurons))
    for neuron in 0..<neurons { (activations + neuron).initialize(to: architecture.activation(ofNeuron: neuron)) }
    kernelCount = architecture.blocks.count
    kernels = .allocate(capacity: kernelCount)
    for (number, block) in architecture.blocks.enumerated() {
      (kernels + number).initialize(to: kernel(of: block, below: number == 0 ? nil : architecture.blocks[number - 1]))
    }
  }

  deinit {
    kernels.deinitialize(count: kernelCount).deallocate()
    activations.deinitialize(count: architecture.neuronCount).deallocate()
    outputs.deallocate()
    storage.deallocate()
  }

  private func kernel(of block: Architecture.Block, below: Architecture.Block?) -> LayerKernel {
    let firstBias = architecture.weightCount + block.firstBias
    // The cell behind all others stays 0.
    let nothing = residuals + architecture.outputCount
    let first = below?.firstNeuron ?? 0
    return LayerKernel(
      sourceCount: block.sourceCount, neuronCount: block.neuronCount,
      isSigmoid: block.activation == .sigmoid && !block.isMixed, activation: block.activation,
      activations: block.isMixed ? UnsafePointer(activations + block.firstNeuron) : nil, bias: block.bias,
      biasSign: architecture.conventions.hasThresholds ? -1 : 1, biasStep: block.bias == .each ? 1 : 0,
      sources: sources + block.firstSource,
      weights: parameters + block.firstWeight, weightGradients: gradients + block.firstWeight,
      biases: block.bias == .none ? nothing : parameters + firstBias, biasGradients: gradients + firstBias,
      nets: nets + block.firstNeuron, outs: outs + block.firstNeuron, slopes: slopes + block.firstNeuron,
      complements: complements + block.firstNeuron, deltas: deltas + block.firstNeuron, hasBelow: below != nil,
      slopesBelow: slopes + first,
      upstreamBelow: upstreamGradients + first, deltasBelow: deltas + first)
  }

  /// ∂E/∂out of an output is this times out − target, as far as it is a multiple of it.
  package var slopeScale: Double { outputs.pointee.scale }

  /// Copies the given values in.
  package func load(_ network: Network) {
    for (number, value) in network.inputs.enumerated() { sources[number] = value }
    for (number, value) in network.parameters.enumerated() { parameters[number] = value }
    for (number, value) in network.targets.enumerated() { targets[number] = value }
  }
}
