package import Diagnostics
package import Expressions

/// How far the outputs are from their targets; a new one is its file, its name here and its line in `function`.
package enum Loss: String, CaseIterable, Codable, Sendable {
  case squaredError = "squared-error"
  case sumOfSquares = "sum-of-squares"
  case meanSquaredError = "mean-squared-error"
  case crossEntropy = "cross-entropy"
  case categoricalCrossEntropy = "categorical-cross-entropy"

  /// What is known of it.
  package var function: any LossFunction.Type {
    switch self {
    case .squaredError: SquaredError.self
    case .sumOfSquares: SumOfSquares.self
    case .meanSquaredError: MeanSquaredError.self
    case .crossEntropy: CrossEntropy.self
    case .categoricalCrossEntropy: CategoricalCrossEntropy.self
    }
  }

  /// The loss of that name, or of an alias in any case.
  package init?(named name: String) {
    func plain(_ name: String) -> String { String(name.lowercased().filter { !"-_ ".contains($0) }) }
    let wanted = plain(name)
    let found = Self.allCases.first { loss in
      plain(loss.rawValue) == wanted || loss.function.aliases.contains { plain($0) == wanted }
    }
    guard let found else { return nil }
    self = found
  }

  package var words: Words { function.words }
  package var isMean: Bool { function.isMean }
  /// Whether it is a cross-entropy, whose δ behind its own activation function is out − target.
  package var isCrossEntropy: Bool { function.activation != nil }

  /// The loss of one output as an expression of its target and output value.
  package func expression(target: Expression, out: Expression) -> Expression {
    function.formula(target: target, out: out)
  }

  /// ∂E/∂out of one of `outputCount` outputs, as it is written on a board.
  package func derivative(target: Expression, out: Expression, outputCount: Int) -> Expression {
    let own = function.derivative(target: target, out: out)
    guard isMean, outputCount > 1 else { return own }
    return .quotient(own, .number(Double(outputCount)))
  }

  /// ∂E/∂out is this times out − target, as far as it is a multiple of it; else 1.
  func slopeScale(outputCount: Int) -> Double {
    (function.slopeScale ?? 1) / (isMean ? Double(max(1, outputCount)) : 1)
  }
}
