import Diagnostics
import Expressions
import Networks
import Skills

/// Mistakes with biases.
extension Mistake {
  static let biasOnePath = Mistake(
    "bias-one-path", Words(en: "one path only of a shared bias", zh: "共用的偏置只算了一条路径"), skill: .sumPaths
  ) { subject in
    let widest = subject.architecture.blocks.map(\.neuronCount).max() ?? 0
    return (0..<min(widest, 16)).map { number in
      subject.biasGradient { neurons, step in
        neurons.count > 1 && number < neurons.count ? step(neurons.lowerBound + number) : nil
      }
    }
  } question: { subject, focus in
    let name = subject.parameterName(at: focus)
    return Words(en: "How many paths lead from \(name) to E?", zh: "\(name) 有几条路径到 E？")
  }

  static let biasMean = Mistake(
    "bias-mean", Words(en: "the paths of a bias averaged", zh: "偏置的各条路径取了平均"), skill: .sumPaths
  ) { subject in
    [
      subject.biasGradient { neurons, step in
        neurons.count > 1 ? .quotient(.sum(neurons.map(step)), .number(Double(neurons.count))) : nil
      }
    ]
  } question: { _, _ in
    Words(en: "Do paths add or average?", zh: "路径之间是相加还是取平均？")
  }

  static let biasTimesBias = Mistake(
    "bias-times-bias", Words(en: "a bias's gradient multiplied by the bias", zh: "偏置的梯度多乘了偏置"), skill: .biasOne
  ) { subject in
    [subject.lastFactors { parameter, source, _ in source == nil ? subject.leaf(.parameter(parameter)) : nil }]
  } question: { subject, focus in
    let name = subject.parameterName(at: focus)
    return Words(en: "What multiplies \(name) in net?", zh: "net 中 \(name) 乘以几？")
  }

  static let biasTimesInput = Mistake(
    "bias-times-input", Words(en: "a bias's gradient multiplied by an input", zh: "偏置的梯度多乘了输入"), skill: .biasOne
  ) { subject in
    let widest = subject.architecture.blocks.map(\.sourceCount).max() ?? 0
    return (0..<min(widest, 6)).map { number in
      subject.lastFactors(neuronToo: true) { _, source, neuron, _ in
        let sources = subject.architecture.sources(ofNeuron: neuron)
        guard source == nil, number < sources.count else { return nil }
        return subject.leaf(subject.sent(bySource: sources.lowerBound + number))
      }
    }
  } question: { subject, focus in
    let name = subject.parameterName(at: focus)
    return Words(en: "With which coefficient does \(name) enter net?", zh: "\(name) 以什么系数进入 net？")
  }

  static let biasZero = Mistake(
    "bias-zero", Words(en: "a bias's gradient taken for 0", zh: "把偏置的梯度当成了 0"), skill: .biasOne
  ) { subject in
    [subject.lastFactors { _, source, _ in source == nil ? .number(0) : nil }]
  } question: { subject, focus in
    let parameter = subject.parameter(at: focus)
    let (name, net) = (
      subject.parameterName(parameter), subject.text(.net(subject.ends(ofParameter: parameter).neuron))
    )
    return Words(en: "Nudge \(name): does \(net) move?", zh: "把 \(name) 稍微改变一点，\(net) 会变吗？")
  }

  static let biasOutputError = Mistake(
    "bias-output-error", Words(en: "the output's δ for a hidden bias", zh: "隐藏层的偏置用了输出层的 δ"), skill: .sumPaths
  ) { subject in
    let architecture = subject.architecture
    let outputs = architecture.firstOutput..<architecture.neuronCount
    let sums = [Array(outputs)] + (outputs.count > 1 ? outputs.prefix(4).map { [$0] } : [])
    return sums.map { chosen in
      subject.biasGradient { neurons, _ in
        neurons.overlaps(outputs) ? nil : .joined(chosen.map { subject.leaf(.delta($0)) })
      }
    }
  } question: { subject, focus in
    let name = subject.parameterName(at: focus)
    return Words(en: "Which layer does \(name) feed?", zh: "\(name) 加到哪一层的神经元上？")
  }

  static let thresholdSign = Mistake(
    "threshold-sign", Words(en: "a bias with a threshold's sign", zh: "偏置的符号写成了阈值的"), skill: .biasOne
  ) { subject in
    var rewrites = [subject.lastFactors { _, source, right in source == nil ? .negation(right) : nil }]
    if subject.isForward {
      rewrites.append(
        .addition(.neuron(subject.neuronAsked)) { quantity, line in
          guard case .net(let neuron) = quantity, let bias = subject.architecture.biasParameter(ofNeuron: neuron) else {
            return nil
          }
          let leaf = subject.leaf(.parameter(bias))
          return line.substituting { $0 == leaf ? .negation(leaf) : nil }
        })
    }
    return rewrites
  } question: { subject, focus in
    let neuron = subject.neuron(at: focus)
    let bias = subject.architecture.biasParameter(ofNeuron: neuron).map(subject.parameterName) ?? "b"
    let net = subject.text(.net(neuron))
    return Words(en: "Is \(bias) added or subtracted in \(net)?", zh: "在 \(net) 中，\(bias) 是加还是减？")
  }
}

extension Subject {
  /// Exchanges a bias's gradient; `form` gets the neurons that it feeds and the product of each path.
  fileprivate func biasGradient(
    _ form: @escaping @Sendable (Range<Int>, (Int) -> Expression) -> Expression?
  ) -> Rewrite {
    .exchange(parameterFocus) { quantity in
      guard let parameter = quantity.gradientParameter,
        case .neurons(let neurons) = architecture.place(ofParameter: parameter)
      else { return nil }
      return form(neurons) { step(.derivative(of: .net($0), by: .parameter(parameter)), delta: $0) }
    }
  }
}
