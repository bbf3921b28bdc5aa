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
    case .net: Words(en: "Each source's value times its weight, and the bias.", zh: "各来源的值乘以权重后相加，再加偏置。")
    case .out(let neuron): activation(neuron)
    case .partialLoss, .loss: loss
    case .derivative(let dependent, let variable): derivative(of: dependent, by: variable)
    case .updated(let parameter) where subject.held.contains(parameter):
      Words(en: "It is held: updates leave it alone.", zh: "它是固定的，更新时不变。")
    case .updated: Words(en: "One step against the gradient, scaled by η.", zh: "沿梯度的反方向走一步，步长由 η 决定。")
    case .lossAfterUpdate:
      Words(en: "All parameters changed at once, then one forward pass.", zh: "所有参数同时更新，再做一次前向传播。")
    case .input, .target, .parameter, .learningRate: Words(en: "It is given.", zh: "这是已知量。")
    }
  }

  private func activation(_ neuron: Int) -> Words {
    let net = subject.text(.net(neuron))
    switch subject.activation(neuron) {
    case .sigmoid: return Words(en: "f squashes \(net) into (0, 1).", zh: "f 把 \(net) 压缩到 (0, 1) 内。")
    case .tanh: return Words(en: "tanh squashes \(net) into (−1, 1).", zh: "tanh 把 \(net) 压缩到 (−1, 1) 内。")
    case .relu: return Words(en: "ReLU lets \(net) through where it is positive.", zh: "\(net) 为正时，ReLU 原样输出。")
    case .identity: return Words(en: "This neuron sends \(net) on as it is.", zh: "这个神经元原样输出 \(net)。")
    }
  }

  private var loss: Words {
    switch architecture.loss {
    case .squaredError:
      architecture.outputCount > 1 && subject.quantity == .loss
        ? Words(en: "The losses of the outputs are added.", zh: "各输出的损失相加。")
        : Words(en: "Half the square of the distance to the target.", zh: "与目标值之差的平方的一半。")
    case .crossEntropy:
      Words(en: "Minus the logarithm of the probability given to the right answer.", zh: "取正确结果所得概率的对数的相反数。")
    }
  }

  private func derivative(of dependent: Quantity, by variable: Quantity) -> Words {
    switch (dependent, variable) {
    case (.loss, .out(let neuron)) where architecture.isOutput(neuron): return lossSlope
    case (.loss, .out(let neuron)): return upstream(neuron)
    case (.loss, .net(let neuron)): return delta(neuron)
    case (.loss, .parameter(let parameter)): return gradient(parameter)
    case (.out(let neuron), .net(let net)) where neuron == net: return slope(neuron)
    case (.net(let neuron), .out(let source)):
      guard architecture.targets(ofNeuron: source).contains(neuron) else { break }
      let term = subject.text(.out(source)) + "·" + subject.parameterName(subject.weight(from: source, to: neuron))
      return onlyTerm(term, variable)
    case (.net, .parameter(let parameter)):
      guard let source = subject.ends(ofParameter: parameter).source else {
        let name = subject.parameterName(parameter)
        return Words(en: "\(name) stands alone in net: its factor is 1.", zh: "\(name) 单独出现在 net 中，系数为 1。")
      }
      return onlyTerm(subject.text(subject.sent(bySource: source)) + "·" + subject.parameterName(parameter), variable)
    default: break
    }
    return Words(en: "The factors along each path multiplied, the paths added.", zh: "同一路径上的因子相乘，各路径相加。")
  }

  private func onlyTerm(_ term: String, _ variable: Quantity) -> Words {
    let name = subject.text(variable)
    return Words(en: "Only the term \(term) contains \(name).", zh: "只有 \(term) 这一项含 \(name)。")
  }

  private var lossSlope: Words {
    switch architecture.loss {
    case .squaredError:
      Words(en: "The 2 of the power rule cancels ½; the inner −1 gives the sign.", zh: "幂法则的 2 与 ½ 抵消，内层的 −1 给出负号。")
    case .crossEntropy: Words(en: "The derivative of each logarithm is one over its argument.", zh: "每个对数求导得其真数的倒数。")
    }
  }

  private func slope(_ neuron: Int) -> Words {
    let out = subject.text(.out(neuron))
    switch subject.activation(neuron) {
    case .sigmoid:
      return Words(en: "The sigmoid's slope is \(out)(1 − \(out)).", zh: "Sigmoid 的导数是 \(out)(1 − \(out))。")
    case .tanh: return Words(en: "The slope of tanh is 1 − \(out)².", zh: "tanh 的导数是 1 − \(out)²。")
    case .relu: return Words(en: "ReLU's slope is 1 above 0 and 0 below.", zh: "ReLU 的导数：大于 0 时为 1，小于 0 时为 0。")
    case .identity: return Words(en: "A straight line: its slope is 1.", zh: "这是直线，斜率为 1。")
    }
  }

  private func delta(_ neuron: Int) -> Words {
    let name = architecture.neuronName(neuron)
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
        en: "\(name) feeds \(fed.count) neurons: their δ are added.", zh: "\(name) 供给 \(fed.count) 个神经元，它们的 δ 相加。")
    }
    let neuron = architecture.neuronName(fed.lowerBound)
    let multiplier = subject.multiplierName(ofParameter: parameter)
    return Words(
      en: "δ of \(neuron) times what \(name) is multiplied by, \(multiplier).",
      zh: "\(neuron) 的 δ 乘以与 \(name) 相乘的量 \(multiplier)。")
  }
}
