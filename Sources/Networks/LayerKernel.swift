/// One layer of a plan: where its numbers stand, and the way forward and back through them.
///
/// In a small layer the arithmetic is the least: memory between two loops, and copies, cost more. So each loop does all
/// that can be done with a number while it is in a register, and a kernel is always used where it lies, by its pointer.
struct LayerKernel {
  typealias Place = UnsafePointer<LayerKernel>

  let sourceCount: Int
  let neuronCount: Int
  /// Sigmoid layers have a loop of their own, in which no number leaves its register.
  let isSigmoid: Bool
  let activation: Activation
  /// The functions of the neurons one by one, where they are not all the same; else nil.
  let activations: UnsafePointer<Activation>?
  let bias: Bias
  /// −1 where biases are thresholds, which are subtracted.
  let biasSign: Double
  /// From the bias of one neuron to the next one's.
  let biasStep: Int
  /// What feeds the layer.
  let sources: UnsafePointer<Double>
  let weights: UnsafeMutablePointer<Double>
  let weightGradients: UnsafeMutablePointer<Double>
  /// The bias of the first neuron; without biases, a cell that holds 0.
  let biases: UnsafeMutablePointer<Double>
  let biasGradients: UnsafeMutablePointer<Double>
  let nets: UnsafeMutablePointer<Double>
  let outs: UnsafeMutablePointer<Double>
  let slopes: UnsafeMutablePointer<Double>
  /// 1 − out.
  let complements: UnsafeMutablePointer<Double>
  let deltas: UnsafePointer<Double>
  /// Whether the sources are neurons, whose ∂E/∂out and δ are wanted.
  let hasBelow: Bool
  let slopesBelow: UnsafePointer<Double>
  let upstreamBelow: UnsafeMutablePointer<Double>
  let deltasBelow: UnsafeMutablePointer<Double>
}

/// Where the outputs are compared with their targets.
struct Outputs {
  let targets: UnsafePointer<Double>
  let residuals: UnsafeMutablePointer<Double>
  let upstreamGradients: UnsafeMutablePointer<Double>
  let deltas: UnsafeMutablePointer<Double>
  /// ∂E/∂out is this times out − target.
  let scale: Double
  /// Whether δ is out − target itself: cross-entropy behind its own activation function.
  let isCrossEntropy: Bool

  /// Residual, ∂E/∂out and δ of an output whose out depends on its own net alone.
  @inline(__always)
  func compare(_ output: Int, _ found: Activated) {
    let target = targets[output]
    // target − 1 is exact here (Sterbenz), and 1 − out comes from net: nothing cancels when out is close to 1.
    let isHigh = found.out > 0.5 && target >= 0.5
    var upstream = isHigh ? (1 - target) - found.complement : found.out - target
    residuals[output] = 0 - upstream
    if scale != 1 { upstream *= scale }
    upstreamGradients[output] = upstream
    deltas[output] = isCrossEntropy ? upstream : upstream * found.slope
  }

  /// δ of all outputs of a softmax layer, after they were compared: Σ_j ∂E/∂out_j·∂out_j/∂net_k.
  func spread(_ outs: UnsafePointer<Double>, _ complements: UnsafePointer<Double>, count: Int) {
    guard count > 0 else { return }
    if isCrossEntropy {
      // out − target where the targets add up to 1, as it is already.
      let sum = (0..<count).reduce(0) { $0 + targets[$1] }
      if (sum - 1).magnitude > 1e-12 {
        for output in 0..<count { deltas[output] = outs[output] * sum - targets[output] }
      }
      return
    }
    var largest = 0
    for output in 1..<max(1, count) where outs[output] > outs[largest] { largest = output }
    var others = 0.0
    for output in 0..<count where output != largest { others += upstreamGradients[output] * outs[output] }
    let mean = others + upstreamGradients[largest] * outs[largest]
    for output in 0..<count {
      // upstream·(1 − out) − the others' share: next to 1, upstream − mean would cancel.
      let difference =
        output == largest
        ? upstreamGradients[output] * complements[output] - others : upstreamGradients[output] - mean
      deltas[output] = outs[output] * difference
    }
  }
}

/// One number, or several side by side.
///
/// Written out, since a loop over pointers that might overlap is either not vectorized or pays for finding out, which
/// in a layer of two neurons takes longer than the layer.
protocol Lanes {
  static func + (_: Self, _: Self) -> Self
  static func - (_: Self, _: Self) -> Self
  static func * (_: Self, _: Self) -> Self
  static func * (_: Double, _: Self) -> Self
}

extension Double: Lanes {}
extension SIMD8<Double>: Lanes {}

extension UnsafePointer<Double> {
  @inline(__always)
  func load<V: Lanes>(_ index: Int, as: V.Type) -> V { UnsafeRawPointer(self + index).loadUnaligned(as: V.self) }
}

extension UnsafeMutablePointer<Double> {
  @inline(__always)
  func load<V: Lanes>(_ index: Int, as: V.Type) -> V { UnsafeRawPointer(self + index).loadUnaligned(as: V.self) }

  @inline(__always)
  func store<V: Lanes>(_ value: V, _ index: Int) {
    UnsafeMutableRawPointer(self + index).storeBytes(of: value, as: V.self)
  }
}
