package import Diagnostics
package import Expressions
package import Networks
package import Traces

/// What a learner is asked about a step before it is revealed.
package struct Question: Hashable, Codable, Sendable {
  /// What is asked for.
  package enum Kind: String, CaseIterable, Codable, Sendable {
    /// The quantity itself: a number, or a formula in any form.
    case value
    /// Whether the loss rises or falls with a parameter.
    case sign
    /// Which rule differentiates a factor.
    case rule
    /// How many paths lead from a parameter to the loss.
    case paths
    /// Which tiles make the chain of a gradient, in order.
    case chain
    /// Which line of somebody's derivation is wrong.
    case bug
    /// One factor of a worked derivation that is left out.
    case faded
  }

  package let kind: Kind
  package let quantity: Quantity
  /// The step of the walk that answers it; nil where the walk has none.
  package let step: Int?
  /// Which of many alike: the order of the tiles, the mistake that is planted, the factor that is left out.
  package let variant: Int

  package init(_ kind: Kind, _ quantity: Quantity, step: Int? = nil, variant: Int = 0) {
    self.kind = kind
    self.quantity = quantity
    self.step = step
    self.variant = variant
  }

  /// Whether only a number answers it: a problem on its own numbers wants them worked out, a step of a walk may be
  /// answered by its formula.
  package var wantsNumber: Bool { kind == .value && step == nil }

  /// The question in words, in the names of this network.
  package func prompt(_ architecture: Architecture, _ notation: TextStyle) -> Words {
    let name = architecture.expression(of: quantity).text(notation)
    switch kind {
    case .value:
      return wantsNumber
        ? Words(en: "What is \(name)? A number.", zh: "\(name) 等于多少？写数值。")
        : Words(en: "What is \(name)? A number or a formula.", zh: "\(name) 等于什么？写数值或式子。")
    case .sign:
      let variable = variable(architecture, notation)
      return Words(
        en: "Raise \(variable) a little. Does E rise or fall?", zh: "把 \(variable) 稍微调大，E 会升还是降？")
    case .rule: return Words(en: "Which rule gives \(name)?", zh: "求 \(name) 用哪条法则？")
    case .paths:
      let variable = variable(architecture, notation)
      return Words(en: "How many paths lead from \(variable) to E?", zh: "从 \(variable) 到 E 有几条路径？")
    case .chain:
      return Words(
        en: "Which tiles make \(name)? Write their numbers, from E on.", zh: "哪些拼块组成 \(name)？从 E 开始写编号。")
    case .bug: return Words(en: "One line is wrong. Which?", zh: "有一行是错的，是哪一行？")
    case .faded: return Words(en: "One factor is left out. What is it?", zh: "缺了一个因子，它是什么？")
    }
  }

  /// What stands before the cursor while the answer is typed.
  package func label(_ architecture: Architecture, _ notation: TextStyle) -> Words {
    switch kind {
    case .value: Words(architecture.expression(of: quantity).text(notation) + " = ")
    case .sign: Words(en: "rise or fall: ", zh: "升或降：")
    case .rule: Words(en: "number: ", zh: "编号：")
    case .paths: Words(en: "how many: ", zh: "几条：")
    case .chain: Words(en: "tiles: ", zh: "拼块：")
    case .bug: Words(en: "line: ", zh: "行号：")
    case .faded: Words(en: "▢ = ", zh: "▢ = ")
    }
  }

  /// The rules to choose from; empty for other questions.
  ///
  /// The right one is among them, in a fixed place for a quantity.
  package func choices(_ trace: Trace) -> [Rule] {
    guard kind == .rule, let derivation = trace.derivation(of: quantity) else { return [] }
    let right = derivation.principalRule
    let likely: [Rule] = [
      .constantMultiple, .power, .sigmoidDerivative, .identity, .constant, .product, .tanhDerivative,
    ]
    // The rule of the whole would be right too, and only one choice must be.
    var choices = likely.filter { $0 != right && $0 != derivation.rule }.prefix(3)
    let place = architecturePlace(trace) % 4
    choices.insert(right, at: choices.startIndex + place)
    return Array(choices)
  }

  private func architecturePlace(_ trace: Trace) -> Int {
    trace.network.architecture.name(of: quantity).utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
  }

  private func variable(_ architecture: Architecture, _ notation: TextStyle) -> String {
    guard case .derivative(_, let variable) = quantity else { return "" }
    return architecture.expression(of: variable).text(notation)
  }
}

extension Trace {
  /// The question that fits a step: its value, or for the start of a gradient a prediction.
  package func question(about step: Step) -> Question {
    switch step.kind {
    // The whole gradient is asked for when the paths are added.
    case _ where step.isShareOfQuantity: Question(.paths, step.quantity, step: step.id)
    case .chain: Question(.sign, step.quantity, step: step.id)
    default: Question(.value, step.quantity, step: step.id)
    }
  }
}
