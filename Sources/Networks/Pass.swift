/// Everything that one forward and backward pass of a network found, as values.
package struct Pass: Equatable, Sendable {
  package let network: Network
  package let nets: [Double]
  /// The output value of every neuron.
  package let outs: [Double]
  /// f′(net) of every neuron.
  package let slopes: [Double]
  /// ∂E/∂out of every neuron.
  package let upstreamGradients: [Double]
  /// δ = ∂E/∂net of every neuron.
  package let deltas: [Double]
  /// ∂E/∂(parameter) of every weight and bias.
  package let gradients: [Double]
  package let partialLosses: [Double]
  package let loss: Double
  package let updatedParameters: [Double]
  package let lossAfterUpdate: Double

  /// Cost: proportional to the number of edges.
  package init(_ network: Network) { self.init(network, updatingBy: nil) }

  /// A pass whose update uses other gradients than its own, such as the mean over a batch.
  package init(_ network: Network, updatingBy others: [Double]?) {
    let architecture = network.architecture
    let plan = Plan(architecture)
    plan.load(network)
    plan.forward()
    plan.backward()
    let neurons = architecture.neuronCount
    func values(_ start: UnsafeMutablePointer<Double>, _ count: Int) -> [Double] {
      Array(UnsafeBufferPointer(start: start, count: count))
    }
    self.network = network
    nets = values(plan.nets, neurons)
    outs = values(plan.outs, neurons)
    slopes = values(plan.slopes, neurons)
    deltas = values(plan.deltas, neurons)
    gradients = values(plan.gradients, architecture.parameterCount)
    partialLosses = (0..<architecture.outputCount).map(plan.partialLoss)
    loss = plan.loss
    var upstream = values(plan.upstreamGradients, neurons)
    for output in 0..<(architecture.loss.isCrossEntropy ? architecture.outputCount : 0) {
      let (neuron, target) = (architecture.firstOutput + output, network.targets[output])
      upstream[neuron] =
        architecture.loss == .crossEntropy
        ? Pass.crossEntropySlope(target: target, net: nets[neuron]) : target == 0 ? 0 : -target / outs[neuron]
    }
    upstreamGradients = upstream
    var used = gradients
    if let others, others.count == used.count { used = others }
    updatedParameters = network.updatedParameters(gradients: used)
    for (number, value) in updatedParameters.enumerated() { plan.parameters[number] = value }
    plan.forward()
    lossAfterUpdate = plan.loss
  }

  /// ∂E/∂out = −target/out + (1 − target)/(1 − out), with 1 − out taken from net.
  private static func crossEntropySlope(target: Double, net: Double) -> Double {
    let hit = target == 0 ? 0 : target / Sigmoid.activate(net, 0).out
    let miss = target == 1 ? 0 : (1 - target) / Sigmoid.activate(-net, 0).out
    return miss - hit
  }
}
