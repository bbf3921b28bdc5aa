import CKernels
import Networks

/// Many samples at once through a network: each layer is one matrix product instead of one sum a neuron and sample.
///
/// The same arithmetic as a `Plan` makes for each sample, added up in another order (and, where the processor can,
/// without rounding between a product and its sum), so that results agree to about 1e-15 but not to the last bit. On one
/// machine the same samples give the same bits.
final class BatchPass {
  /// Samples that go through at once; more are taken in pieces.
  static let capacity = 64

  private let plan: Plan
  private let architecture: Architecture
  private let storage: UnsafeMutablePointer<Double>
  /// The inputs, a row a sample, as gradients need them.
  private let rows: UnsafeMutablePointer<Double>
  private let layers: [Layer]

  /// Where the numbers of a layer stand for all samples.
  private struct Layer {
    let block: Architecture.Block
    /// What feeds the layer: a row a source, and a row a sample.
    let sources: UnsafeMutablePointer<Double>
    let sourceRows: UnsafeMutablePointer<Double>
    /// A row a neuron: net, later ∂E/∂out, then δ.
    let nets: UnsafeMutablePointer<Double>
    let outs: UnsafeMutablePointer<Double>
    let slopes: UnsafeMutablePointer<Double>
  }

  /// Whether matrix products are worth their preparation.
  static func suits(_ architecture: Architecture) -> Bool { architecture.weightCount >= minWeights }

  /// Below this, as measured, a sample at a time is faster.
  static let minWeights = 256
  /// Fewer samples than this do not fill a vector.
  static let minSamples = 4

  /// Reads parameters from the plan, and leaves the last sample's outputs there.
  init(_ plan: Plan) {
    self.plan = plan
    architecture = plan.architecture
    let (inputs, neurons) = (plan.architecture.inputs.count, plan.architecture.neuronCount)
    let room = (2 * inputs + 4 * neurons) * Self.capacity
    storage = .allocate(capacity: max(1, room))
    storage.initialize(repeating: 0, count: max(1, room))
    rows = storage
    var next = storage + inputs * Self.capacity
    func take(_ width: Int) -> UnsafeMutablePointer<Double> {
      defer { next += width * Self.capacity }
      return next
    }
    var layers: [Layer] = []
    var (sources, sourceRows) = (take(inputs), rows)
    for block in plan.architecture.blocks {
      let layer = Layer(
        block: block, sources: sources, sourceRows: sourceRows, nets: take(block.neuronCount),
        outs: take(block.neuronCount), slopes: take(block.neuronCount))
      layers.append(layer)
      (sources, sourceRows) = (layer.outs, take(block.neuronCount))
    }
    self.layers = layers
  }

  deinit { storage.deallocate() }

  /// Where the next samples are put, a row of inputs each.
  func inputs(ofSample sample: Int) -> UnsafeMutablePointer<Double> { rows + sample * architecture.inputs.count }

  /// Every net and out of the samples at hand, from the inputs in their rows.
  func forward(_ count: Int) {
    // The lanes that are left over in the last vector hold samples of before: they are computed, and no one reads them.
    let width = min(Self.capacity, (count + 7) & ~7)
    guard let first = layers.first else { return }
    let inputs = architecture.inputs.count
    matrix_transpose(first.sourceRows, inputs, first.sources, Self.capacity, width, inputs)
    for layer in layers {
      setToBiases(layer, width)
      var product = matrix_product(
        a: plan.parameters + layer.block.firstWeight, a_row: layer.block.sourceCount, a_column: 1, b: layer.sources,
        b_row: Self.capacity, c: layer.nets, c_row: Self.capacity, rows: layer.block.neuronCount, columns: width,
        depth: layer.block.sourceCount, adds: 1)
      matrix_multiply(&product)
      // Outputs are compared with their targets, sample by sample.
      if layer.block.firstNeuron == architecture.firstOutput { return }
      for neuron in 0..<layer.block.neuronCount {
        let place = neuron * Self.capacity
        plan.activate(
          neuron: layer.block.firstNeuron + neuron, layer.nets + place, outs: layer.outs + place,
          slopes: layer.slopes + place, count: count)
      }
    }
  }

  /// Puts one sample's outputs into the plan, where its loss, outs and δ can be read.
  func settle(_ sample: Int, targets: UnsafePointer<Double>) {
    guard let last = layers.last else { return }
    let outputs = last.block.neuronCount
    let nets = plan.nets + architecture.firstOutput
    for output in 0..<outputs { nets[output] = last.nets[output * Self.capacity + sample] }
    plan.targets.update(from: targets, count: outputs)
    plan.settleOutputs()
  }

  /// Keeps δ of the sample that was settled last, times `share`, for the way back.
  func keepDeltas(_ sample: Int, share: Double) {
    guard let last = layers.last else { return }
    let deltas = plan.deltas + architecture.firstOutput
    for output in 0..<last.block.neuronCount {
      last.nets[output * Self.capacity + sample] = deltas[output] * share
    }
  }

  /// The gradients of the samples at hand, whose output δ have been kept; added to what is there if `adds`.
  func gradients(_ count: Int, into gradients: UnsafeMutablePointer<Double>, adds: Bool) {
    for (number, layer) in layers.enumerated().reversed() {
      let block = layer.block
      if number > 0 {
        matrix_transpose(
          layer.sources, Self.capacity, layer.sourceRows, block.sourceCount, block.sourceCount, count)
      }
      sumBiases(layer, count, into: gradients, adds: adds)
      var product = matrix_product(
        a: layer.nets, a_row: Self.capacity, a_column: 1, b: layer.sourceRows, b_row: block.sourceCount,
        c: gradients + block.firstWeight, c_row: block.sourceCount, rows: block.neuronCount,
        columns: block.sourceCount, depth: count, adds: adds ? 1 : 0)
      matrix_multiply(&product)
      if number > 0 { passBack(from: layer, to: layers[number - 1], count) }
    }
  }

  /// δ of the layer below: (Σ δ·w)·f′(net).
  private func passBack(from layer: Layer, to below: Layer, _ count: Int) {
    let width = min(Self.capacity, (count + 7) & ~7)
    var product = matrix_product(
      a: plan.parameters + layer.block.firstWeight, a_row: 1, a_column: layer.block.sourceCount, b: layer.nets,
      b_row: Self.capacity, c: below.nets, c_row: Self.capacity, rows: layer.block.sourceCount, columns: width,
      depth: layer.block.neuronCount, adds: 0)
    matrix_multiply(&product)
    for neuron in 0..<below.block.neuronCount {
      let place = neuron * Self.capacity
      for sample in place..<place + count { below.nets[sample] *= below.slopes[sample] }
    }
  }

  private func setToBiases(_ layer: Layer, _ width: Int) {
    let biases = plan.parameters + architecture.weightCount + layer.block.firstBias
    for neuron in 0..<layer.block.neuronCount {
      let bias: Double =
        switch layer.block.bias {
        case .none: 0
        case .shared: sign * biases[0]
        case .each: sign * biases[neuron]
        }
      (layer.nets + neuron * Self.capacity).update(repeating: bias, count: width)
    }
  }

  /// −1 where biases are thresholds, which are subtracted.
  private var sign: Double { architecture.conventions.hasThresholds ? -1 : 1 }

  private func sumBiases(
    _ layer: Layer, _ count: Int, into gradients: UnsafeMutablePointer<Double>, adds: Bool
  ) {
    if layer.block.bias == .none { return }
    let biases = gradients + architecture.weightCount + layer.block.firstBias
    for neuron in 0..<layer.block.neuronCount {
      let bias = layer.block.bias == .shared ? 0 : neuron
      var sum = adds || neuron > bias ? biases[bias] : 0
      for sample in 0..<count { sum += sign * layer.nets[neuron * Self.capacity + sample] }
      biases[bias] = sum
    }
  }
}
