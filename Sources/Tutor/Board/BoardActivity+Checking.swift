import Diagnostics
import Expressions
import Networks
import Questions
import Traces
import Training

/// `:check`: a gradient beside differences.
extension BoardActivity {
  /// A gradient beside central differences.
  mutating func checkGradient(_ text: String, _ shared: Shared) -> [Request] {
    let wanted = text.isEmpty ? board.walk.step.goals.first ?? board.walk.trace.goals.first : board.goal(named: text)
    guard let wanted else {
      reply = .fault(board.noGradient(text))
      return []
    }
    guard case .derivative(_, by: .parameter(let parameter)) = wanted,
      let check = GradientChecker(board.walk.network)?.check(parameter)
    else {
      reply = .fault(
        Words(en: "Gradients of weights and biases can be checked: :check dE/dw5", zh: "可以检验权重和偏置的梯度，例如 :check dE/dw5"))
      return []
    }
    let lookup = board.walk.knows(wanted) ? Lookup() : Lookup(quantities: [wanted], rung: .setUp)
    return lookUp(lookup) { [notation = shared.notation] in $0.show(check, of: wanted, parameter, notation) }
  }
}

extension Board {
  /// The ε that are shown in numbers: enough to see the error fall and rise again, which the picture shows whole.
  private static let shownEpsilons: Set<Double> = [1e-1, 1e-3, 1e-5, 1e-7, 1e-9]

  /// A gradient beside its central differences.
  mutating func show(_ check: GradientCheck, of wanted: Quantity, _ parameter: Int, _ notation: TextStyle) {
    let architecture = walk.network.architecture
    let name = architecture.name(of: .parameter(parameter))
    let epsilon = notation == .unicode ? "ε" : "eps"
    let verdict = check.verdict.words
    var lines: [Reply.Line] = [
      .value(architecture.expression(of: wanted), check.analytic),
      .words(Words(en: verdict.en.prefix(1).uppercased() + verdict.en.dropFirst() + ".", zh: verdict.zh + "。")),
      .formula("(E(\(name) + \(epsilon)) − E(\(name) − \(epsilon)))/(2\(epsilon))"),
    ]
    for point in check.points where Self.shownEpsilons.contains(point.epsilon) {
      let (numeric, error) = (notation.short(point.numeric), notation.short(point.relativeError, digits: 2))
      let kink = point.crossesKink ? Words(en: ", across a kink", zh: "，跨过折点") : Words("")
      lines.append(
        .entry(
          "\(epsilon) = \(notation.short(point.epsilon, digits: 1))",
          Words(
            en: "\(numeric), relative error \(error)\(kink.en)", zh: "\(numeric)，相对误差 \(error)\(kink.zh)")))
    }
    lines.append(
      .words(
        Words(
          en: "A large \(epsilon) suffers from the bend of the curve (truncation), a small one from rounding.",
          zh: "\(epsilon) 大时受曲线弯曲影响（截断误差），小时淹没在舍入误差中。")))
    // A right gradient without any error has no curve.
    if check.points.contains(where: { $0.relativeError > 0 }) { lines.append(.errorCurve(check)) }
    reply = Reply(.answer, lines)
  }
}

extension TextStyle {
  /// A number as it is written in a sentence.
  func short(_ value: Double, digits: Int = 6) -> String {
    Expression.number(value).text(self, numberDigits: digits)
  }
}
