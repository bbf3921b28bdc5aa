import Diagnostics
import Expressions
import Networks
import Skills

/// Mistakes in what weight decay and momentum add to an update.
extension Mistake {
  static let decayLost = Mistake(
    "decay-lost", Words(en: "the term of the weight decay", zh: "权重衰减项漏了或符号反了"), skill: .update
  ) { subject in
    guard subject.architecture.conventions.hasWeightDecay else { return [] }
    return [
      subject.steps { w, rate, g, _ in .difference(w, .product([rate, g])) },
      subject.steps { w, rate, g, decay in .difference(w, .product([rate, .difference(g, decay)])) },
      // λ·w beside η instead of behind it.
      subject.steps { w, rate, g, decay in .sum([w, .negation(.product([rate, g])), .negation(decay)]) },
    ]
  } question: { subject, focus in
    let name = subject.parameterName(at: focus)
    return Words(en: "Which term of E contains \(name) itself?", zh: "E 的哪一项直接含有 \(name)？")
  }

  static let momentumLost = Mistake(
    "momentum-lost", Words(en: "the kept share of the last step left out", zh: "漏了上一步保留的部分"), skill: .update
  ) { subject in
    guard subject.architecture.conventions.hasMomentum else { return [] }
    let steps: [@Sendable (Expression, Expression) -> Expression?] = [
      { _, _ in nil }, { share, step in .negation(.product([share, step])) }, { _, step in step },
    ]
    return steps.map { form in
      .exchange(subject.parameterFocus) { quantity in
        guard case .updated(let parameter) = quantity, !subject.held.contains(parameter) else { return nil }
        let plain = subject.withoutMomentum(parameter)
        guard let kept = form(subject.leaf(.momentum), subject.leaf(.lastStep(parameter))) else { return plain }
        return .sum([plain, kept])
      }
    }
  } question: { _, _ in
    Words(en: "What is kept of the last step?", zh: "上一步保留了多少？")
  }
}

extension Subject {
  /// Exchanges every update of a weight that decays; `form` gets w, η, ∂E/∂w and λ·w, and momentum stays.
  fileprivate func steps(
    _ form: @escaping @Sendable (Expression, Expression, Expression, Expression) -> Expression
  ) -> Rewrite {
    .exchange(parameterFocus) { quantity in
      guard case .updated(let parameter) = quantity, !held.contains(parameter), parameter < architecture.weightCount
      else { return nil }
      let w = leaf(.parameter(parameter))
      let changed = form(
        w, leaf(.learningRate), leaf(.gradient(.parameter(parameter))), .product([leaf(.weightDecay), w]))
      return withMomentum(changed, parameter)
    }
  }

  /// An update with the share of the step before, where the network has momentum.
  func withMomentum(_ update: Expression, _ parameter: Int) -> Expression {
    guard architecture.conventions.hasMomentum else { return update }
    return .sum([update, .product([leaf(.momentum), leaf(.lastStep(parameter))])])
  }

  fileprivate func withoutMomentum(_ parameter: Int) -> Expression {
    .difference(
      leaf(.parameter(parameter)), .product([leaf(.learningRate), slopeOfUpdate(ofParameter: parameter)]))
  }

  /// What an update goes against: ∂E/∂w, and λ·w where weights decay.
  func slopeOfUpdate(ofParameter parameter: Int) -> Expression {
    let gradient = leaf(.gradient(.parameter(parameter)))
    guard architecture.conventions.hasWeightDecay, parameter < architecture.weightCount else { return gradient }
    return .sum([gradient, .product([leaf(.weightDecay), leaf(.parameter(parameter))])])
  }
}
