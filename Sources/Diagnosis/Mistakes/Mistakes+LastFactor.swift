import Diagnostics
import Expressions
import Networks
import Skills

/// Mistakes in the last factor ∂net/∂w, and in how the factors of one path are put together.
extension Mistake {
  static let weightForInput = Mistake(
    "weight-for-input", Words(en: "the weight in place of what it multiplies", zh: "该写与权重相乘的量，却写了权重"),
    skill: .netByWeight
  ) { subject in
    [
      subject.lastFactors { parameter, source, _ in source == nil ? nil : subject.leaf(.parameter(parameter)) }
    ]
  } question: { subject, focus in
    let name = subject.parameterName(at: focus)
    return Words(en: "Nudge \(name): what multiplies it?", zh: "把 \(name) 稍微改变一点：与它相乘的是哪个量？")
  }

  static let siblingInput = Mistake(
    "sibling-input", Words(en: "another neuron's output", zh: "用了另一个神经元的输出值"), skill: .netByWeight
  ) { subject in
    subject.otherSources(areInputs: false)
  } question: { subject, focus in
    let name = subject.parameterName(at: focus)
    return Words(en: "The edge \(name): where does it start?", zh: "\(name) 这条边从哪个节点出发？")
  }

  static let netForOut = Mistake(
    "net-for-out", Words(en: "net in place of out", zh: "把 net 当成了 out"), skill: .netByWeight
  ) { subject in
    let inputs = subject.architecture.inputs.count
    var rewrites: [Rewrite] = [
      subject.lastFactors { _, source, _ in
        source.flatMap { $0 >= inputs ? subject.leaf(.net($0 - inputs)) : nil }
      }
    ]
    // The loss's slope with net_O, and forward: what is added up or compared is net.
    rewrites += subject.outputScopes.map { outputs in
      .addition(subject.outputFocus(outputs)) { quantity, line in
        guard subject.outputOfLossSlope(quantity, outputs) != nil || subject.isLossOfOutput(quantity, outputs) else {
          return nil
        }
        return subject.replacingOuts(in: line)
      }
    }
    if subject.isForward {
      rewrites.append(
        .addition(.neuron(subject.neuronAsked)) { quantity, line in
          if case .net = quantity { subject.replacingOuts(in: line) } else { nil }
        })
    }
    return rewrites
  } question: { subject, focus in
    let name = subject.sender(at: focus)
    return Words(en: "What does \(name) send on: net or out?", zh: "\(name) 传给下一层的是 net 还是 out？")
  }

  static let stopsEarly = Mistake(
    "stops-early", Words(en: "the last factor left out", zh: "漏了最后一个因子"), skill: .assembleOutput
  ) { subject in
    [
      .exchange(subject.parameterFocus) { quantity in
        guard let parameter = quantity.gradientParameter else { return nil }
        return .joined(subject.neurons(fedBy: parameter).map { subject.leaf(.delta($0)) })
      }
    ] + subject.lastFactorLeftOut
  } question: { subject, _ in
    Words(en: "Has the chain reached \(subject.variable)?", zh: "链条走到 \(subject.variable) 了吗？")
  }

  static let addsFactors = Mistake(
    "adds-factors", Words(en: "factors added, not multiplied", zh: "因子相加而不是相乘"), skill: .assembleOutput
  ) { subject in
    [
      .addition(subject.parameterFocus) { quantity, line in
        switch quantity {
        case .derivative(of: .loss, by: .net), .derivative(of: .loss, by: .parameter),
          .derivative(of: .loss, by: .input):
          line.addingFactors
        case .derivative(of: .loss, by: .out(let neuron)) where !subject.architecture.isOutput(neuron):
          line.addingFactors
        default: nil
        }
      }
    ]
  } question: { _, _ in
    Words(en: "One path: how do its links combine?", zh: "同一条路径上，各环如何合并？")
  }

  static let keepsWeight = Mistake(
    "keeps-weight", Words(en: "the weight kept when differentiating by it", zh: "对权重求导时留下了权重"), skill: .netByWeight
  ) { subject in
    [
      subject.lastFactors { parameter, source, right in
        source == nil ? nil : .product([subject.leaf(.parameter(parameter)), right])
      }
    ]
  } question: { subject, focus in
    let parameter = subject.parameter(at: focus)
    let (a, w) = (subject.multiplierName(ofParameter: parameter), subject.parameterName(parameter))
    return Words(en: "\(a)·\(w): differentiate it by \(w).", zh: "\(a)·\(w) 对 \(w) 求导得什么？")
  }

  static let keepsOthers = Mistake(
    "keeps-others", Words(en: "terms kept that do not contain the weight", zh: "留下了不含该权重的项"), skill: .netByWeight
  ) { subject in
    var rewrites = [subject.lastFactors(neuronToo: true) { _, _, neuron, _ in subject.leaf(.net(neuron)) }]
    let widest = subject.architecture.blocks.map(\.sourceCount).max() ?? 0
    if widest <= 16 {
      rewrites.append(
        subject.lastFactors(neuronToo: true) { parameter, _, neuron, right in
          subject.otherTerms(thanThatOf: parameter, neuron).map { .sum([right] + $0) }
        })
    }
    return rewrites
  } question: { subject, focus in
    let parameter = subject.parameter(at: focus)
    let (name, net) = (
      subject.parameterName(parameter), subject.text(.net(subject.ends(ofParameter: parameter).neuron))
    )
    return Words(en: "Which terms of \(net) contain \(name)?", zh: "\(net) 的哪些项含 \(name)？")
  }
}

extension Subject {
  /// The last factor left out of ∂out/∂w, where the way does not begin at the loss.
  fileprivate var lastFactorLeftOut: [Rewrite] {
    guard case .derivative(let dependent, .parameter) = quantity, dependent != .loss, quantity.lastFactor == nil else {
      return []
    }
    return [lastFactors { _, source, _ in source == nil ? nil : .number(1) }]
  }

  var parameterFocus: Focus { parameter.map(Focus.parameter) ?? .loss }

  /// The neuron that a forward question is about, else an output.
  var neuronAsked: Int {
    switch quantity {
    case .net(let neuron), .out(let neuron): neuron
    default: architecture.firstOutput
    }
  }

  /// Exchanges every last factor; `form` gets the parameter, its source unless it is a bias, and the right factor.
  func lastFactors(_ form: @escaping @Sendable (Int, Int?, Expression) -> Expression?) -> Rewrite {
    lastFactors(neuronToo: true) { parameter, source, _, right in form(parameter, source, right) }
  }

  func lastFactors(
    neuronToo: Bool, _ form: @escaping @Sendable (Int, Int?, Int, Expression) -> Expression?
  ) -> Rewrite {
    .addition(parameterFocus) { quantity, line in
      guard let (neuron, parameter) = quantity.lastFactor else { return nil }
      return form(parameter, ends(ofParameter: parameter).source, neuron, line)
    }
  }

  /// The last factor taken from another source of the same neuron: inputs, or neurons.
  func otherSources(areInputs: Bool) -> [Rewrite] {
    let inputs = architecture.inputs.count
    let widest = architecture.blocks.map(\.sourceCount).max() ?? 0
    return (1..<max(1, widest)).prefix(6).map { step in
      lastFactors(neuronToo: true) { _, source, neuron, _ in
        guard let source, (source < inputs) == areInputs else { return nil }
        let sources = architecture.sources(ofNeuron: neuron)
        let other = sources.lowerBound + (source - sources.lowerBound + step) % sources.count
        return other == source ? nil : leaf(sent(bySource: other))
      }
    }
  }

  /// out exchanged for net in every place.
  func replacingOuts(in line: Expression) -> Expression {
    line.substituting { part in
      guard let name = part.leafName, case .out(let neuron)? = architecture.quantity(named: name) else { return nil }
      return leaf(.net(neuron))
    }
  }

  fileprivate func otherTerms(thanThatOf parameter: Int, _ neuron: Int) -> [Expression]? {
    guard case .sum(let terms)? = definition(of: .now(.net(neuron))) else { return nil }
    let name = architecture.name(of: .parameter(parameter))
    return terms.filter { !$0.contains(symbol: name) }
  }

  fileprivate func sender(at focus: Focus) -> String {
    switch focus {
    case .parameter(let parameter): ends(ofParameter: parameter).source.map(sourceName) ?? neuronName(at: focus)
    case .neuron(let neuron):
      isForward && !architecture.isOutput(neuron) || architecture.layer(ofNeuron: neuron) == 0
        ? architecture.neuronName(neuron) : senders(to: neuron)
    case .input, .loss: neuronName(at: focus)
    }
  }

  private func senders(to neuron: Int) -> String {
    if !isForward { return architecture.neuronName(neuron) }
    return sourceName(architecture.sources(ofNeuron: neuron).lowerBound)
  }
}

extension Expression {
  /// Products of two factors, the terms of a sum included, turned into sums.
  fileprivate var addingFactors: Expression {
    switch self {
    case .product(let factors): .sum(factors)
    case .sum(let terms): .sum(terms.map(\.addingFactors))
    default: self
    }
  }
}
