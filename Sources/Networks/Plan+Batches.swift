extension Plan {
  /// out and f′(net) of a neuron for several samples side by side, from its nets.
  ///
  /// What a batch computes as one matrix product is the nets; everything that follows from them is asked for here, so
  /// that a batch and a single sample never differ in more than the order of a sum.
  package func activate(
    neuron: Int, _ nets: UnsafePointer<Double>, outs: UnsafeMutablePointer<Double>,
    slopes: UnsafeMutablePointer<Double>, count: Int
  ) {
    let activation = architecture.activation(ofNeuron: neuron)
    // Hidden neurons are compared with nothing, so no one reads their 1 − out.
    withUnsafeTemporaryAllocation(of: Double.self, capacity: max(1, count)) { room in
      guard let complements = room.baseAddress else { return }
      complements.initialize(repeating: 0, count: max(1, count))
      let lists = ActivationLists(nets: nets, outs: outs, slopes: slopes, complements: complements)
      activation.function.activate(layer: lists, count: count, activation.slope)
    }
  }

  /// Out, slope, residual and δ of every output, and with them the loss, from `nets` and `targets` of one sample.
  package func settleOutputs() {
    guard kernelCount > 0 else { return }
    LayerKernel.settle(kernels + (kernelCount &- 1), to: outputs)
  }
}
