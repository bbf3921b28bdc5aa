import Diagnostics
import Expressions
import Networks
import Skills

/// Mistakes in the forward pass: in the weighted sum, in the activation, in the loss.
extension Mistake {
  static let otherBias = Mistake(
    "other-bias", Words(en: "the other layer's bias", zh: "用了另一层的偏置"), skill: .weightedSum
  ) { subject in
    let architecture = subject.architecture
    guard subject.isForward, let own = architecture.biasParameter(ofNeuron: subject.neuronAsked) else { return [] }
    let others = (architecture.weightCount..<architecture.parameterCount).filter { $0 != own }
    return others.prefix(6).map { other in
      subject.sumAsked { _, line in
        line.substituting { $0 == subject.leaf(.parameter(own)) ? subject.leaf(.parameter(other)) : nil }
      }
    }
  } question: { subject, _ in
    let name = subject.architecture.neuronName(subject.neuronAsked)
    return Words(en: "Which bias is added at \(name)?", zh: "哪个偏置加到 \(name) 上？")
  }

  static let noBias = Mistake(
    "no-bias", Words(en: "the bias left out", zh: "漏了偏置"), skill: .weightedSum
  ) { subject in
    guard subject.isForward, let bias = subject.architecture.biasParameter(ofNeuron: subject.neuronAsked) else {
      return []
    }
    let name = subject.architecture.name(of: .parameter(bias))
    return [subject.sumAsked { _, line in line.withoutTerms { $0.contains(symbol: name) } }]
  } question: { subject, _ in
    let net = subject.text(.net(subject.neuronAsked))
    return Words(
      en: "What enters \(net) besides the weighted inputs?", zh: "除了加权输入，\(net) 里还有什么？")
  }

  static let lostTerm = Mistake(
    "lost-term", Words(en: "a weighted input left out", zh: "漏了一项加权输入"), skill: .weightedSum
  ) { subject in
    guard subject.isForward else { return [] }
    return subject.termsAsked.map { weight in
      let name = subject.architecture.name(of: .parameter(weight))
      return subject.sumAsked { _, line in line.withoutTerms { $0.contains(symbol: name) } }
    }
  } question: { subject, _ in
    let name = subject.architecture.neuronName(subject.neuronAsked)
    return Words(en: "How many arrows end at \(name)?", zh: "有几条边指向 \(name)？")
  }

  /// Of a bias alone it cannot be distinguished from one that is subtracted.
  static let lostSign = Mistake(
    "lost-sign", Words(en: "a minus sign lost", zh: "丢了一个负号"), skill: .weightedSum
  ) { subject in
    let architecture = subject.architecture
    var rewrites: [Rewrite] = []
    if case .net = subject.quantity {
      let leaves = subject.termsAsked.flatMap { weight -> [Expression] in
        let source = subject.ends(ofParameter: weight).source
        let sent = source.flatMap { subject.mayBeNegative(source: $0) ? subject.leaf(subject.sent(bySource: $0)) : nil }
        return [subject.leaf(.parameter(weight))] + (sent.map { [$0] } ?? [])
      }
      rewrites += leaves.map { leaf in
        subject.sumAsked { _, line in line.substituting { $0 == leaf ? .call(.abs, leaf) : nil } }
      }
      rewrites.append(
        subject.sumAsked { _, line in line.substituting { $0.leafName == nil ? nil : .call(.abs, $0) } })
    }
    if case .updated(let parameter) = subject.quantity {
      let leaf = subject.leaf(.parameter(parameter))
      rewrites.append(
        .addition(subject.parameterFocus) { quantity, line in
          quantity == subject.quantity ? line.substituting { $0 == leaf ? .call(.abs, leaf) : nil } : nil
        })
    }
    // Where paths are added a lost sign is no sign of the whole.
    let farthest = architecture.blocks.dropFirst().map(\.neuronCount).max() ?? 0
    if farthest > 1, !subject.hiddenScopes.isEmpty {
      rewrites += (0..<min(farthest, 4)).flatMap { number in
        subject.wayBack { source, neuron in
          let fed = architecture.targets(ofNeuron: source)
          guard fed.count > 1, neuron == fed.lowerBound + number else { return nil }
          return .call(.abs, subject.leaf(.parameter(subject.weight(from: source, to: neuron))))
        }
      }
    }
    return rewrites
  } question: { _, _ in
    Words(en: "Which of these numbers is negative?", zh: "这些数里哪个是负的？")
  }

  static let squashMissing = Mistake(
    "squash-missing", Words(en: "the activation left out", zh: "没有经过激活函数"), skill: .sigmoid
  ) { subject in
    guard case .out(let asked) = subject.quantity, subject.activation(asked) != .identity else { return [] }
    return [.exchange(.neuron(asked)) { $0 == .out(asked) ? subject.leaf(.net(asked)) : nil }]
  } question: { subject, _ in
    let net = subject.text(.net(subject.neuronAsked))
    return Words(en: "Has \(net) been through the activation function?", zh: "\(net) 经过激活函数了吗？")
  }

  static let exponentSign = Mistake(
    "exponent-sign", Words(en: "the sign of the exponent", zh: "指数的符号反了"), skill: .sigmoid
  ) { subject in
    guard case .out(let asked) = subject.quantity, subject.activation(asked) == .sigmoid else { return [] }
    return [
      .exchange(.neuron(asked)) { $0 == .out(asked) ? .call(.sigmoid, .negation(subject.leaf(.net(asked)))) : nil }
    ]
  } question: { subject, _ in
    let net = subject.text(.net(subject.neuronAsked))
    return Words(en: "For a large \(net), is f near 1 or near 0?", zh: "\(net) 很大时，f 接近 1 还是 0？")
  }

  static let noSquare = Mistake(
    "no-square", Words(en: "the square left out", zh: "漏了平方"), skill: .loss
  ) { subject in
    [false, true].map { isTurned in
      .addition(subject.outputFocus(0..<subject.architecture.outputCount)) { quantity, line in
        switch quantity {
        case .partialLoss, .loss, .lossAfterUpdate:
          line.substituting { part in
            guard case .power(let base, .number(2)) = part else { return nil }
            return isTurned ? .negation(base) : base
          }
        default: nil
        }
      }
    }
  } question: { subject, _ in
    Words(en: "What happens to the difference before it is added up?", zh: "差在相加之前要怎样？")
  }
}

extension Subject {
  /// Changes the weighted sum of the neuron that a forward question is about.
  fileprivate func sumAsked(_ change: @escaping @Sendable (Int, Expression) -> Expression?) -> Rewrite {
    let asked = neuronAsked
    return .addition(.neuron(asked)) { quantity, line in
      quantity == .net(asked) ? change(asked, line) : nil
    }
  }

  /// The weights into that neuron, as far as single ones are looked at.
  fileprivate var termsAsked: [Int] {
    let sources = architecture.sources(ofNeuron: neuronAsked)
    return sources.count > 64 ? [] : sources.prefix(6).map { architecture.weight(from: $0, to: neuronAsked) }
  }

  fileprivate func mayBeNegative(source: Int) -> Bool {
    let neuron = source - architecture.inputs.count
    return neuron < 0 || ![.sigmoid, .relu].contains(activation(neuron))
  }
}

extension Expression {
  /// A sum without some of its terms; nil where there is nothing else in it.
  fileprivate func withoutTerms(_ isLost: (Expression) -> Bool) -> Expression? {
    guard case .sum(let terms) = self else { return nil }
    let kept = terms.filter { !isLost($0) }
    return kept.isEmpty || kept.count == terms.count ? nil : .joined(kept)
  }
}
