package import Diagnostics
package import Expressions

/// All that is known of one loss; each conforms in a file of its own.
package protocol LossFunction: Sendable {
  /// What people call it.
  static var words: Words { get }
  /// Other names under which it is read, in lower case.
  static var aliases: [String] { get }
  /// The function that every output must have; nil where any will do.
  static var activation: Activation? { get }
  /// Whether E is the mean over the outputs, and not their sum.
  static var isMean: Bool { get }
  /// Whether it is a square of target − out.
  static var isSquare: Bool { get }

  // MARK: Mathematics

  /// The loss of one output.
  static func formula(target: Expression, out: Expression) -> Expression
  /// Its derivative by out, as it is written on a board.
  static func derivative(target: Expression, out: Expression) -> Expression
  /// The loss of one output in numbers; cross-entropies are taken from net, so that they are exact for saturated neurons.
  ///
  /// `residual` is target − out; `surprise` is −ln out of a softmax output.
  static func value(target: Double, residual: Double, net: Double, surprise: Double) -> Double
  /// The derivative is this times out − target; nil where it is no such multiple.
  static var slopeScale: Double? { get }

  // MARK: Words

  /// What it is, as a reason.
  static var purpose: Words { get }
  /// Why its slope is what it is.
  static var slopeWords: Words { get }
  /// A value as a reminder.
  static var example: String { get }

  // MARK: Programs

  static var programs: LossPrograms { get }
}

extension LossFunction {
  package static var aliases: [String] { [] }
  package static var activation: Activation? { nil }
  package static var isMean: Bool { false }
  package static var isSquare: Bool { false }
  package static var slopeScale: Double? { nil }
}

/// The losses of all outputs in the programs that a network is exported to; `$net` and `$out` stand for the outputs'.
package struct LossPrograms: Sendable {
  package let numPy: String
  /// ∂E/∂out in NumPy; empty where δ is out − target.
  package let numPySlope: String
  package let jax: String
  package let torch: String
}
