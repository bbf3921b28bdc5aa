import Diagnostics
import Expressions
import Networks
import Skills

/// Mistakes in the loss's slope, e = out − target.
extension Mistake {
  static let signFlip = Mistake(
    "sign-flip", Words(en: "wrong sign of the loss's slope", zh: "损失导数的符号反了"), skill: .lossSlope
  ) { subject in
    subject.outputScopes.map { outputs in
      .addition(subject.outputFocus(outputs)) { quantity, line in
        subject.carriesLossSlope(quantity, outputs) ? .negation(line) : nil
      }
    }
  } question: { subject, focus in
    let (out, target) = subject.outputNames(at: focus)
    return Words(
      en: "If \(out) rises above \(target), does E rise?", zh: "\(out) 已大于 \(target) 时再增大，E 增大还是减小？")
  } here: { subject, rewrite, pass in
    subject.risingOutput(at: rewrite.focus, pass)
  }

  static let half = Mistake(
    "half", Words(en: "a factor of 2 or ½ off", zh: "差了 2 或 ½ 这个系数"), skill: .lossSlope
  ) { subject in
    guard subject.architecture.loss.function.isSquare else { return [] }
    return subject.outputScopes.flatMap { outputs in
      [Expression.number(2), .number(0.5)].map { factor in
        .addition(subject.outputFocus(outputs)) { quantity, line in
          subject.carriesLossSlope(quantity, outputs) || subject.isLossOfOutput(quantity, outputs)
            ? .product([factor, line]) : nil
        }
      }
    } + subject.halvesAfterUpdate
  } question: { subject, _ in
    // The new loss has a square of its own, and gradients before it.
    if subject.quantity == .lossAfterUpdate {
      return Words(
        en: "Look for the ½: is it in front of the last square, and did it cancel the 2 in each gradient?",
        zh: "找一找 ½：最后那个平方前面有它吗？求梯度时它与 2 抵消了吗？")
    }
    return subject.isForward
      ? Words(en: "Which number is in front of the square?", zh: "平方前面的系数是多少？")
      : subject.architecture.loss == .squaredError
        ? Words(
          en: "Differentiate the square: which factor comes down to meet the ½?", zh: "对平方求导会带出一个系数，它与 ½ 的乘积是多少？")
        : Words(
          en: "Differentiate the square: which factor comes down, and is there a ½ in this loss?",
          zh: "对平方求导会带出哪个系数？这个损失函数里有 ½ 吗？")
  }

  static let lossAsSlope = Mistake(
    "loss-as-slope", Words(en: "the loss taken for its slope", zh: "把损失值当成了导数"), skill: .lossSlope
  ) { subject in
    let isSingle = subject.architecture.outputCount == 1
    let forms: [@Sendable (Int) -> Quantity] = isSingle ? [{ _ in .loss }] : [{ .partialLoss($0) }, { _ in .loss }]
    return subject.outputScopes.flatMap { outputs in
      forms.map { form in
        .exchange(subject.outputFocus(outputs)) { quantity in
          subject.outputOfLossSlope(quantity, outputs).map { subject.leaf(form($0)) }
        }
      }
    }
  } question: { subject, focus in
    let slope = subject.text(.gradient(.out(subject.outputNeuron(at: focus))))
    return Words(en: "\(slope): is that the value of E, or its slope?", zh: "\(slope) 是 E 的值，还是 E 的斜率？")
  }

  static let dropLossSlope = Mistake(
    "drop-loss-slope", Words(en: "the loss's slope left out", zh: "漏了损失函数的导数"), skill: .lossSlope
  ) { subject in
    // Of ∂E/∂out alone nothing would be left.
    if subject.outputOfLossSlope(subject.quantity, 0..<subject.architecture.outputCount) != nil { return [] }
    return subject.outputScopes.map { outputs in
      .exchange(subject.outputFocus(outputs)) { quantity in
        subject.outputOfLossSlope(quantity, outputs).map { _ in .number(1) }
      }
    }
  } question: { subject, focus in
    let out = subject.text(.out(subject.outputNeuron(at: focus)))
    return Words(en: "How fast does E itself move as \(out) moves?", zh: "\(out) 变化时，E 本身变化得多快？")
  }

  static let dropOutputSlope = Mistake(
    "drop-output-slope", Words(en: "the output's activation slope left out", zh: "漏了输出层激活函数的导数"), skill: .outputSlope
  ) { subject in
    subject.outputScopes.map { outputs in
      .exchange(subject.outputFocus(outputs)) { quantity in
        guard let neuron = quantity.deltaNeuron, subject.output(ofNeuron: neuron, outputs) != nil else { return nil }
        return subject.leaf(.gradient(.out(neuron)))
      }
    } + subject.slopesLeftOut(ofOutputs: true)
  } question: { subject, focus in
    let neuron = subject.outputNeuron(at: focus)
    let (net, out) = (subject.text(.net(neuron)), subject.text(.out(neuron)))
    return Words(en: "What lies between \(net) and \(out)?", zh: "\(net) 与 \(out) 之间隔着什么？")
  }
}

extension Subject {
  /// What E does when the output in focus rises, asked of the case at hand; nil where the output is on its target.
  func risingOutput(at focus: Focus, _ pass: Pass) -> Words? {
    let neuron = outputNeuron(at: focus)
    let (value, goal) = (pass.outs[neuron], pass.network.targets[neuron - architecture.firstOutput])
    guard value != goal else { return nil }
    let (out, target) = outputNames(at: focus)
    return value < goal
      ? Words(
        en: "Here \(out) is below \(target). If \(out) rises, does E rise or fall?",
        zh: "这里 \(out) 小于 \(target)。\(out) 增大时，E 增大还是减小？")
      : Words(
        en: "Here \(out) is above \(target). If \(out) rises, does E rise or fall?",
        zh: "这里 \(out) 大于 \(target)。\(out) 再增大时，E 增大还是减小？")
  }

  /// The ½ lost or doubled in the loss after the update alone.
  fileprivate var halvesAfterUpdate: [Rewrite] {
    guard quantity == .lossAfterUpdate else { return [] }
    return [2, 0.5].map { factor in
      .addition(.loss) { quantity, line in quantity == .lossAfterUpdate ? .product([.number(factor), line]) : nil }
    }
  }

  /// All outputs, and where there are several and it makes a difference, each alone.
  var outputScopes: [Range<Int>] {
    let count = architecture.outputCount
    guard count > 1, count <= 4, quantity != .lossAfterUpdate else { return [0..<count] }
    return [0..<count] + (0..<count).map { $0..<$0 + 1 }
  }

  /// The first of some outputs.
  func outputFocus(_ outputs: Range<Int>) -> Focus {
    if outputs.count > 1, case .derivative(_, by: .out(let neuron)) = quantity, architecture.isOutput(neuron) {
      return .neuron(neuron)
    }
    return .neuron(outputs.count > 1 ? neuron(ofLayer: lastLayer) : architecture.firstOutput + outputs.lowerBound)
  }

  func outputNeuron(at focus: Focus) -> Int {
    if case .neuron(let neuron) = focus, architecture.isOutput(neuron) { return neuron }
    return architecture.firstOutput
  }

  func outputNames(at focus: Focus) -> (out: String, target: String) {
    let neuron = outputNeuron(at: focus)
    return (text(.out(neuron)), text(.target(neuron - architecture.firstOutput)))
  }

  /// The number of an output that is among some, nil for all other neurons.
  func output(ofNeuron neuron: Int, _ outputs: Range<Int>) -> Int? {
    let output = neuron - architecture.firstOutput
    return outputs.contains(output) ? output : nil
  }

  func outputOfLossSlope(_ quantity: Quantity, _ outputs: Range<Int>) -> Int? {
    quantity.upstreamNeuron.flatMap { output(ofNeuron: $0, outputs) }
  }

  /// Whether all of the loss's slope goes through a line: ∂E/∂out of an output, or δ where what is above is given.
  func carriesLossSlope(_ quantity: Quantity, _ outputs: Range<Int>) -> Bool {
    if outputOfLossSlope(quantity, outputs) != nil { return true }
    guard let neuron = quantity.deltaNeuron, !architecture.isOutput(neuron) else { return false }
    return outputs.count == architecture.outputCount && architecture.layer(ofNeuron: neuron) >= firstGivenLayer
  }

  func isLossOfOutput(_ quantity: Quantity, _ outputs: Range<Int>) -> Bool {
    switch quantity {
    case .partialLoss(let output): outputs.contains(output)
    case .loss: architecture.outputCount == 1
    default: false
    }
  }
}
