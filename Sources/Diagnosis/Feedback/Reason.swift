import Diagnostics
import Networks

/// Why a right answer is right, in one line.
struct Reason {
  private let subject: Subject

  init(_ subject: Subject) {
    self.subject = subject
  }

  private var architecture: Architecture { subject.architecture }

  var words: Words {
    switch subject.quantity {
    case .net(let neuron) where architecture.biasParameter(ofNeuron: neuron) == nil:
      Words(en: "Each source's value times its weight, added up.", zh: "各来源的值乘以权重，再相加。")
    case .net where architecture.conventions.hasThresholds:
      Words(en: "Each source's value times its weight, minus the threshold.", zh: "各来源的值乘以权重后相加，再减去阈值。")
    case .net: Words(en: "Each source's value times its weight, and the bias.", zh: "各来源的值乘以权重后相加，再加偏置。")
    case .out(let neuron): activation(neuron)
    case .partialLoss, .loss: loss
    case .derivative(let dependent, let variable): derivative(of: dependent, by: variable)
    case .updated(let parameter) where subject.held.contains(parameter):
      Words(en: "It is held: updates leave it alone.", zh: "它是固定的，更新时不变。")
    case .updated where architecture.conventions.hasMomentum:
      Words(en: "One step against the gradient, and a share of the step before.", zh: "沿梯度的反方向走一步，再加上一步的一部分。")
    case .updated where architecture.conventions.hasWeightDecay:
      Words(en: "Weight decay adds λ·w to a weight's gradient; then one step.", zh: "权重衰减给权重的梯度加上 λ·w，再走一步。")
    case .updated: Words(en: "One step against the gradient, scaled by η.", zh: "沿梯度的反方向走一步，步长由 η 决定。")
    case .lossAfterUpdate:
      Words(en: "All parameters changed at once, then one forward pass.", zh: "所有参数同时更新，再做一次前向传播。")
    case .input, .target, .parameter, .learningRate, .weightDecay, .momentum, .lastStep:
      Words(en: "It is given.", zh: "这是已知量。")
    }
  }

  private func activation(_ neuron: Int) -> Words {
    subject.activation(neuron).function.purpose(net: subject.text(.net(neuron)))
  }

  private var loss: Words {
    guard architecture.outputCount > 1, subject.quantity == .loss else {
      // One output's share of a mean is the square itself.
      return subject.quantity == .loss ? architecture.loss.function.purpose : lossOfOneOutput
    }
    return architecture.loss.isMean
      ? Words(en: "The losses of the outputs are averaged.", zh: "各输出的损失取平均。")
      : Words(en: "The losses of the outputs are added.", zh: "各输出的损失相加。")
  }

  private var lossOfOneOutput: Words {
    (architecture.loss == .meanSquaredError ? Loss.sumOfSquares : architecture.loss).function.purpose
  }

  private func derivative(of dependent: Quantity, by variable: Quantity) -> Words {
    switch (dependent, variable) {
    case (.loss, .out(let neuron)) where architecture.isOutput(neuron): return lossSlope
    case (.loss, .out(let neuron)): return upstream(neuron)
    case (.loss, .net(let neuron)): return delta(neuron)
    case (.loss, .parameter(let parameter)): return gradient(parameter)
    case (.out(let neuron), .net(let net)) where neuron == net: return slope(neuron)
    case (.out(let neuron), .net(let net)) where architecture.neurons(behindOut: neuron).contains(net):
      return Words(
        en: "\(subject.text(.net(net))) raises the sum below \(subject.text(.out(neuron))): so it falls.",
        zh: "\(subject.text(.net(net))) 增大 \(subject.text(.out(neuron))) 的分母，因此它减小。")
    case (.net(let neuron), .out(let source)):
      guard architecture.targets(ofNeuron: source).contains(neuron) else { break }
      let term = subject.text(.out(source)) + "·" + subject.parameterName(subject.weight(from: source, to: neuron))
      return onlyTerm(term, variable)
    case (.net, .parameter(let parameter)):
      guard let source = subject.ends(ofParameter: parameter).source else {
        let name = subject.parameterName(parameter)
        if architecture.conventions.hasThresholds {
          return Words(en: "\(name) is subtracted in net: its factor is −1.", zh: "net 中减去 \(name)，系数为 −1。")
        }
        return Words(en: "\(name) is a term of its own in net: its factor is 1.", zh: "\(name) 单独出现在 net 中，系数为 1。")
      }
      return onlyTerm(subject.text(subject.sent(bySource: source)) + "·" + subject.parameterName(parameter), variable)
    default: break
    }
    return Words(en: "The factors along each path multiplied, the paths added.", zh: "同一条路径上的因子相乘，各路径相加。")
  }

  private func onlyTerm(_ term: String, _ variable: Quantity) -> Words {
    let name = subject.text(variable)
    return Words(en: "Only the term \(term) contains \(name).", zh: "只有 \(term) 这一项含 \(name)。")
  }

  private var lossSlope: Words {
    architecture.loss.function.slopeWords
  }

  private func slope(_ neuron: Int) -> Words {
    subject.activation(neuron).function.slopeWords(net: subject.text(.net(neuron)), out: subject.text(.out(neuron)))
  }

  private func delta(_ neuron: Int) -> Words {
    let name = architecture.neuronName(neuron)
    if architecture.takesWholeLayer(neuron) {
      return architecture.hasCollapsingLoss
        ? Words(
          en: "The shares of all outputs added: the output minus its target is left.", zh: "各输出的贡献相加，只剩输出值减目标值。")
        : Words(
          en: "\(name)'s net input moves every output: one product for each, added.",
          zh: "\(name) 的净输入影响每个输出：各有一个乘积，再相加。")
    }
    return architecture.isOutput(neuron)
      ? Words(en: "The loss's slope times \(name)'s own slope.", zh: "损失的斜率乘以 \(name) 自己的斜率。")
      : Words(en: "What comes back to \(name), times its own slope.", zh: "传回 \(name) 的量乘以它自己的斜率。")
  }

  private func upstream(_ neuron: Int) -> Words {
    let (name, fed) = (architecture.neuronName(neuron), architecture.targets(ofNeuron: neuron))
    if fed.count == 1 {
      let next = architecture.neuronName(fed.lowerBound)
      return Words(en: "\(name) reaches E through \(next) alone.", zh: "\(name) 只经 \(next) 影响 E。")
    }
    return Words(
      en: "One product of δ and weight for each neuron that \(name) feeds, added.",
      zh: "\(name) 通向的每个神经元各有一个 δ 与权重的乘积，再相加。")
  }

  private func gradient(_ parameter: Int) -> Words {
    let name = subject.parameterName(parameter)
    let fed = subject.neurons(fedBy: parameter)
    if fed.count > 1 {
      return Words(
        en: "\(name) feeds \(fed.count) neurons: their δ are added.", zh: "\(name) 加到 \(fed.count) 个神经元上，它们的 δ 相加。")
    }
    // Not by the name of δ, which lessons do not introduce before there are hidden weights.
    let upstream = subject.text(.gradient(.net(fed.lowerBound)))
    let multiplier = subject.multiplierName(ofParameter: parameter)
    return Words(
      en: "\(upstream) times what \(name) is multiplied by, \(multiplier).",
      zh: "\(upstream) 乘以与 \(name) 相乘的量 \(multiplier)。")
  }
}
