extension Plan {
  /// out and f′(net) of a neuron for several samples side by side, from its nets.
  ///
  /// What a batch computes as one matrix product is the nets; everything that follows from them is asked for here, so
  /// that a batch and a single sample never differ in more than the order of a sum.
  package func activate(
    neuron: Int, _ nets: UnsafePointer<Double>, outs: UnsafeMutablePointer<Double>,
    slopes: UnsafeMutablePointer<Double>, count: Int
  ) {
    switch architecture.block(ofNeuron: neuron).activation {
    case .sigmoid: Self.activate(nets, outs, slopes, count) { Plan.activate($0, .sigmoid) }
    case .tanh: Self.activate(nets, outs, slopes, count) { Plan.activate($0, .tanh) }
    case .relu: Self.activate(nets, outs, slopes, count) { Plan.activate($0, .relu) }
    case .identity: Self.activate(nets, outs, slopes, count) { Plan.activate($0, .identity) }
    }
  }

  @inline(__always)
  private static func activate(
    _ nets: UnsafePointer<Double>, _ outs: UnsafeMutablePointer<Double>, _ slopes: UnsafeMutablePointer<Double>,
    _ count: Int, _ function: (Double) -> Activated
  ) {
    for sample in 0..<count {
      let found = function(nets[sample])
      outs[sample] = found.out
      slopes[sample] = found.slope
    }
  }

  /// Out, slope, residual and δ of every output, and with them the loss, from `nets` and `targets` of one sample.
  package func settleOutputs() {
    guard kernelCount > 0 else { return }
    let last = kernels + (kernelCount &- 1)
    let activation = last.pointee.activation
    for output in 0..<last.pointee.neuronCount {
      let found = Self.activate(last.pointee.nets[output], activation)
      last.pointee.outs[output] = found.out
      last.pointee.slopes[output] = found.slope
      outputs.pointee.compare(output, found)
    }
  }
}
