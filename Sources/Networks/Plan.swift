/// A network compiled to flat buffers: forward, backward and update without a single allocation.
///
/// Cost: two multiplications and additions an edge forward and back each, one exponential a sigmoid. The gradients
/// follow Rumelhart, Hinton and Williams (1986); every local derivative is taken from net, so that saturated neurons
/// stay exact.
package final class Plan {
  package let architecture: Architecture
  let blocks: [Architecture.Block]
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
  /// The part of `parameters` behind the weights.
  let biases: UnsafeMutablePointer<Double>
  let biasGradients: UnsafeMutablePointer<Double>
  /// target − out of every output, without cancellation.
  package let residuals: UnsafeMutablePointer<Double>

  package init(_ architecture: Architecture) {
    self.architecture = architecture
    blocks = architecture.blocks
    let (inputs, neurons) = (architecture.inputs.count, architecture.neuronCount)
    let outputs = architecture.outputCount
    parameterCount = architecture.parameterCount
    let count = inputs + 5 * neurons + 2 * parameterCount + 2 * outputs
    storage = .allocate(capacity: count)
    storage.initialize(repeating: 0, count: count)
    sources = storage
    outs = sources + inputs
    nets = outs + neurons
    slopes = nets + neurons
    upstreamGradients = slopes + neurons
    deltas = upstreamGradients + neurons
    parameters = deltas + neurons
    gradients = parameters + parameterCount
    targets = gradients + parameterCount
    residuals = targets + outputs
    biases = parameters + architecture.weightCount
    biasGradients = gradients + architecture.weightCount
  }

  deinit { storage.deallocate() }

  /// Copies the given values in.
  package func load(_ network: Network) {
    for (number, value) in network.inputs.enumerated() { sources[number] = value }
    for (number, value) in network.parameters.enumerated() { parameters[number] = value }
    for (number, value) in network.targets.enumerated() { targets[number] = value }
  }
}
