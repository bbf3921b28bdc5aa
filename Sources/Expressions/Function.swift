/// A function of one variable that the engine can evaluate and differentiate.
package enum Function: String, CaseIterable, Sendable {
  /// f(x) = 1/(1+e^(−x)); written `f` wherever learners see it.
  case sigmoid
  case tanh
  case relu
  /// x above 0, x/100 below.
  case leakyRelu = "leakyrelu"
  /// x above 0, e^x − 1 below.
  case elu
  case exp
  case ln
  case sqrt
  case abs
  /// ln(1+e^x), in which cross-entropy is exact at any net input.
  case softplus
  /// Φ(x), the standard normal distribution up to x.
  case normal = "Phi"
}
