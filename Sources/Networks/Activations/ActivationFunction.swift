package import Diagnostics
package import Expressions

/// All that is known of one activation function; each conforms in a file of its own.
///
/// A requirement without a default is what every function has to say, so that the compiler finds what is missing.
package protocol ActivationFunction: Sendable {
  /// The name in files and on the command line.
  static var name: String { get }
  /// Other names under which it is read, in lower case.
  static var aliases: [String] { get }
  /// What people call it.
  static var words: Words { get }
  /// Its slope below 0 where a layer may give another one; nil where it has none.
  static var defaultSlope: Double? { get }
  /// Whether an output takes the net inputs of its whole layer: then it is for the last layer.
  static var takesWholeLayer: Bool { get }

  // MARK: Mathematics

  /// The output of a neuron as a formula; `layer` makes the net inputs of all neurons of the layer.
  static func formula(at net: Expression, _ slope: Double, layer: () -> [Expression]) -> Expression
  /// ∂out/∂net as it is written on a board.
  static func derivative(net: Expression, out: Expression, _ slope: Double) -> Expression
  /// The numbers at a net input.
  ///
  /// Marked for inlining in every file: layers are loops around it.
  static func activate(_ net: Double, _ slope: Double) -> Activated
  /// The numbers of a whole layer, or of several samples of it one after the other; each list has `count` places.
  static func activate(layer: ActivationLists, count: Int, _ slope: Double)
  /// Where the slope jumps.
  static var kinks: [Double] { get }
  /// Whether about half of the net inputs give next to nothing, so that weights are drawn as for ReLU (He et al. 2015).
  static var isOneSided: Bool { get }

  // MARK: Words

  /// What it does, with the name of a net input.
  static func purpose(net: String) -> Words
  /// What its slope is, with the names of an output and a net input.
  static func slopeWords(net: String, out: String) -> Words
  /// Some values, as a reminder.
  static var example: String { get }

  // MARK: Mistakes

  /// The interval of its outputs; nil where it does not squash.
  static var interval: String? { get }
  /// The slope in terms of the output alone, f(x)(1 − f(x)); nil where it needs net.
  static func slope(ofOut out: Expression) -> Expression?
  /// Slopes that are half of the right one.
  static func halfSlopes(out: Expression) -> [Expression]

  // MARK: Programs

  static var programs: ActivationPrograms { get }
}

/// The numbers of a neuron: the output value, the slope, and 1 − out, each exact in both tails.
package typealias Activated = (out: Double, slope: Double, complement: Double)

/// Where the numbers of a layer's neurons stand, one after the other.
package struct ActivationLists {
  package let nets: UnsafePointer<Double>
  package let outs: UnsafeMutablePointer<Double>
  package let slopes: UnsafeMutablePointer<Double>
  /// 1 − out, exact where out is close to 1.
  package let complements: UnsafeMutablePointer<Double>

  package init(
    nets: UnsafePointer<Double>, outs: UnsafeMutablePointer<Double>, slopes: UnsafeMutablePointer<Double>,
    complements: UnsafeMutablePointer<Double>
  ) {
    self.nets = nets
    self.outs = outs
    self.slopes = slopes
    self.complements = complements
  }

  /// The same from another neuron on.
  func dropping(_ count: Int) -> ActivationLists {
    ActivationLists(nets: nets + count, outs: outs + count, slopes: slopes + count, complements: complements + count)
  }
}

extension ActivationFunction {
  /// Neuron by neuron; compiled anew for every function, with `activate` inlined.
  package static func activate(layer: ActivationLists, count: Int, _ slope: Double) {
    var neuron = 0
    while neuron < count {
      let found = activate(layer.nets[neuron], slope)
      layer.outs[neuron] = found.out
      layer.slopes[neuron] = found.slope
      layer.complements[neuron] = found.complement
      neuron &+= 1
    }
  }

  package static var aliases: [String] { [] }
  package static var defaultSlope: Double? { nil }
  package static var takesWholeLayer: Bool { false }
  package static var kinks: [Double] { [] }
  package static var isOneSided: Bool { false }
  package static var interval: String? { nil }
  package static func slope(ofOut: Expression) -> Expression? { nil }
  package static func halfSlopes(out: Expression) -> [Expression] { [] }
}

/// A function's lines in the programs that a network is exported to; `$` stands for the net input, `$out` for the output.
package struct ActivationPrograms: Sendable {
  package let numPy: String
  /// What NumPy has not; nil where it has.
  package let numPyHelper: String?
  /// The slope in NumPy; empty where it is 1.
  package let numPySlope: String
  package let jax: String
  package let torch: String

  init(numPy: String, numPyHelper: String? = nil, numPySlope: String, jax: String, torch: String) {
    self.numPy = numPy
    self.numPyHelper = numPyHelper
    self.numPySlope = numPySlope
    self.jax = jax
    self.torch = torch
  }
}
