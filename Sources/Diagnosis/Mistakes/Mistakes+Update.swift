import Diagnostics
import Expressions
import Networks
import Skills

/// Mistakes in w⁺ = w − η·g.
extension Mistake {
  static let ascent = Mistake(
    "ascent", Words(en: "a step uphill", zh: "更新的方向反了"), skill: .update
  ) { subject in
    [subject.updates { w, rate, g in .sum([w, .product([rate, g])]) }]
  } question: { _, _ in
    Words(en: "Does E fall? Try it.", zh: "这样走 E 会下降吗？试一试。")
  }

  static let noRate = Mistake(
    "no-rate", Words(en: "the learning rate left out", zh: "漏了学习率"), skill: .update
  ) { subject in
    [subject.updates { w, _, g in .difference(w, g) }]
  } question: { _, _ in
    Words(en: "What sets the step length?", zh: "步长由谁决定？")
  }

  static let stepOnly = Mistake(
    "step-only", Words(en: "the step without the old value", zh: "只写了步长，没有从旧值出发"), skill: .update
  ) { subject in
    [
      subject.updates { _, rate, g in .negation(.product([rate, g])) },
      subject.updates { _, _, g in g },
      subject.updates { _, rate, g in .product([rate, g]) },
    ]
  } question: { _, _ in
    Words(en: "Where does the step start?", zh: "这一步从哪里出发？")
  }

  static let misgrouped = Mistake(
    "misgrouped", Words(en: "η multiplied with the wrong thing", zh: "η 乘错了对象"), skill: .update
  ) { subject in
    [
      subject.updates { w, rate, g in .product([rate, .difference(w, g)]) },
      subject.updates { w, rate, g in .product([w, .difference(.number(1), .product([rate, g]))]) },
    ]
  } question: { _, _ in
    Words(en: "Which quantity does η scale?", zh: "η 乘的是哪个量？")
  }

  static let alwaysDecrease = Mistake(
    "always-decrease", Words(en: "the gradient's sign ignored in the update", zh: "更新时忽略了梯度的符号"), skill: .update
  ) { subject in
    [subject.updates { w, rate, g in .difference(w, .product([rate, .call(.abs, g)])) }]
  } question: { subject, focus in
    let gradient = subject.text(.gradient(.parameter(subject.parameter(at: focus))))
    return Words(en: "What if \(gradient) < 0?", zh: "若 \(gradient) < 0 呢？")
  }

  static let usesLoss = Mistake(
    "uses-loss", Words(en: "the loss in place of the gradient in the update", zh: "更新时用损失代替了梯度"), skill: .update
  ) { subject in
    [subject.updates { w, rate, _ in .difference(w, .product([rate, subject.leaf(.loss)])) }]
  } question: { _, _ in
    Words(en: "Would every weight then take the same step?", zh: "这样一来，每个权重都走同样的一步吗？")
  }

  static let staleForward = Mistake(
    "stale-forward", Words(en: "old values in the second forward pass", zh: "第二轮前向传播用了旧值"), skill: .repeatForward
  ) { subject in
    guard subject.quantity == .lossAfterUpdate else { return [] }
    let architecture = subject.architecture
    let layers = subject.opensForward ? architecture.blocks.indices.prefix(16) : architecture.blocks.indices.suffix(1)
    let ways = layers.flatMap { layer -> [Rewrite] in
      // New weights on the old outputs of the layer below, and old weights in one layer alone.
      let oldOutputs = subject.secondRound(ofLayer: layer) {
        if case .afterUpdate(.out(let old)) = $0 { .out(old) } else { nil }
      }
      let oldWeights = subject.secondRound(ofLayer: layer) {
        if case .now(.updated(let parameter)) = $0 { .parameter(parameter) } else { nil }
      }
      return layer == architecture.blocks.startIndex ? [oldWeights] : [oldOutputs, oldWeights]
    }
    return ways + [.secondRound(.loss) { $0 == .now(.lossAfterUpdate) ? subject.leaf(.loss) : nil }]
  } question: { _, _ in
    Words(en: "Which values changed?", zh: "哪些值变了？")
  }
}

extension Subject {
  /// Puts values of the first round into the net inputs of a layer of the second.
  fileprivate func secondRound(ofLayer layer: Int, _ old: @escaping @Sendable (Item) -> Quantity?) -> Rewrite {
    .secondRound(.neuron(architecture.blocks[layer].firstNeuron)) { item in
      guard case .afterUpdate(.net(let neuron)) = item, architecture.layer(ofNeuron: neuron) == layer else {
        return nil
      }
      return definition(of: item)?.substituting { part in
        part.leafName.flatMap(architecture.item(named:)).flatMap(old).map(leaf)
      }
    }
  }

  /// Exchanges every update that is made; `form` gets w, η and g.
  fileprivate func updates(
    _ form: @escaping @Sendable (Expression, Expression, Expression) -> Expression
  ) -> Rewrite {
    .exchange(parameterFocus) { quantity in
      guard case .updated(let parameter) = quantity, !held.contains(parameter) else { return nil }
      let changed = form(
        leaf(.parameter(parameter)), leaf(.learningRate), slopeOfUpdate(ofParameter: parameter))
      return withMomentum(changed, parameter)
    }
  }
}
